import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { dumpState } from '#ceph-sim/engine/checkpoint.ts'
import { defaultCapacity } from '#ceph-sim/engine/status/capacity.ts'
import { type CheckOptions, type CheckReport, checkCluster } from '#ceph-sim/fsck/check-cluster.ts'
import { readClusterImage } from '#ceph-sim/fsck/cluster-image.ts'
import type { Finding } from '#ceph-sim/fsck/findings.ts'
import { formatSpec, type RbdSpec } from '#ceph-sim/rbd.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import type { CrashDisk } from './crash-disk.ts'
import { connectAdmin, startMs } from './memory-cluster.ts'
import { filled, image, readBytes, snapshot, zeros } from './rbd-bytes.ts'

const KiB = 1024
export const storeDirectory = '/store'
const capacity = { osds: 3, osdSizeBytes: 2 ** 30, replicas: 2 }
const cluster = { name: 'dcn0', fsid: 'bbbbbbbb-0000-4000-8000-000000000000' }

/** A cluster on a disk that can fail. */
export function clusterOn(disk: CrashDisk, options: { dieAtCall?: number; compactAtBytes?: number } = {}) {
  const { compactAtBytes = 2 ** 25, ...dying } = options
  const { fileSystem, host, calls } = disk.startProcess(dying)
  const store = { kind: 'directory', directory: storeDirectory, fileSystem, host, compactAtBytes } as const
  const clock = new VirtualClock(startMs)
  const made: Cluster = createCluster({ clock, random: new SeededRandom('history'), ...cluster, store, capacity })
  return { cluster: made, clock, calls }
}

/** `dcnsim fsck` of a cluster on such a disk. */
export function checkOn(disk: CrashDisk, options: CheckOptions = {}): Promise<CheckReport> {
  const { fileSystem, host } = disk.startProcess()
  return checkCluster({ fileSystem, host, directory: storeDirectory, capacity, cluster }, options)
}

/** Everything that the metadata on a disk amounts to, as text; undefined where it is damaged. */
export function stateOn(disk: CrashDisk): string | undefined {
  const { fileSystem, host } = disk.startProcess()
  const findings: Finding[] = []
  const deps = { fileSystem, host, directory: storeDirectory, capacity: { ...defaultCapacity, ...capacity } }
  const { state } = readClusterImage(deps, (finding) => findings.push(finding))
  if (!state || findings.some(({ kind }) => kind === 'damage')) return undefined
  return [...dumpState(state)].map((record) => JSON.stringify(inOrder(record))).join('\n')
}

/** With keys and entries in an order of their own: that in which things happened is not part of what is. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(inOrder)
    return items.every(Array.isArray) ? items.sort((a, b) => a[0] - b[0]) : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, inOrder(each)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** One of everything that a cluster keeps: what opens again must be all of it. All of it is synced in the end. */
export async function liveThroughEverything(rbd: ClusterClient): Promise<void> {
  await setUp(rbd)
  await useImages(rbd)
  await useRoles(rbd)
}

async function setUp({ namespaces, pools, auth, config, osds, objects, blocklist, clones }: ClusterClient) {
  await pools.create('extra', { pgNum: 8 })
  await pools.init('extra')
  await pools.setQuota('extra', { maxObjects: 1000 })
  await pools.rename('extra', 'spare')
  await pools.create('doomed', { pgNum: 8 })
  await pools.enableApplication('doomed', 'rbd')
  await namespaces.create('spare', 'tenant')
  await auth.getOrCreate('client.backup', { mon: 'profile rbd', osd: 'profile rbd pool=backups' })
  await auth.setCaps('client.backup', { mon: 'allow r' })
  await config.set('client', { name: 'rbd_default_order', value: '14' })
  await config.setForPool('spare', { name: 'rbd_cache', value: 'false' })
  await osds.reweight(1, 0.5)
  await osds.stop(2)
  await objects.put({ pool: 'spare', name: 'note' }, Buffer.from('text'))
  await blocklist.add('192.0.2.7:0/1', { seconds: 9000 })
  await clones.setMinCompatClient('mimic')
}

