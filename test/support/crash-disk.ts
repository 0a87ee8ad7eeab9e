import type { FileSystem, Host, StoreFile } from '#ceph-sim/store/file-system.ts'
import type { Random } from '#kernel/random/random.ts'

/** Thrown by every call of a process that the test has killed. */
export class CrashError extends Error {}

/** What was done to a file since it was last synced. */
type Pending = { readonly offset: number; readonly bytes: Buffer } | { readonly truncatedTo: number }

class Inode {
  content: Buffer = Buffer.alloc(0)
  synced: Buffer = Buffer.alloc(0)
  pending: Pending[] = []
  /** The content is another disk's, too: whoever changes it makes a copy first. */
  isShared = false

  own(): Buffer {
    if (this.isShared) this.content = Buffer.from(this.content)
    this.isShared = false
    return this.content
  }
}

type NameChange = { readonly path: string; readonly inode: Inode | undefined }[]

const sectorBytes = 512

/**
 * A disk with a page cache in front of it. Processes come and go through `boot`; each can be told to die at its n-th
 * call that changes something, in the middle of it. `powerFailure` then throws away what was not synced: any sector of
 * any unsynced write may be kept or lost, names that were changed but not synced are kept up to a random one.
 */
export class CrashDisk {
  readonly #random: Random
  /** Names as running processes see them. */
  #names = new Map<string, Inode>()
  #durableNames = new Map<string, Inode>()
  /** Changes of names since the last sync of a directory, oldest first. */
  #pendingNames: NameChange[] = []
  #boots = 1
  #processes = 0

  constructor(random: Random) {
    this.#random = random
  }

