import { beforeEach, describe, expect, it } from 'vitest'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { decorateRbd } from '#ceph-sim/rbd-decorator.ts'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import { realNow, SystemClock } from '#kernel/time/system-clock.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { CinderRbdDriver, type CinderRbdOptions } from '#openstack/drivers/cinder-rbd.ts'
import { GlanceRbdStore } from '#openstack/drivers/glance-rbd.ts'
import type { AgentImage } from '#openstack/site-agent.ts'
import { digestOf, grown, noise, runs } from '../../support/content.ts'
import { fsids, openCluster, type TestCluster } from '../../support/test-cluster.ts'

const imageId = '8083c7e7-32d8-4f7a-b1da-0ed7884f1076'
const elsewhere = { url: `rbd://${fsids.central}/images/${imageId}/snap`, store: 'central' }
const content = () => [...runs(noise('image', MiB), 2 * MiB, noise('end', MiB))]

let cluster: TestCluster
let logged: string[]
beforeEach(async () => {
  cluster = await openCluster('dcn0')
  logged = []
})

function driver(options: CinderRbdOptions = {}, rbd: Rbd = cluster.rbd): CinderRbdDriver {
  const clock = new SystemClock({ realMs: realNow(), simMs: 0, speed: 1e5 })
  const log = ({ message }: { message: string }) => void logged.push(message)
  return new CinderRbdDriver({ clock, rbd, fsid: cluster.fsid, log }, options)
}

/** The image as the hub tells of it, stored in this cluster too. */
async function imageHere(): Promise<AgentImage> {
  const store = new GlanceRbdStore(cluster.rbd, { store: 'dcn0' })
  const { url, sizeBytes } = await store.add(imageId, { sizeBytes: 4 * MiB, pieces: content() })
  return { id: imageId, diskFormat: 'raw', sizeBytes, locations: [elsewhere, { url, store: 'dcn0' }] }
}

const volume = (id: string) => ({ pool: 'volumes', image: `volume-${id}` })
const volumes = () => cluster.rbd.listImages('volumes')
const rows = async () =>
  (await cluster.rbd.listDetailed('volumes')).map(({ image, snapshot, parent }) => {
    const name = snapshot === undefined ? image : `${image}@${snapshot}`
    return parent ? `${name} <- ${parent.pool}/${parent.image}@${parent.snapshot}` : name
  })
const digestOfVolume = (id: string, lengthBytes = 4 * MiB) => digestOf(cluster.rbd.read(volume(id), { lengthBytes }))

describe('a volume from an image', () => {
  it('is a grown clone of the copy in this cluster (A49, A56-A59, O63)', async () => {
    const image = await imageHere()
    expect(await driver().cloneImage({ volumeId: 'v', sizeBytes: 8 * GiB }, image)).toBe(true)
    expect(await rows()).toEqual([`volume-v <- images/${imageId}@snap`])
    expect(await cluster.rbd.info(volume('v'))).toMatchObject({ sizeBytes: 8 * GiB, order: 23 })
    const [usage] = await cluster.rbd.diskUsage(volume('v'))
    expect(usage).toMatchObject({ usedBytes: 0 })
    expect(logged).toContain(`${elsewhere.url} is in a different ceph cluster`)
  })

  it.each([
    ['is not raw', { diskFormat: 'qcow2' }],
    ['is only at another site', { locations: [elsewhere] }],
    ['has a location of the short form', { locations: [{ url: `rbd://${imageId}`, store: 'dcn0' }] }],
    ['is gone from its place', { locations: [{ url: `rbd://${fsids.dcn0}/images/gone/snap`, store: 'dcn0' }] }],
  ])('is not cloned when the image %s (O63)', async (_, change) => {
    const image = { ...(await imageHere()), ...change }
    expect(await driver().cloneImage({ volumeId: 'v', sizeBytes: GiB }, image)).toBe(false)
    expect(await volumes()).toEqual([])
  })

  it('must be at least as large as the image', async () => {
    const clone = driver().cloneImage({ volumeId: 'v', sizeBytes: 2 * MiB }, await imageHere())
    await expect(clone).rejects.toThrow("is unacceptable: Image virtual size is 1GB and doesn't fit in a volume")
    expect(await volumes()).toEqual([])
  })

  it('is a flat, sparse, grown copy on the download path', async () => {
    const pieces = runs(noise('image', MiB), 2 * MiB, new Uint8Array(4 * MiB), noise('end', MiB))
    const image = { id: imageId, rawBytes: 8 * MiB, pieces }
    await driver().importImage({ volumeId: 'v', sizeBytes: 16 * MiB }, image)
    expect(await rows()).toEqual(['volume-v'])
    expect(await cluster.rbd.extents(volume('v'))).toEqual([
      { offset: 0, lengthBytes: MiB },
      { offset: 7 * MiB, lengthBytes: MiB },
    ])
    const same = grown([...runs(noise('image', MiB), 6 * MiB, noise('end', MiB))], 16 * MiB)
    expect(await digestOfVolume('v', 16 * MiB)).toBe(await same)
  })

  it.each([3, 5])('leaves nothing when %i of 4 MiB arrive', async (sentMiB) => {
    const image = { id: imageId, rawBytes: 4 * MiB, pieces: runs(noise('a', sentMiB * MiB)) }
    await expect(driver().importImage({ volumeId: 'v', sizeBytes: GiB }, image)).rejects.toThrow('expected 4194304')
    expect(await volumes()).toEqual([])
  })

  it('leaves nothing when it cannot be grown', async () => {
    const rbd = decorateRbd(() => cluster.rbd, {
      call: (call) => {
        if (call.method === 'resize') throw new UnavailableError('cut off')
        return call.proceed()
      },
    })
    const clone = driver({}, rbd).cloneImage({ volumeId: 'v', sizeBytes: GiB }, await imageHere())
    await expect(clone).rejects.toThrow('cut off')
    expect(await volumes()).toEqual([])
    await expect(cluster.rbd.children({ pool: 'images', image: imageId, snapshot: 'snap' })).resolves.toEqual([])
  })
})