async function useImages(rbd: ClusterClient): Promise<void> {
  const { metadata, features, snapshotSettings, locks, pools } = rbd
  await rbd.createImage(image('images/base'), { sizeBytes: 300 * KiB, order: 14 })
  await rbd.write(image('images/base'), [filled(0, 40 * KiB, 1), filled(100 * KiB, 150 * KiB, 2)])
  await rbd.createSnapshot(snapshot('images/base@s1'))
  await rbd.protectSnapshot(snapshot('images/base@s1'))
  await rbd.write(image('images/base'), [filled(1000, 3000, 3), zeros(32 * KiB, 4 * KiB)])
  await rbd.createSnapshot(snapshot('images/base@s2'))
  await rbd.clone(snapshot('images/base@s1'), image('volumes/child'), { cloneFormat: 1 })
  await rbd.write(image('volumes/child'), [filled(17 * KiB + 5, 100, 4)])
  await rbd.createSnapshot(snapshot('volumes/child@t1'))
  await rbd.write(image('volumes/child'), [filled(18 * KiB, 9 * KiB, 5)])
  await rbd.discard(image('volumes/child'), { offset: 0, lengthBytes: 16 * KiB })
  await rbd.clone(snapshot('images/base@s2'), image('vms/second'), { cloneFormat: 2 })
  await rbd.removeSnapshot(snapshot('images/base@s2'))
  await rbd.createImage(
    { pool: 'spare', namespace: 'tenant', image: 'striped' },
    { sizeBytes: 90 * KiB, order: 14, stripeUnitBytes: 4 * KiB, stripeCount: 3, dataPool: 'backups' },
  )
  await rbd.write({ pool: 'spare', namespace: 'tenant', image: 'striped' }, [filled(5 * KiB, 50 * KiB, 6)])
  await metadata.set(image('images/base'), { key: 'owner', value: 'ä“ö' })
  await features.disable(image('vms/second'), ['fast-diff', 'object-map'])
  await snapshotSettings.setLimit(image('volumes/child'), 7)
  await snapshotSettings.rename(snapshot('volumes/child@t1'), 't2')
  await locks.add(image('images/base'), { id: 'by-hand' })
  await rbd.createImage(image('doomed/gone'), { sizeBytes: 50 * KiB, order: 14 })
  await rbd.write(image('doomed/gone'), [filled(0, 50 * KiB, 7)])
  await rbd.flush(image('doomed/gone'))
  await rbd.removeImage(image('doomed/gone'))
  const allowed = { name: 'mon_allow_pool_delete', value: 'true' }
  await rbd.config.set('mon', allowed)
  await pools.remove('doomed', { again: 'doomed', sure: true })
}

async function useRoles(rbd: ClusterClient): Promise<void> {
  const { trash, groups, migration, mirroring, copies } = rbd
  for await (const _ of copies.deepCopy(image('volumes/child'), image('backups/copy'), { order: 14 }));
  await rbd.createSnapshot(snapshot('backups/copy@now'))
  await rbd.write(image('backups/copy'), [filled(60 * KiB, 30 * KiB, 8)])
  await rbd.rollback(snapshot('backups/copy@now'))
  await rbd.clone(snapshot('images/base@s1'), image('vms/flat'), { cloneFormat: 2 })
  await rbd.flatten(image('vms/flat'))
  await rbd.createImage(image('vms/waste'), { sizeBytes: 20 * KiB, order: 14 })
  await rbd.write(image('vms/waste'), [filled(0, 20 * KiB, 9)])
  await trash.move(image('vms/waste'), { deferForMs: 1000 })
  await groups.create({ pool: 'volumes', group: 'g' })
  await groups.addImage({ pool: 'volumes', group: 'g' }, image('volumes/child'))
  await groups.createSnapshot({ pool: 'volumes', group: 'g' }, 'one')
  await rbd.createImage(image('volumes/moving'), { sizeBytes: 40 * KiB, order: 14 })
  await rbd.write(image('volumes/moving'), [filled(3 * KiB, 30 * KiB, 10)])
  await migration.prepare(image('volumes/moving'), image('backups/moved'))
  await rbd.write(image('backups/moved'), [filled(8 * KiB, 5000, 11)])
  await mirroring.enablePool('images', 'image')
  await rbd.createImage(image('images/mirrored'), { sizeBytes: 20 * KiB, order: 14 })
  await mirroring.enableImage(image('images/mirrored'))
  await rbd.resize(image('images/mirrored'), { sizeBytes: 10 * KiB + 3, allowShrink: true })
  await rbd.renameImage(image('images/mirrored'), 'mirror')
  for (const spec of await heads(rbd)) await rbd.flush(spec)
}

/** Every image outside the trash. */
async function heads(rbd: ClusterClient): Promise<RbdSpec[]> {
  const found: RbdSpec[] = []
  for (const { name: pool } of await rbd.listPools()) {
    for (const namespace of ['', ...(await rbd.namespaces.list(pool))]) {
      for (const name of await rbd.listImages(pool, { namespace })) {
        found.push({ pool, image: name, ...(namespace !== '' && { namespace }) })
      }
    }
  }
  return found
}

/** What every image and every snapshot of a user reads as, images in the trash included. */
export async function contentsOf(rbd: ClusterClient): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>()
  const specs = await heads(rbd)
  for (const { name: pool } of await rbd.listPools()) {
    for (const { id, name } of await rbd.trash.list(pool, { all: true })) specs.push({ pool, image: name, id })
  }
  for (const spec of specs) {
    const label = (each: RbdSpec) => `${formatSpec(each)}${spec.id ? ` (in the trash, id ${spec.id})` : ''}`
    contents.set(label(spec), await readBytes(rbd, spec))
    for (const { name } of await rbd.listSnapshots(spec)) {
      const snap = { ...spec, snapshot: name }
      contents.set(label(snap), await readBytes(rbd, snap))
    }
  }
  return contents
}

/** A disk with a cluster that has lived through everything. @param end - stopped in order, or killed */
export async function livedOn(disk: CrashDisk, end: 'stopped' | 'killed', compactAtBytes?: number) {
  const { cluster: lived } = clusterOn(disk, compactAtBytes === undefined ? {} : { compactAtBytes })
  await lived.start()
  const rbd = connectAdmin(lived)
  await liveThroughEverything(rbd)
  const contents = await contentsOf(rbd)
  if (end === 'stopped') await lived.stop()
  return { rbd, contents }
}
