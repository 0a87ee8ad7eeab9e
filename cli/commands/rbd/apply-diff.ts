import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { Content, RbdImageSpec, ZeroContent } from '#ceph-sim/rbd.ts'
import { zeroAndDataRuns } from '#ceph-sim/sparse-runs.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { BadStream, type ByteSource } from '../../formats/byte-source.ts'
import { type DiffRecord, type DiffVersion, readDiff } from '../../formats/rbd-diff.ts'
import type { RbdContext } from './rbd-context.ts'

type Extent = Extract<DiffRecord, { offset: number }>

function isExtent(record: DiffRecord): record is Extent {
  return record.kind === 'write' || record.kind === 'zero'
}

/** What is to become of a diff, and who is told. */
export interface DiffTarget {
  readonly context: RbdContext
  readonly rbd: ClusterClient
  readonly image: RbdImageSpec
  readonly sparseBytes: number
  /** @param offset - in the image, where one is known; @param sizeBytes - the image's, once the diff has told it */
  readonly onProgress: (offset: number | undefined, sizeBytes: number | undefined) => void
}

/**
 * Makes an image's head what a diff leads to, then the snapshot that it ends with. Neighbouring extents go to the cluster
 * as one stream of writes, whose zeros give their room back.
 *
 * @param source - behind the diff's banner
 * @throws BadStream, also for a snapshot that must be there (EINVAL), or must not (EEXIST)
 */
export async function applyDiff(source: ByteSource, version: DiffVersion, target: DiffTarget): Promise<void> {
  await new DiffApplication(source, version, target).run()
}

class DiffApplication {
  readonly #source: ByteSource
  readonly #target: DiffTarget
  readonly #records: AsyncGenerator<DiffRecord>
  #next: IteratorResult<DiffRecord> = { done: true, value: undefined }
  #snapshot: string | undefined
  #isProtected = false
  #sizeBytes: number | undefined

  constructor(source: ByteSource, version: DiffVersion, target: DiffTarget) {
    this.#source = source
    this.#target = target
    this.#records = readDiff(source, version)
  }

  async run(): Promise<void> {
    await this.#advance()
    while (!this.#next.done) {
      const record: DiffRecord = this.#next.value
      if (isExtent(record)) await this.#write()
      else {
        await this.#prepare(record)
        await this.#advance()
      }
    }
    if (this.#snapshot === undefined) return
    const { rbd, image, context } = this.#target
    const snapshot = { ...image, snapshot: this.#snapshot }
    await rbd.createSnapshot(snapshot, context.call)
    if (this.#isProtected) await rbd.protectSnapshot(snapshot, context.call)
  }

  async #advance(): Promise<void> {
    this.#next = await this.#records.next()
  }

  async #prepare(record: Exclude<DiffRecord, Extent>): Promise<void> {
    const { rbd, image, context, onProgress } = this.#target
    switch (record.kind) {
      case 'from-snapshot':
        if (await this.#hasSnapshot(record.name)) break
        throw new BadStream('EINVAL', `start snapshot '${record.name}' does not exist in the image, aborting`)
      case 'to-snapshot':
        if (await this.#hasSnapshot(record.name)) {
          throw new BadStream('EEXIST', `end snapshot '${record.name}' already exists, aborting`)
        }
        this.#snapshot = record.name
        break
      case 'protection':
        this.#isProtected = record.protected
        break
      case 'size': {
        const { sizeBytes } = record
        const info = await rbd.info(image, context.call)
        if (info.sizeBytes !== sizeBytes) await rbd.resize(image, { sizeBytes, allowShrink: true, ...context.call })
        this.#sizeBytes = sizeBytes
        break
      }
      case 'unknown':
        context.io.stderr(`unrecognized tag byte ${record.tag} in stream; skipping\n`)
        await this.#source.skip(record.lengthBytes, 'skipped tag data')
    }
    onProgress(undefined, this.#sizeBytes)
  }

  async #hasSnapshot(name: string): Promise<boolean> {
    const { rbd, image, context } = this.#target
    return (await rbd.listSnapshots(image, context.call)).some((snapshot) => snapshot.name === name)
  }

  /** Writes this extent and all that follow it. A stream that turns out to be bad ends the writes, then is told of. */
  async #write(): Promise<void> {
    const { rbd, image, context } = this.#target
    let failure: unknown
    const contents = async function* (this: DiffApplication): AsyncGenerator<Content> {
      try {
        for (;;) {
          if (this.#next.done || !isExtent(this.#next.value)) return
          yield* this.#contentOf(this.#next.value)
          await this.#advance()
        }
      } catch (thrown) {
        failure = thrown
      }
    }
    await rbd.write(image, contents.call(this), { freeZeros: true, ...context.call })
    if (failure !== undefined) throw failure
  }

  async *#contentOf({ kind, offset, lengthBytes }: Extent): AsyncGenerator<Content> {
    const { sparseBytes, onProgress } = this.#target
    if (kind === 'zero') {
      onProgress(offset, this.#sizeBytes)
      if (lengthBytes > 0) yield { kind: 'zero', offset, lengthBytes }
      return
    }
    let at = offset
    let zeros: ZeroContent | undefined
    for await (const block of this.#source.blocks(lengthBytes, blockBytesOf(sparseBytes), 'write data')) {
      onProgress(at, this.#sizeBytes)
      for (const run of zeroAndDataRuns(block, at, sparseBytes)) {
        // Zeros go as one run from block to block: only so do they free what they cover.
        if (run.kind === 'zero') zeros = zeros ? joined(zeros, run) : run
        else {
          if (zeros) yield zeros
          zeros = undefined
          yield run
        }
      }
      at += block.byteLength
    }
    if (zeros) yield zeros
  }
}

function joined(first: ZeroContent, second: ZeroContent): ZeroContent {
  return { ...first, lengthBytes: second.offset + second.lengthBytes - first.offset }
}

/** Zeros are looked for in whole multiples of the sparse size. */
function blockBytesOf(sparseBytes: number): number {
  return sparseBytes === 0 ? MiB : Math.max(sparseBytes, Math.floor(MiB / sparseBytes) * sparseBytes)
}