describe('a volume that exists', () => {
  it('is neither replaced nor removed by a second attempt to make it', async () => {
    await driver().createBlank('v', GiB)
    await cluster.rbd.write(volume('v'), runs(noise('mine', MiB)))
    const again = [
      driver().createBlank('v', GiB),
      driver().cloneImage({ volumeId: 'v', sizeBytes: GiB }, await imageHere()),
      driver().importImage({ volumeId: 'v', sizeBytes: GiB }, { id: imageId, rawBytes: MiB, pieces: runs(MiB) }),
    ]
    for (const attempt of again) await expect(attempt).rejects.toThrow('RBD image volume-v already exists')
    expect(await cluster.rbd.extents(volume('v'))).toEqual([{ offset: 0, lengthBytes: MiB }])
  })

  it('is thin when it is blank', async () => {
    await driver().createBlank('v', 8 * GiB)
    expect(await cluster.rbd.info(volume('v'))).toMatchObject({ sizeBytes: 8 * GiB, order: 22 })
    expect((await cluster.rbd.diskUsage(volume('v')))[0]).toMatchObject({ usedBytes: 0 })
  })
})

describe('snapshots', () => {
  const ref = { volumeId: 'v', snapshotId: 's' }
  beforeEach(async () => {
    await driver().createBlank('v', GiB)
    await cluster.rbd.write(volume('v'), runs(noise('v', MiB)))
    await driver().createSnapshot(ref)
  })

  it('are protected and keep size and parent (A67, A68)', async () => {
    expect(await cluster.rbd.listSnapshots(volume('v'))).toMatchObject([
      { name: 'snapshot-s', protected: true, sizeBytes: GiB },
    ])
  })

  it('make volumes that share their data and may be larger', async () => {
    expect(await driver().createFromSnapshot({ volumeId: 'w', sizeBytes: 2 * GiB }, ref)).toBe(true)
    expect(await rows()).toContain('volume-w <- volumes/volume-v@snapshot-s')
    expect(await cluster.rbd.info(volume('w'))).toMatchObject({ sizeBytes: 2 * GiB })
  })

  it('make flat volumes when that is configured', async () => {
    const flattening = driver({ flattenVolumeFromSnapshot: true })
    expect(await flattening.createFromSnapshot({ volumeId: 'w', sizeBytes: GiB }, ref)).toBe(false)
    expect(await rows()).toContain('volume-w')
  })

  it('flatten the volumes made from them when they are deleted (O66)', async () => {
    for (const id of ['w', 'x']) await driver().createFromSnapshot({ volumeId: id, sizeBytes: GiB }, ref)
    const before = await digestOfVolume('w')
    await driver().deleteSnapshot(ref)
    expect(await rows()).toEqual(['volume-v', 'volume-w', 'volume-x'])
    expect(await digestOfVolume('w')).toBe(before)
    expect(logged).toContain('Image volumes/volume-w is dependent on the snapshot snapshot-s.')
  })

  it('flatten no more than three at a time (O65)', async () => {
    for (let n = 0; n < 8; n++) await driver().createFromSnapshot({ volumeId: `w${n}`, sizeBytes: GiB }, ref)
    let now = 0
    let most = 0
    const rbd = decorateRbd(() => cluster.rbd, {
      call: async (call) => {
        if (call.method !== 'flatten') return call.proceed()
        most = Math.max(most, ++now)
        // Gives every flatten that may start the chance to do so.
        await new Promise((resolve) => setImmediate(resolve))
        now--
        return call.proceed()
      },
    })
    await driver({}, rbd).deleteSnapshot(ref)
    expect(most).toBe(3)
    expect(await rows()).not.toContain('volume-v@snapshot-s')
  })

  it('stay when their volumes cannot be flattened, and say why', async () => {
    await driver().createFromSnapshot({ volumeId: 'w', sizeBytes: GiB }, ref)
    let flattens = 0
    const rbd = decorateRbd(() => cluster.rbd, {
      call: async (call) => {
        if (call.method !== 'flatten') return call.proceed()
        flattens++
        return undefined as never
      },
    })
    const deletion = driver({}, rbd).deleteSnapshot(ref)
    await expect(deletion).rejects.toMatchObject({
      code: 'conflict',
      message: 'deleting snapshot snapshot-s that has dependent volumes',
    })
    expect(flattens).toBe(4)
    expect(await rows()).toContain('volume-v@snapshot-s')
  })

  it('that are gone already can be deleted', async () => {
    await driver().deleteSnapshot(ref)
    await driver().deleteSnapshot(ref)
    await driver().deleteSnapshot({ volumeId: 'never', snapshotId: 's' })
  })

  it('keep their volume from being deleted', async () => {
    await expect(driver().deleteVolume('v')).rejects.toMatchObject({
      code: 'conflict',
      message: 'deleting volume volume-v that has snapshot',
    })
  })
})

