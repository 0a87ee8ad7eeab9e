import { InvalidArgumentError, UnavailableError } from '#kernel/errors/domain-error.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { Layer, Run } from './engine/content/layers.ts'
import { timestampIntervalMs } from './engine/content/plan-io.ts'
import { findImage, type Readable } from './engine/lookup.ts'
import { assertIntact } from './engine/osds/damage.ts'
import { assertReadServed } from './engine/osds/placement-groups.ts'
import type { ImageClient } from './image-clients.ts'
import type { ImageIo } from './image-io.ts'
import { formatSpec, type Rbd, type RbdImageSpec, type RbdSpec } from './rbd.ts'
import type { SessionContext } from './sessions/session-context.ts'

/** A run of an image's bytes: stored, stored as zeros, or not stored at all. */
export interface ByteRun {
  readonly lengthBytes: number
  readonly kind: 'data' | 'zero' | 'hole'
}

/**
 * An image's bytes for a server of many small requests: buffers are the caller's, and nothing waits a turn of the event
 * loop that does not have to. Every call checks the session's identity and caps as the port does. Errors are the port's.
 */
export interface ImageBytes {
  /**
   * Fills `into` with what begins at `offset`; runs of `zero` and `hole` are not filled in. The range must lie within the
   * image. Returns a promise only where it has to wait.
   */
  read(offset: number, into: Buffer): readonly ByteRun[] | Promise<readonly ByteRun[]>
  /**
   * Stores bytes, which must not change until it resolves, as the guest that has the image open (`attach`). They may be
   * acknowledged after the next `commit`.
   */
  write(offset: number, bytes: Buffer): Promise<void>
  /** Everything written so far survives the death of the process. */
  commit(): void
  /** What a reader would find from `offset` on, as at most `maxRuns` runs that may end before the range does. */
  runs(
    offset: number,
    lengthBytes: number,
    options: { maxRuns: number },
  ): readonly ByteRun[] | Promise<readonly ByteRun[]>
}

/** A session that can hand out `ImageBytes` because it is in the cluster's own process. */
export interface DirectSession {
  directImage(spec: RbdSpec): ImageBytes
}

export function isDirectSession(rbd: Rbd): rbd is Rbd & DirectSession {
  return 'directImage' in rbd
}

/** Up to here a call that blocks costs less than one that goes through the thread pool. */
const syncLimitBytes = 64 * 1024
/** Shorter zeros are filled in with the data around them. */
const longZeroBytes = 64 * 1024
/** How far one look into the maps of layers goes. */
const lookBytes = 64 * 1024 ** 2

/** The bytes of an image in this process. */
export class DirectImage implements ImageBytes {
  readonly #context: SessionContext
  readonly #runtime: ClusterRuntime
  readonly #io: ImageIo
  readonly #spec: RbdSpec
  /** The guest that writes, as long as it has the image open. */
  #guest: ImageClient | undefined

  constructor(context: SessionContext, io: ImageIo, spec: RbdSpec) {
    this.#context = context
    this.#runtime = context.runtime
    this.#io = io
    this.#spec = spec
  }

