import type { CallOptions, RbdImageSpec } from '../rbd.ts'

/** Clients that keep an image open: a running guest's disk, `rbd watch`. Each of them is a watcher of the image. */
export interface ImageClients {
  /**
   * Opens an image for writing and keeps it open until `release`. While the call's signal has not aborted the client
   * lives; when it aborts (or the connection breaks) without a release, the client has died: it stays a watcher for 30
   * more seconds, and its lock stays until the next writer breaks it.
   *
   * @throws ConflictError (EROFS, `locked`) when another client keeps the lock for good and this one wants it
   */
  hold(image: RbdImageSpec, options?: HoldOptions & CallOptions): Promise<HeldImage>
  /** Everyone who has the image open, in the order in which they came. */
  watchers(image: RbdImageSpec, options?: CallOptions): Promise<readonly Watcher[]>
}

export interface HoldOptions {
  /**
   * The managed exclusive lock: not wanted before a write (default), taken at once and given to who asks for it, or
   * taken and kept (librbd's explicit `lock_acquire`). Nothing is locked on an image without exclusive-lock.
   */
  readonly lock?: 'on-write' | 'take' | 'keep' | undefined
}

/** An open handle, as the cluster knows it. */
export interface Watcher {
  /** `127.0.0.1:0/1173263495`: a client instance's, never used twice. */
  readonly address: string
  /** The number in `client.4173`. */
  readonly client: number
  readonly cookie: number
}

export interface HeldImage {
  /** Its `address` lets `write` write as this client. */
  readonly watcher: Watcher
  /** Settles when the image is open no more: released, the client died, was block-listed, or the image is gone. */
  readonly over: Promise<void>
  /** Closes the image: no watcher any more, and the lock is given back. Again: nothing. */
  release(): Promise<void>
}
