import { beforeEach, describe, expect, test } from 'vitest'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import { encodeCheckedJson } from '#ceph-sim/store/checked-json.ts'
import { CorruptError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { CrashDisk } from '../../support/crash-disk.ts'
import { connectAdmin, startMs } from '../../support/memory-cluster.ts'
import { image, readRuns, snapshot, writeRun } from '../../support/rbd-bytes.ts'

const fsid = 'bbbbbbbb-0000-4000-8000-000000000000'
const journal = '/store/journal.1'
let disk: CrashDisk

beforeEach(() => {
  disk = new CrashDisk(new SeededRandom('store'))
})

function newCluster(options: { process?: ReturnType<CrashDisk['startProcess']>; fsid?: string } = {}): Cluster {
  const { fileSystem, host } = options.process ?? disk.startProcess()
  return createCluster({
    clock: new VirtualClock(startMs),
    random: new SeededRandom('store'),
    name: 'dcn0',
    fsid: options.fsid ?? fsid,
    store: { kind: 'directory', directory: '/store', fileSystem, host },
  })
}
async function started(): Promise<Cluster> {
  const cluster = newCluster()
  await cluster.start()
  return cluster
}
async function startFailure(cluster = newCluster()): Promise<unknown> {
  return cluster.start().then(
    () => undefined,
    (error: unknown) => error,
  )
}
/** A cluster that was killed with a write acknowledged, but not synced. */
async function killedInWrite(): Promise<void> {
  const rbd = connectAdmin(await started())
  await rbd.createImage(image('images/a'), { sizeBytes: 65536 })
  await writeRun(rbd, 'images/a', 0, 8192, 1)
}
/** A cluster with two images that was killed. */
async function killedCluster(): Promise<void> {
  const rbd = connectAdmin(await started())
  await rbd.createImage(image('images/a'), { sizeBytes: 65536 })
  await writeRun(rbd, 'images/a', 0, 8192, 1)
  await rbd.createImage(image('images/b'), { sizeBytes: 65536 })
}

describe('what start-up reports', () => {
  test('a new store', async () => {
    expect((await started()).recovery).toMatchObject({ created: true, replayedRecords: 0 })
  })

  test('a clean stop leaves nothing to repair', async () => {
    const cluster = await started()
    const key = cluster.identities.keyOf('client.external')
    await connectAdmin(cluster).createImage(image('images/a'), { sizeBytes: 1 })
    await cluster.stop()
    disk.powerFailure()
    const again = await started()
    expect(again.recovery).toEqual({
      created: false,
      replayedRecords: 1,
      droppedRecords: 0,
      droppedBytes: 0,
      orphanLayers: [],
      leftoverFiles: [],
      powerFailure: false,
    })
    expect(again.identities.keyOf('client.external')).toBe(key)
  })

  test('a kill loses nothing acknowledged, with no sync asked for', async () => {
    await killedCluster()
    const cluster = await started()
    expect(cluster.recovery).toMatchObject({ replayedRecords: 3, powerFailure: false })
    expect(await readRuns(connectAdmin(cluster), 'images/a')).toEqual(['0 8192 0x01', '8192 57344 0x00'])
  })

  test('a torn tail is cut off and its length told', async () => {
    await killedInWrite()
    disk.cutTo(journal, disk.contentOf(journal).length - 5)
    const cluster = await started()
    expect(cluster.recovery.replayedRecords).toBe(1)
    expect(cluster.recovery.droppedBytes).toBeGreaterThan(100)
    expect(await readRuns(connectAdmin(cluster), 'images/a')).toEqual(['0 65536 0x00'])
    await cluster.stop()
    expect((await started()).recovery.droppedBytes).toBe(0)
  })

  test('a damaged last record is a torn tail too', async () => {
    await killedInWrite()
    disk.corrupt(journal, disk.contentOf(journal).length - 5, Buffer.from('?'))
    expect(await connectAdmin(await started()).listImages('images')).toEqual(['a'])
  })

  test('files of layers that nothing needs go, and are named', async () => {
    await killedCluster()
    disk.newFile('/store/layers/77.data')
    const { recovery } = await started()
    expect(recovery.orphanLayers).toEqual(['77.data'])
    expect([...disk.names()]).not.toContain('/store/layers/77.data')
  })
})

describe('damage', () => {
  test('in the middle of the journal names file and offset', async () => {
    await killedCluster()
    const bytes = disk.contentOf(journal)
    const secondRecord = bytes.indexOf('DCNR', 4)
    disk.corrupt(journal, secondRecord + 40, Buffer.from('?'))
    const failure = await startFailure()
    expect(failure).toBeInstanceOf(CorruptError)
    expect(failure).toMatchObject({ details: { file: journal, offset: secondRecord } })
    expect(await startFailure()).toBeInstanceOf(CorruptError)
  })

  test.each([
    ['cut off', (length: number) => disk.cutTo(journal, length - 5)],
    ['damaged', (length: number) => disk.corrupt(journal, length - 5, Buffer.from('?'))],
  ])('of the last record, once it was synced, is no torn tail: %s', async (_, damage) => {
    await killedCluster()
    const bytes = disk.contentOf(journal)
    damage(bytes.length)
    disk.powerFailure()
    expect(await startFailure()).toMatchObject({
      code: 'corrupt',
      details: { file: journal, offset: bytes.lastIndexOf('DCNR') },
    })
  })

  test('a store that has been used does not start anew when its format.json is gone', async () => {
    await killedCluster()
    disk.startProcess().fileSystem.remove('/store/format.json')
    expect(await startFailure()).toMatchObject({ code: 'corrupt', details: { file: '/store/format.json' } })
  })

  test.each([
    ['/store/checkpoint', 100],
    ['/store/format.json', 3],
  ])('in %s names the file', async (path, offset) => {
    await killedCluster()
    disk.corrupt(path, offset, Buffer.from([0]))
    const failure = await startFailure()
    expect(failure).toBeInstanceOf(CorruptError)
    expect(failure).toMatchObject({ details: { file: path } })
  })

  test('a layer file that is too short names file and offset', async () => {
    await killedCluster()
    disk.cutTo('/store/layers/1.data', 4096)
    expect(await startFailure()).toMatchObject({
      code: 'corrupt',
      details: { file: '/store/layers/1.data', offset: 4096 },
    })
  })
})

describe('whose directory it is', () => {
  test('another format version is refused by name and number', async () => {
    await (await started()).stop()
    disk.cutTo('/store/format.json', 0)
    const found = encodeCheckedJson({ format: 'dcnsim-ceph-cluster', version: 7, name: 'dcn0', fsid })
    disk.startProcess().fileSystem.open('/store/format.json').writeSync(found, 0)
    expect(await startFailure()).toMatchObject({
      code: 'unsupported',
      message:
        '/store has store format version 7, of a newer dcnsim; this program supports versions 1 to 2. Use the dcnsim ' +
        'that wrote it, or another directory (--state).',
      details: { directory: '/store', foundVersion: '7', supportedVersion: 2 },
    })
  })

  test('another cluster is refused', async () => {
    await (await started()).stop()
    expect(await startFailure(newCluster({ fsid: 'other' }))).toMatchObject({ code: 'conflict' })
  })

  test('a directory that holds something else is refused', async () => {
    disk.newFile('/store/thesis.txt')
    expect(await startFailure()).toMatchObject({ code: 'conflict', details: { foreign: 'thesis.txt' } })
  })

  test('a living process keeps others out; a dead one does not', async () => {
    const process = disk.startProcess()
    const holder = newCluster({ process })
    await holder.start()
    const rival = newCluster({ process })
    expect(await startFailure(rival)).toMatchObject({ code: 'conflict', details: { errno: 'EBUSY' } })
    await holder.stop()
    const heir = newCluster({ process })
    await heir.start()
    expect(await startFailure(newCluster())).toBeUndefined()
  })

  test('a power failure at any moment leaves no lock that somebody would have to remove', async () => {
    const { calls, ...first } = disk.startProcess()
    await newCluster({ process: { calls, ...first } }).start()
    for (let call = 1; call <= calls(); call++) {
      disk = new CrashDisk(new SeededRandom(`lock ${call}`))
      await startFailure(newCluster({ process: disk.startProcess({ dieAtCall: call }) }))
      disk.powerFailure()
      expect(await startFailure()).toBeUndefined()
    }
  })

  test('a damaged lock may be a living process’s, so nobody takes it', async () => {
    await killedCluster()
    disk.cutTo('/store/lock', 7)
    expect(await startFailure()).toMatchObject({ code: 'corrupt', details: { file: '/store/lock', offset: 0 } })
  })

  test('a lock of format version 1 is understood', async () => {
    const process = disk.startProcess()
    const { processId } = process.host
    const lock = { processId, processStart: process.host.processStart(processId), bootId: process.host.bootId() }
    process.fileSystem.createExclusive('/store/lock', Buffer.from(JSON.stringify(lock)))
    expect(await startFailure(newCluster({ process }))).toMatchObject({ details: { errno: 'EBUSY', processId } })
    expect(await startFailure()).toBeUndefined()
  })
})

describe('a stopped cluster', () => {
  test('refuses calls, and stopping twice does nothing', async () => {
    const cluster = await started()
    const rbd = connectAdmin(cluster)
    await cluster.stop()
    await cluster.stop()
    await expect(rbd.listImages('images')).rejects.toMatchObject({ code: 'unavailable' })
    expect(() => connectAdmin(cluster)).toThrow('not running')
  })

  test('cannot go on once its journal cannot be written', async () => {
    const callsToStart = disk.startProcess()
    await newCluster({ process: callsToStart }).start()
    disk = new CrashDisk(new SeededRandom('store'))
    const process = disk.startProcess({ dieAtCall: callsToStart.calls() + 4 })
    const cluster = newCluster({ process })
    await cluster.start()
    const rbd = connectAdmin(cluster)
    await rbd.createImage(image('images/a'), { sizeBytes: 8192 })
    const refused = { code: 'unavailable', details: { file: journal } }
    await expect(rbd.createImage(image('images/b'), { sizeBytes: 8192 })).rejects.toMatchObject(refused)
    await expect(rbd.createSnapshot(snapshot('images/a@s'))).rejects.toMatchObject(refused)
  })
})

test('bytes that a killed process replaced in place are safe once its successor was asked to flush', async () => {
  for (let seed = 0; seed < 20; seed++) {
    disk = new CrashDisk(new SeededRandom(seed))
    const first = connectAdmin(await started())
    await first.createImage(image('images/a'), { sizeBytes: 8192 })
    await writeRun(first, 'images/a', 0, 8192, 1)
    await first.flush(image('images/a'))
    await writeRun(first, 'images/a', 100, 50, 2)
    const second = connectAdmin(await started())
    await second.flush(image('images/a'))
    disk.powerFailure()
    expect(await readRuns(connectAdmin(await started()), 'images/a')).toEqual([
      '0 100 0x01',
      '100 50 0x02',
      '150 8042 0x01',
    ])
  }
})

describe('compaction', () => {
  test('a journal that has grown long is folded into the checkpoint at the next start', async () => {
    const cluster = await started()
    const rbd = connectAdmin(cluster)
    await rbd.createImage(image('images/a'), { sizeBytes: 2 ** 36 })
    const pieces = (function* () {
      for (let i = 0; i < 12_000; i++) {
        yield { kind: 'zero' as const, offset: ((i * 7919) % 2 ** 20) * 65536, lengthBytes: 4096 }
      }
    })()
    await rbd.write(image('images/a'), pieces)
    const before = await rbd.extents(image('images/a'))
    await cluster.stop()
    expect(disk.contentOf(journal).length).toBeGreaterThan(2 ** 20)
    const again = await started()
    expect([...disk.names()].filter((name) => name.includes('journal'))).toEqual(['/store/journal.2'])
    again.audit()
    expect(await connectAdmin(again).extents(image('images/a'))).toEqual(before)
  })
})