  read(offset: number, into: Buffer): readonly ByteRun[] | Promise<readonly ByteRun[]> {
    const readable = this.#context.readable(this.#spec, undefined)
    if (this.#isStale(readable)) return this.#io.touch(readable).then(() => this.#read(offset, into))
    return this.#readFrom(readable, offset, into)
  }

  async write(offset: number, bytes: Buffer): Promise<void> {
    this.#context.mayWrite(this.#spec, undefined)
    const spec: RbdImageSpec = this.#spec
    const { state, clients, store } = this.#runtime
    const image = findImage(state, spec)
    if (!this.#guest || clients.find(image.id, this.#guest.address) !== this.#guest) {
      this.#guest = clients.ownerOf(image.id)
      if (!this.#guest) throw servedNoMore(spec)
    }
    const waiting = clients.acquire(image, this.#guest)
    if (waiting) await waiting
    await this.#io.write(image, { kind: 'data', offset, bytes })
    if (store.wantsCompaction) await this.#runtime.compactIfWorthwhile()
  }

  commit(): void {
    this.#runtime.assertRunning()
    this.#runtime.store.commit()
  }

  runs(offset: number, lengthBytes: number, { maxRuns }: { maxRuns: number }): readonly ByteRun[] {
    const layer = layerOf(this.#context.readable(this.#spec, undefined))
    const end = offset + lengthBytes
    const runs: ByteRun[] = []
    for (let at = offset; at < end && runs.length <= maxRuns; at += lookBytes) {
      for (const run of this.#runtime.state.layers.resolve(layer, at, Math.min(end, at + lookBytes))) addRun(runs, run)
    }
    return runs.slice(0, maxRuns)
  }

  #isStale({ image, snapshot }: Readable): boolean {
    return !snapshot && this.#runtime.clock.now() - image.accessedMs >= timestampIntervalMs
  }

  #read(offset: number, into: Buffer): readonly ByteRun[] | Promise<readonly ByteRun[]> {
    return this.#readFrom(this.#context.readable(this.#spec, undefined), offset, into)
  }

  #readFrom(readable: Readable, offset: number, into: Buffer): readonly ByteRun[] | Promise<readonly ByteRun[]> {
    const { state, store, clock } = this.#runtime
    const end = offset + into.byteLength
    assertWithin(readable, end)
    assertIntact(state, readable, offset, end)
    assertReadServed(state, readable, { from: offset, to: end, nowMs: clock.now() })
    const found = state.layers.resolve(layerOf(readable), offset, end)
    const runs: ByteRun[] = []
    let pending: Promise<void>[] | undefined
    for (const run of found) {
      const lengthBytes = run.end - run.offset
      if (typeof run.source !== 'object') {
        if (lengthBytes < longZeroBytes && found.length > 1) {
          into.fill(0, run.offset - offset, run.end - offset)
          addData(runs, lengthBytes)
        } else addRun(runs, run)
        continue
      }
      addData(runs, lengthBytes)
      const target = into.subarray(run.offset - offset, run.end - offset)
      if (lengthBytes <= syncLimitBytes) store.readSync(run.source.id, run.offset, target)
      else {
        pending ??= []
        pending.push(store.read(run.source.id, run.offset, target))
      }
    }
    return pending ? Promise.all(pending).then(() => runs) : runs
  }
}

/** An image that has shrunk since it was opened. */
function assertWithin({ image, snapshot }: Readable, end: number): void {
  const { sizeBytes } = snapshot ?? image
  if (end <= sizeBytes) return
  throw new InvalidArgumentError(`${end} is past the end of ${image.name} (${sizeBytes} bytes)`, { errno: 'EINVAL' })
}

/** Nobody has the image open: its guest was block-listed, or the cluster has started again. */
function servedNoMore(spec: RbdImageSpec): UnavailableError {
  return new UnavailableError(`${formatSpec(spec)} is not open any more`, { errno: 'ESHUTDOWN' })
}

function layerOf({ image, snapshot }: Readable): Layer {
  return snapshot?.layer ?? image.head
}

function addData(runs: ByteRun[], lengthBytes: number): void {
  const last = runs[runs.length - 1]
  if (last?.kind === 'data') runs[runs.length - 1] = { kind: 'data', lengthBytes: last.lengthBytes + lengthBytes }
  else runs.push({ kind: 'data', lengthBytes })
}

function addRun(runs: ByteRun[], { source, offset, end }: Run): void {
  const kind = typeof source === 'object' ? 'data' : source
  const last = runs[runs.length - 1]
  if (last?.kind === kind) runs[runs.length - 1] = { kind, lengthBytes: last.lengthBytes + end - offset }
  else runs.push({ kind, lengthBytes: end - offset })
}
