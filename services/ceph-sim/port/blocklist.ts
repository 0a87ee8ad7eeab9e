import type { CallOptions } from '../rbd.ts'

/** Client addresses that the cluster serves no more (`ceph osd blocklist`). */
export interface Blocklist {
  /** By address; what has expired is gone. */
  list(options?: CallOptions): Promise<readonly BlocklistEntry[]>
  /** Until `seconds` from now; 3600 by default. Again: until then instead. @returns the entry */
  add(address: string, options?: { seconds?: number | undefined } & CallOptions): Promise<BlocklistEntry>
  /** @throws NotFoundError (ENOENT) */
  remove(address: string, options?: CallOptions): Promise<void>
  clear(options?: CallOptions): Promise<void>
}

export interface BlocklistEntry {
  /** `127.0.0.1:0/1173263495` */
  readonly address: string
  readonly untilMs: number
}
