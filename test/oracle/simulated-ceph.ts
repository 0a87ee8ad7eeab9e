import { createHash } from 'node:crypto'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { DiffOptions } from '#ceph-sim/port/diffs.ts'
import type { TrashedImageSpec } from '#ceph-sim/port/trash.ts'
import type { RbdImageInfo, RbdImageSpec, RbdSnapshotSpec, RbdSpec } from '#ceph-sim/rbd.ts'
import { errnoOf } from '#cli/commands/rbd/errno.ts'
import { asDomainError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { InstantClock } from '../support/instant-clock.ts'
import type { Answer, CephUnderTest } from './ceph-under-test.ts'
import type { Operation } from './operations.ts'

const pool = 'oracle'
const featureBits = ['layering', 'striping', 'exclusive-lock', 'object-map', 'fast-diff', 'deep-flatten'] as const
const operationsBit = 256

/** The simulated cluster, in this process and in memory. */
export class SimulatedCeph implements CephUnderTest {
  readonly #cluster: Cluster
  readonly #rbd: ClusterClient

  private constructor(cluster: Cluster) {
    this.#cluster = cluster
    this.#rbd = cluster.connect({ user: 'client.admin', key: cluster.identities.keyOf('client.admin') })
  }

  static async start(): Promise<SimulatedCeph> {
    const cluster = createCluster({
      clock: new InstantClock(Date.UTC(2026, 10, 20)),
      random: new SeededRandom('oracle'),
      name: 'ceph',
      fsid: 'cccccccc-0000-4000-8000-000000000000',
      store: { kind: 'memory' },
      capacity: { osds: 1, osdSizeBytes: 2 ** 40, replicas: 1 },
      pools: [pool],
    })
    await cluster.start()
    return new SimulatedCeph(cluster)
  }

  openScope(namespace: string): Promise<Answer> {
    return answer(() => this.#rbd.namespaces.create(pool, namespace))
  }

  act(namespace: string, operation: Operation): Promise<Answer> {
    return answer(() => this.#carryOut(namespace, operation))
  }

  async list(namespace: string) {
    const trash = await this.#rbd.trash.list(pool, { namespace })
    return {
      images: await this.#rbd.listImages(pool, { namespace }),
      trash: trash.map(({ name }) => name).sort(),
    }
  }

  observe(namespace: string, image: string): Promise<Answer> {
    return answer(() => this.#view({ pool, namespace, image }))
  }

  /** What the engine keeps by increments, counted anew. */
  audit(): void {
    this.#cluster.audit()
  }

  async stop(): Promise<void> {
    await this.#cluster.stop()
  }

  async #carryOut(namespace: string, operation: Operation): Promise<unknown> {
    const rbd = this.#rbd
    const image = (name: string) => ({ pool, namespace, image: name })
    const spec = image(operation.image)
    const snapshot = 'snapshot' in operation ? { ...spec, snapshot: operation.snapshot } : undefined
    switch (operation.op) {
      case 'create': {
        const { size, order, features } = operation
        return rbd.createImage(spec, { sizeBytes: size, order, features: namesOf(features) })
      }
      case 'write':
        return this.#write(spec, operation)
      case 'discard':
        return rbd.discard(spec, { offset: operation.offset, lengthBytes: operation.length })
      case 'write-zeroes':
        return this.#writeZeroes(spec, operation)
      case 'resize':
        return rbd.resize(spec, { sizeBytes: operation.size, allowShrink: operation.allowShrink })
      case 'snapshot':
        return rbd.createSnapshot(snapshot!)
      case 'remove-snapshot':
        return rbd.removeSnapshot(snapshot!)
      case 'protect':
        return rbd.protectSnapshot(snapshot!)
      case 'unprotect':
        return rbd.unprotectSnapshot(snapshot!)
      case 'rollback':
        return rbd.rollback(snapshot!)
      case 'clone': {
        const { child, order, features, format } = operation
        const layout = { features: namesOf(features), ...(order !== null && { order }) }
        return rbd.clone(snapshot!, image(child), { ...layout, cloneFormat: format })
      }
      case 'rename-snapshot':
        return rbd.snapshotSettings.rename(snapshot!, operation.name)
      case 'copy': {
        // librbd's own default; the rbd command asks for 4 KiB.
        const sparseBytes = 2 ** (await rbd.info(spec)).order
        return finished(rbd.copies.copy(spec, image(operation.child), { sparseBytes }))
      }
      case 'deep-copy':
        return finished(rbd.copies.deepCopy(spec, image(operation.child)))
      case 'flatten':
        return rbd.flatten(spec)
      case 'rename':
        return rbd.renameImage(spec, operation.name)
      case 'set-metadata':
        return rbd.metadata.set(spec, { key: operation.key, value: operation.text })
      case 'remove':
        return rbd.removeImage(spec)
      case 'trash':
        return rbd.trash.move(spec)
      case 'restore':
        return rbd.trash.restore(await this.#trashed(spec), { name: operation.image })
      case 'empty-trash':
        return rbd.trash.remove(await this.#trashed(spec), { force: true })
    }
  }

  /** The oldest in the trash that had this name. */
  async #trashed({ image, namespace = '' }: RbdImageSpec): Promise<TrashedImageSpec> {
    const found = (await this.#rbd.trash.list(pool, { namespace })).find(({ name }) => name === image)
    if (!found) throw new NotFoundError(`${image} is not in the trash`, { errno: 'ENOENT' })
    return { pool, namespace, id: found.id }
  }

  /** As `Image.write`: what reaches past the end is cut, what begins there is refused. */
  async #write(spec: RbdSpec, { offset, length, byte }: { offset: number; length: number; byte: number }) {
    const { sizeBytes } = await this.#rbd.info(spec)
    const fits = Math.min(length, sizeBytes - offset)
    const bytes = Buffer.alloc(fits > 0 ? fits : length, byte)
    const { writtenBytes } = await this.#rbd.write(spec, [{ kind: 'data', offset, bytes }])
    return writtenBytes
  }

  async #writeZeroes(spec: RbdImageSpec, { offset, length }: { offset: number; length: number }) {
    const { sizeBytes } = await this.#rbd.info(spec)
    const fits = Math.min(length, sizeBytes - offset)
    const lengthBytes = fits > 0 ? fits : length
    await this.#rbd.write(spec, [{ kind: 'zero', offset, lengthBytes }], { freeZeros: true })
  }

  async #extents(spec: RbdSpec, options: DiffOptions): Promise<unknown> {
    const extents: unknown[] = []
    for await (const { offset, lengthBytes, exists } of this.#rbd.diffs.list(spec, options)) {
      extents.push([offset, lengthBytes, exists])
    }
    return extents
  }

  async #view(spec: RbdImageSpec) {
    const info = await this.#rbd.info(spec)
    const snapshots: object[] = []
    let previous: string | undefined
    for (const { name } of await this.#rbd.listSnapshots(spec)) {
      snapshots.push(await this.#snapshotView({ ...spec, snapshot: name }, previous))
      previous = name
    }
    const metadata = (await this.#rbd.metadata.list(spec)).map(({ key, value }) => [key, value])
    return {
      ...(await this.#state(spec, info)),
      order: info.order,
      features: bitsOf(info.features) + (info.opFeatures.length > 0 && info.sizeBytes > 0 ? operationsBit : 0),
      metadata,
      objects: await this.#extents(spec, { wholeObject: true }),
      snapshots,
    }
  }

  async #snapshotView(at: RbdSnapshotSpec, previous: string | undefined) {
    const { pool, namespace = '', image, snapshot } = at
    const told = await this.#rbd.info(at)
    const children = (await this.#rbd.clones.children(at)).filter(({ inTrash }) => !inTrash)
    const since = (options: DiffOptions) =>
      previous ? this.#extents(at, { fromSnapshot: previous, ...options }) : null
    return {
      ...(await this.#state(at, told)),
      name: snapshot,
      protected: told.protected,
      children: children.map((child) => child.image).sort(),
      changed: await since({}),
      changedObjects: await since({ wholeObject: true }),
      since: await this.#extents({ pool, namespace, image }, { fromSnapshot: snapshot }),
    }
  }

  async #state(spec: RbdSpec, { sizeBytes, parent }: RbdImageInfo) {
    return {
      size: sizeBytes,
      parent: parent ? [parent.image, parent.snapshot, parent.overlapBytes] : null,
      content: await this.#hash(spec),
      extents: await this.#extents(spec, {}),
    }
  }

  async #hash(spec: RbdSpec): Promise<string> {
    const digest = createHash('md5')
    for await (const piece of this.#rbd.read(spec, {})) {
      digest.update(piece.kind === 'data' ? piece.bytes : Buffer.alloc(piece.lengthBytes))
    }
    return digest.digest('hex')
  }
}

async function answer(act: () => Promise<unknown>): Promise<Answer> {
  try {
    return { value: (await act()) ?? null }
  } catch (thrown) {
    const { number } = errnoOf(thrown)
    return { errno: number, message: asDomainError(thrown).message }
  }
}

function namesOf(bits: number): string[] {
  return featureBits.filter((_, bit) => (bits & (1 << bit)) !== 0)
}

function bitsOf(names: readonly string[]): number {
  return featureBits.reduce((bits, name, bit) => (names.includes(name) ? bits | (1 << bit) : bits), 0)
}

async function finished(steps: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of steps);
}