  /** A new process on this machine; all earlier ones are dead. */
  startProcess(options: { dieAtCall?: number } = {}): { fileSystem: FileSystem; host: Host; calls(): number } {
    const processId = 100 + ++this.#processes
    const bootId = `boot-${this.#boots}`
    const host: Host = {
      processId,
      bootId: () => bootId,
      processStart: (id) => (id === processId ? `start-${id}` : undefined),
    }
    const process = new DiskProcess(this, this.#random, options.dieAtCall)
    return { fileSystem: process, host, calls: () => process.calls }
  }

  powerFailure(): void {
    this.#boots++
    const kept = this.#random.integer(this.#pendingNames.length + 1)
    for (const change of this.#pendingNames.slice(0, kept)) rename(this.#durableNames, change)
    this.#pendingNames = []
    this.#names = new Map(this.#durableNames)
    const keepShare = [0, 0.5, 1][this.#random.integer(3)]!
    for (const inode of new Set(this.#names.values())) tear(inode, () => this.#random.next() < keepShare)
  }

  /** Another disk with what is on this one now, all of it synced. @param random - of the copy's own */
  copy(random: Random): CrashDisk {
    const copy = new CrashDisk(random)
    for (const [path, inode] of this.#names) {
      inode.isShared = true
      copy.put(path, inode.content)
    }
    copy.#boots = this.#boots
    copy.#processes = this.#processes
    return copy
  }

  /** A file with this content, behind everyone's back. */
  put(path: string, content: Uint8Array): void {
    const inode = new Inode()
    inode.content = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    inode.synced = inode.content
    inode.isShared = true
    this.#names.set(path, inode)
    this.#durableNames.set(path, inode)
  }

  find(path: string): Inode | undefined {
    return this.#names.get(path)
  }

  names(): Iterable<string> {
    return this.#names.keys()
  }

  change(change: NameChange): void {
    rename(this.#names, change)
    this.#pendingNames.push(change)
  }

  syncNames(): void {
    for (const change of this.#pendingNames) rename(this.#durableNames, change)
    this.#pendingNames = []
  }

  newFile(path: string): Inode {
    const inode = new Inode()
    this.change([{ path, inode }])
    return inode
  }

  /** Overwrites bytes behind everyone's back. */
  corrupt(path: string, offset: number, bytes: Uint8Array): void {
    const inode = this.#names.get(path)!
    inode.own().set(bytes, offset)
    inode.synced = Buffer.from(inode.content)
    inode.pending = []
  }

  contentOf(path: string): Buffer {
    return this.#names.get(path)!.content
  }

  cutTo(path: string, sizeBytes: number): void {
    const inode = this.#names.get(path)!
    inode.content = inode.content.subarray(0, sizeBytes)
    inode.synced = Buffer.from(inode.content)
    inode.pending = []
  }
}

/** One process's view of the disk. */
class DiskProcess implements FileSystem {
  calls = 0
  readonly #disk: CrashDisk
  readonly #random: Random
  readonly #dieAtCall: number
  #isDead = false

  constructor(disk: CrashDisk, random: Random, dieAtCall = Number.POSITIVE_INFINITY) {
    this.#disk = disk
    this.#random = random
    this.#dieAtCall = dieAtCall
  }

  makeDirectory(_path: string): void {
    this.assertAlive()
  }

  list(path: string): string[] {
    this.assertAlive()
    const names = [...this.#disk.names()].filter((name) => name.startsWith(`${path}/`))
    return [...new Set(names.map((name) => name.slice(path.length + 1).split('/')[0]!))].sort()
  }

  exists(path: string): boolean {
    this.assertAlive()
    return this.#disk.find(path) !== undefined
  }

  open(path: string, { create = false } = {}): StoreFile {
    this.assertAlive()
    let inode = this.#disk.find(path)
    if (!inode) {
      if (!create) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
      inode = this.step(() => this.#disk.newFile(path))
    }
    return new DiskFile(this, inode)
  }

  createExclusive(path: string, content: Uint8Array): boolean {
    this.assertAlive()
    if (this.#disk.find(path)) return false
    this.step(() => {
      const inode = this.#disk.newFile(path)
      inode.content = Buffer.from(content)
      inode.synced = Buffer.from(content)
    })
    return true
  }

  rename(from: string, to: string): void {
    const inode = this.#disk.find(from)
    if (!inode) throw Object.assign(new Error(`ENOENT: ${from}`), { code: 'ENOENT' })
    this.step(() =>
      this.#disk.change([
        { path: from, inode: undefined },
        { path: to, inode },
      ]),
    )
  }

  remove(path: string): void {
    this.assertAlive()
    if (this.#disk.find(path)) this.step(() => this.#disk.change([{ path, inode: undefined }]))
  }

  /** All names at once, as a journalling file system does. */
  async syncDirectory(_path: string): Promise<void> {
    this.step(() => this.#disk.syncNames())
  }

  assertAlive(): void {
    if (this.#isDead) throw new CrashError('this process is dead')
  }

  /** Does one thing, or dies instead; `dying` is what a death in the middle leaves behind. */
  step<T>(work: () => T, dying: (random: Random) => void = () => {}): T {
    this.assertAlive()
    if (++this.calls < this.#dieAtCall) return work()
    this.#isDead = true
    dying(this.#random)
    throw new CrashError(`died at call ${this.calls}`)
  }
}

class DiskFile implements StoreFile {
  readonly #process: DiskProcess
  readonly #inode: Inode

  constructor(process: DiskProcess, inode: Inode) {
    this.#process = process
    this.#inode = inode
  }

  sizeBytes(): number {
    return this.#inode.content.byteLength
  }

  readSync(into: Uint8Array, offset: number): number {
    this.#process.assertAlive()
    const bytes = this.#inode.content.subarray(offset, offset + into.byteLength)
    into.set(bytes)
    return bytes.byteLength
  }

  async read(into: Uint8Array, offset: number): Promise<number> {
    return this.readSync(into, offset)
  }

  writeSync(bytes: Uint8Array, offset: number): void {
    const copy = Buffer.from(bytes)
    this.#process.step(
      () => write(this.#inode, copy, offset),
      (random) => write(this.#inode, copy.subarray(0, tornAt(copy, offset, random)), offset),
    )
  }

  async write(bytes: Uint8Array, offset: number): Promise<void> {
    this.writeSync(bytes, offset)
  }

  truncate(sizeBytes: number): void {
    this.#process.step(() => {
      this.#inode.content = resized(this.#inode.content, sizeBytes)
      this.#inode.pending.push({ truncatedTo: sizeBytes })
    })
  }

  async sync(): Promise<void> {
    this.syncNow()
  }

  syncNow(): void {
    this.#process.step(() => {
      this.#inode.synced = Buffer.from(this.#inode.content)
      this.#inode.pending = []
    })
  }

  close(): void {}
}

/** How much of a write its process gets done that dies in it. A sector is written as a whole or not at all. */
function tornAt({ byteLength }: Buffer, offset: number, random: Random): number {
  if (byteLength === sectorBytes && offset % sectorBytes === 0) return sectorBytes * random.integer(2)
  return random.integer(byteLength + 1)
}

function rename(names: Map<string, Inode>, change: NameChange): void {
  for (const { path, inode } of change) {
    if (inode) names.set(path, inode)
    else names.delete(path)
  }
}

function write(inode: Inode, bytes: Buffer, offset: number): void {
  inode.content = resized(inode.own(), Math.max(inode.content.byteLength, offset + bytes.byteLength))
  inode.content.set(bytes, offset)
  inode.pending.push({ offset, bytes })
}

/** What is left of a file: its synced content and whichever unsynced sectors `isKept` says. */
function tear(inode: Inode, isKept: () => boolean): void {
  let content: Buffer = Buffer.from(inode.synced)
  for (const change of inode.pending) {
    if ('truncatedTo' in change) {
      if (isKept()) content = resized(content, change.truncatedTo)
      continue
    }
    for (let at = 0; at < change.bytes.byteLength; ) {
      const end = Math.min(change.bytes.byteLength, at + sectorBytes - ((change.offset + at) % sectorBytes))
      if (isKept()) {
        content = resized(content, Math.max(content.byteLength, change.offset + end))
        content.set(change.bytes.subarray(at, end), change.offset + at)
      }
      at = end
    }
  }
  inode.content = content
  inode.synced = Buffer.from(content)
  inode.pending = []
}

function resized(content: Buffer, sizeBytes: number): Buffer {
  if (content.byteLength === sizeBytes) return content
  const result = Buffer.alloc(sizeBytes)
  content.copy(result)
  return result
}