describe('a volume from a volume (O64)', () => {
  const chain = async (length: number, options: CinderRbdOptions = {}) => {
    await driver().createBlank('0', GiB)
    await cluster.rbd.write(volume('0'), runs(noise('0', MiB)))
    const shared: boolean[] = []
    for (let n = 1; n <= length; n++) {
      shared.push(await driver(options).createFromVolume({ volumeId: `${n}`, sizeBytes: GiB }, `${n - 1}`))
    }
    return shared
  }

  it('hangs on a snapshot of its source that is named after it', async () => {
    await chain(1)
    expect(await rows()).toEqual([
      'volume-0',
      'volume-0@volume-1.clone_snap',
      'volume-1 <- volumes/volume-0@volume-1.clone_snap',
    ])
  })

  it('is flattened where its source hangs on five volumes already (INV10)', async () => {
    expect(await chain(7)).toEqual([true, true, true, true, true, false, true])
    expect(logged).toContain('maximum clone depth (5) has been reached - flattening dest volume')
    expect(await rows()).toContain('volume-6')
    expect(await rows()).not.toContain('volume-5@volume-6.clone_snap')
    expect(await digestOfVolume('7')).toBe(await digestOfVolume('0'))
  })

  it('does not count images and snapshots as depth', async () => {
    await driver().cloneImage({ volumeId: 'a', sizeBytes: GiB }, await imageHere())
    expect(await driver({ maxCloneDepth: 1 }).createFromVolume({ volumeId: 'b', sizeBytes: GiB }, 'a')).toBe(true)
    expect(await driver({ maxCloneDepth: 1 }).createFromVolume({ volumeId: 'c', sizeBytes: GiB }, 'b')).toBe(false)
  })

  it('is a full copy with a depth of 0', async () => {
    expect(await chain(1, { maxCloneDepth: 0 })).toEqual([false])
    expect(await rows()).toEqual(['volume-0', 'volume-1'])
    expect(await cluster.rbd.extents(volume('1'))).toEqual([{ offset: 0, lengthBytes: MiB }])
  })

  it('leaves no snapshot behind when it cannot be made', async () => {
    await driver().createBlank('0', GiB)
    await driver().createBlank('1', GiB)
    await expect(driver().createFromVolume({ volumeId: '1', sizeBytes: GiB }, '0')).rejects.toThrow('already exists')
    expect(await rows()).toEqual(['volume-0', 'volume-1'])
  })

  it('keeps a deleted source alive, renamed, until the last clone goes (O66)', async () => {
    await chain(3)
    await driver().createFromVolume({ volumeId: 'other', sizeBytes: GiB }, '0')
    for (const id of ['0', '1', '2']) await driver().deleteVolume(id)
    expect(await volumes()).toEqual([
      'volume-0.deleted',
      'volume-1.deleted',
      'volume-2.deleted',
      'volume-3',
      'volume-other',
    ])
    const before = await digestOfVolume('other')
    await driver().deleteVolume('3')
    expect(await rows()).toEqual([
      'volume-0.deleted',
      'volume-0.deleted@volume-other.clone_snap',
      'volume-other <- volumes/volume-0.deleted@volume-other.clone_snap',
    ])
    expect(await digestOfVolume('other')).toBe(before)
    await driver().deleteVolume('other')
    expect(await volumes()).toEqual([])
  })

  it('takes its snapshot with it, but not a source that is still wanted', async () => {
    await chain(1)
    await driver().deleteVolume('1')
    expect(await rows()).toEqual(['volume-0'])
  })
})

describe('deleting a volume', () => {
  it('that is gone already is no error', async () => {
    await driver().deleteVolume('never')
  })

  it('drops what backups left on it', async () => {
    await driver().createBlank('v', GiB)
    await cluster.rbd.createSnapshot({ ...volume('v'), snapshot: 'backup.1.snap.2' })
    await driver().deleteVolume('v')
    expect(await volumes()).toEqual([])
  })

  it('that is open is refused after some attempts, and works once it is closed', async () => {
    await driver().createBlank('v', GiB)
    await cluster.rbd.attach(volume('v'), { owner: 'guest' })
    const deletion = driver().deleteVolume('v')
    await expect(deletion).rejects.toMatchObject({ code: 'conflict', details: { reason: 'has_watchers' } })
    await cluster.rbd.detach(volume('v'), { owner: 'guest' })
    await driver().deleteVolume('v')
    expect(await volumes()).toEqual([])
  })
})
