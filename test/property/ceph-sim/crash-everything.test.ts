import { describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { CrashDisk, CrashError } from '../../support/crash-disk.ts'
import { connectAdmin } from '../../support/memory-cluster.ts'
import { filled, image, snapshot, zeros } from '../../support/rbd-bytes.ts'
import { checkOn, clusterOn, contentsOf, stateOn } from '../../support/store-history.ts'

/**
 * A history with every kind of change, cut off at every call that changes the disk, by a kill and by a power failure.
 * Each step is durable once it is acknowledged. So whatever the moment, the cluster that opens again is the one before
 * the step under way or the one after it; only what the step itself says may be something between.
 */
interface Step {
  readonly what: string
  run(rbd: ClusterClient): Promise<unknown>
  /** Names in facts that may be between before and after, as the step is more than one change. */
  readonly loose?: RegExp
}

const KiB = 1024
const group = { pool: 'volumes', group: 'g' }
const inTenant = { pool: 'backups', namespace: 'tenant', image: 'striped' }

const step = (what: string, run: Step['run'], loose?: RegExp): Step => ({ what, run, ...(loose && { loose }) })
/** A write that is synced. Its image may have any part of it. */
const write = (name: string, offset: number, lengthBytes: number, byte: number): Step =>
  step(
    `write ${name}`,
    async (rbd) => {
      const content = byte === 0 ? zeros(offset, lengthBytes) : filled(offset, lengthBytes, byte)
      await rbd.write(image(name), [content])
      await rbd.flush(image(name))
    },
    new RegExp(`${name.split('/')[1]}\\b`),
  )
const create = (name: string, sizeBytes: number): Step =>
  step(`create ${name}`, (rbd) => rbd.createImage(image(name), { sizeBytes, order: 14 }))
const snap = (name: string): Step => step(`snapshot ${name}`, (rbd) => rbd.createSnapshot(snapshot(name)))

/** Stopped in order, and started again: from then on every byte is vouched for, and writes are to bytes that are. */
const restart: Step = step('restart', async () => {})

const history: readonly Step[] = [
  create('images/base', 100 * KiB),
  write('images/base', 0, 70 * KiB, 1),
  snap('images/base@s1'),
  step('protect', (rbd) => rbd.protectSnapshot(snapshot('images/base@s1'))),
  write('images/base', 1000, 9000, 2),
  snap('images/base@s2'),
  write('images/base', 30 * KiB, 5 * KiB, 0),
  step('clone v1', (rbd) => rbd.clone(snapshot('images/base@s1'), image('volumes/one'), { cloneFormat: 1 })),
  step('clone v2', (rbd) => rbd.clone(snapshot('images/base@s2'), image('volumes/two'), { cloneFormat: 2 })),
  write('volumes/one', 17 * KiB + 5, 100, 3),
  write('volumes/two', 20 * KiB, 6 * KiB, 4),
  step('remove a snapshot with a clone', (rbd) => rbd.removeSnapshot(snapshot('images/base@s2'))),
  snap('volumes/one@t1'),
  write('volumes/one', 18 * KiB, 30 * KiB, 5),
  snap('volumes/one@t2'),
  write('volumes/one', 3, 5000, 6),
  step('merge layers', (rbd) => rbd.removeSnapshot(snapshot('volumes/one@t1'))),
  restart,
  write('volumes/one', 20 * KiB, 20 * KiB, 11),
  write('images/base', 2000, 500, 12),
  step('roll back', (rbd) => rbd.rollback(snapshot('volumes/one@t2'))),
  write('volumes/one', 60 * KiB, 8 * KiB, 7),
  step('shrink', (rbd) => rbd.resize(image('volumes/one'), { sizeBytes: 63 * KiB + 7, allowShrink: true })),
  step('grow', (rbd) => rbd.resize(image('volumes/one'), { sizeBytes: 90 * KiB })),
  step('flatten', (rbd) => rbd.flatten(image('volumes/two'))),
  step('group', (rbd) => rbd.groups.create(group)),
  step('join', (rbd) => rbd.groups.addImage(group, image('volumes/one'))),
  step('join too', (rbd) => rbd.groups.addImage(group, image('volumes/two'))),
  step('snapshot of a group', (rbd) => rbd.groups.createSnapshot(group, 'both')),
  write('volumes/two', 20 * KiB, 6 * KiB, 8),
  step('roll back a group', (rbd) => rbd.groups.rollback(group, 'both'), /one|two/),
  step('end a snapshot of a group', (rbd) => rbd.groups.removeSnapshot(group, 'both')),
  step('leave', (rbd) => rbd.groups.removeImage(group, image('volumes/two'))),
  step('trash', (rbd) => rbd.trash.move(image('volumes/two'))),
  step('restore', async (rbd) => {
    const [trashed] = await rbd.trash.list('volumes')
    await rbd.trash.restore({ pool: 'volumes', id: trashed!.id }, { name: 'back' })
  }),
  step('trash again', (rbd) => rbd.trash.move(image('volumes/back'))),
  step('empty the trash', async (rbd) => {
    const [trashed] = await rbd.trash.list('volumes')
    await rbd.trash.remove({ pool: 'volumes', id: trashed!.id })
  }),
  step(
    'deep copy',
    async (rbd) => {
      for await (const _ of rbd.copies.deepCopy(image('volumes/one'), image('backups/copy'), { order: 14 }));
      await rbd.flush(image('backups/copy'))
    },
    /copy|"kind":"pool"/,
  ),
  step('prepare a migration', (rbd) => rbd.migration.prepare(image('backups/copy'), image('vms/moved'))),
  write('vms/moved', 8 * KiB, 5000, 9),
  step('execute it', (rbd) => rbd.migration.execute(image('vms/moved'))),
  step('commit it', (rbd) => rbd.migration.commit(image('vms/moved')), /copy|moved|"kind":"pool"/),
  step('a name space', (rbd) => rbd.namespaces.create('backups', 'tenant')),
  step('stripes', (rbd) =>
    rbd.createImage(inTenant, { sizeBytes: 50 * KiB, order: 14, stripeUnitBytes: 4 * KiB, stripeCount: 2 }),
  ),
  step('metadata', (rbd) => rbd.metadata.set(inTenant, { key: 'k', value: 'v' })),
  step('features', (rbd) => rbd.features.disable(inTenant, ['fast-diff'])),
  step('a limit', (rbd) => rbd.snapshotSettings.setLimit(inTenant, 3)),
  step('a lock by hand', (rbd) => rbd.locks.add(inTenant, { id: 'by-hand' })),
  step('configuration', (rbd) => rbd.config.set('client', { name: 'rbd_default_order', value: '14' })),
  step('configuration of a pool', (rbd) => rbd.config.setForPool('vms', { name: 'rbd_cache', value: 'false' })),
  step('an identity', (rbd) => rbd.auth.getOrCreate('client.new', { mon: 'allow r' })),
  step('its caps', (rbd) => rbd.auth.setCaps('client.new', { mon: 'profile rbd' })),
  step('its end', (rbd) => rbd.auth.remove('client.new')),
  step('an osd leaves', (rbd) => rbd.osds.markOut(2)),
  step('an osd dies', (rbd) => rbd.osds.fail(0)),
  step('an osd is replaced', (rbd) => rbd.osds.replace(0)),
  step('an object', (rbd) => rbd.objects.put({ pool: 'vms', name: 'note' }, Buffer.from('text'))),
  step('mirroring', (rbd) => rbd.mirroring.enablePool('images', 'image')),
  step('a pool', (rbd) => rbd.pools.create('doomed', { pgNum: 8 })),
  create('doomed/gone', 20 * KiB),
  write('doomed/gone', 0, 20 * KiB, 10),
  step('a new name', (rbd) => rbd.pools.rename('doomed', 'lost')),
  step('permission', (rbd) => rbd.config.set('mon', { name: 'mon_allow_pool_delete', value: 'true' })),
  step('a pool with its images', (rbd) => rbd.pools.remove('lost', { again: 'lost', sure: true })),
]

const compactAtBytes = 6000

/** What a cluster knows and what its images read as, but for how that is laid out in layers. */
async function factsOn(disk: CrashDisk, rbd: ClusterClient): Promise<Set<string>> {
  const facts = new Set<string>()
  const names = new Map<string, string>()
  for (const line of stateOn(disk)!.split('\n')) {
    const { kind, head: _, layer: __, ...record } = JSON.parse(line) as Record<string, unknown>
    if (kind === 'layer' || kind === 'units') continue
    if (kind === 'image') names.set(String(record.id), String(record.name))
    const name = names.get(String(record.image))
    facts.add(JSON.stringify({ kind, ...record, ...(name !== undefined && { of: name }) }))
  }
  for (const [name, bytes] of await contentsOf(rbd)) facts.add(`${name} ${bytes.toString('base64')}`)
  return facts
}

interface Run {
  /** Steps that were acknowledged. */
  readonly done: number
  readonly calls: number
}

async function run(disk: CrashDisk, dieAtCall?: number, after?: (rbd: ClusterClient) => Promise<void>): Promise<Run> {
  let past = 0
  const start = () =>
    clusterOn(disk, { compactAtBytes, ...(dieAtCall !== undefined && { dieAtCall: dieAtCall - past }) })
  let { cluster, calls } = start()
  let done = -1
  try {
    await cluster.start()
    let rbd = connectAdmin(cluster)
    await after?.(rbd)
    done = 0
    for (const each of history) {
      if (each === restart) {
        await cluster.stop()
        past += calls()
        ;({ cluster, calls } = start())
        await cluster.start()
        rbd = connectAdmin(cluster)
      } else await each.run(rbd)
      await after?.(rbd)
      done++
    }
    await cluster.stop()
  } catch (error) {
    if (dieAtCall === undefined || !isDeath(error)) throw error
  }
  return { done, calls: past + calls() }
}

function isDeath(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof CrashError) return true
  return false
}

/** What is known after each step, and how many calls it all takes. */
async function reference() {
  const disk = new CrashDisk(new SeededRandom(0))
  const known: Set<string>[] = []
  const { calls } = await run(disk, undefined, async (rbd) => void known.push(await factsOn(disk, rbd)))
  return { known, calls }
}

async function expectBeforeOrAfter(disk: CrashDisk, { done }: Run, known: readonly Set<string>[], when: string) {
  const damage = (await checkOn(disk)).findings.filter(({ kind }) => kind === 'damage')
  expect(damage, when).toEqual([])
  const { cluster } = clusterOn(disk)
  await cluster.start()
  cluster.audit()
  const rbd = connectAdmin(cluster)
  const found = await factsOn(disk, rbd)
  const { what = 'the end', loose } = history[done] ?? {}
  const strict = (facts: Set<string>) => [...facts].filter((fact) => !loose?.test(fact)).sort()
  const candidates = [known[done], known[done + 1]].flatMap((facts) => (facts ? [strict(facts)] : []))
  const isKnown = candidates.some((facts) => facts.join('\n') === strict(found).join('\n'))
  if (!isKnown) expect(strict(found), `${when}, in '${what}': neither before nor after`).toEqual(candidates[0])
  await cluster.stop()
  const { findings } = await checkOn(disk, { scrub: true })
  expect(
    findings.filter(({ kind }) => kind !== 'unverified'),
    when,
  ).toEqual([])
}

describe('a crash at any call of a history with every kind of change', () => {
  test('kill -9: what was acknowledged is there, nothing else is (INV01, INV03, INV10, INV11)', async () => {
    const { known, calls } = await reference()
    expect(known).toHaveLength(history.length + 1)
    for (let call = firstCall; call <= calls; call++) {
      const disk = new CrashDisk(new SeededRandom(call))
      await expectBeforeOrAfter(disk, await run(disk, call), known, `killed at call ${call}`)
    }
  }, 240_000)

  test('power failure: the same', async () => {
    const { known, calls } = await reference()
    for (let call = firstCall; call <= calls; call++) {
      const disk = new CrashDisk(new SeededRandom(`power ${call}`))
      const cut = await run(disk, call)
      disk.powerFailure()
      await expectBeforeOrAfter(disk, cut, known, `power failure at call ${call}`)
    }
  }, 240_000)
})

/** Creation itself is cut off elsewhere. */
const firstCall = 25
