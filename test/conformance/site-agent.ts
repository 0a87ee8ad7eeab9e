import { afterEach, describe, expect, it } from 'vitest'
import type { Content, Rbd, RbdListEntry } from '#ceph-sim/rbd.ts'
import { formatSpec } from '#ceph-sim/rbd.ts'
import { UnavailableError } from '#kernel/errors/domain-error.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { GlanceRbdStore } from '#openstack/drivers/glance-rbd.ts'
import {
  type AgentImage,
  type HubForSite,
  isBuildAborted,
  type SiteAgent,
  serverDisk,
  volumeImage,
} from '#openstack/site-agent.ts'
import { digestOf, grown, noise, runs } from '../support/content.ts'
import { FakeHub } from '../support/fake-hub.ts'

/** One site with its own empty cluster, reached in the way that is under test. */
export interface SiteAgentUnderTest {
  readonly agent: SiteAgent
  /** A session on the site's cluster, to look at what the agent did there. */
  readonly rbd: Rbd
  readonly fsid: string
  stop(): Promise<void>
}
export interface SiteAgentSetup {
  readonly site: {
    readonly id: 'dcn0'
    readonly hosts: readonly ['dcn0-compute-0', 'dcn0-compute-1']
    readonly neverDownloadImageIfOnRbd: boolean
  }
  readonly hub: HubForSite
}

const imageId = '20c5ff9d-5f54-4b74-830f-88e78b9999ed'
const serverId = '3c04e982-c1d1-4364-b6bd-f876e399325b'
const volumeId = '28c6fc32-047b-4306-ad2d-de2be02716b7'
const centralUrl = `rbd://d25504ce-459f-432d-b6fa-79854d786f2b/images/${imageId}/snap`
const hosts = ['dcn0-compute-0', 'dcn0-compute-1'] as const
const [host, otherHost] = hosts

/** What every adapter of the site's port must do. */
export function siteAgentSuite(name: string, setup: (wanted: SiteAgentSetup) => Promise<SiteAgentUnderTest>): void {
  describe(`site agent: ${name}`, () => {
    let site: SiteAgentUnderTest | undefined
    afterEach(async () => {
      await site?.stop()
      site = undefined
    })

    const content = (): Content[] => [...runs(noise('image', MiB), 2 * MiB, noise('end', MiB))]

    async function world(options: { neverDownload?: boolean } = {}) {
      const hub = new FakeHub()
      site = await setup({ site: { id: 'dcn0', hosts, neverDownloadImageIfOnRbd: options.neverDownload ?? true }, hub })
      const { agent, rbd, fsid } = site
      const atCentral = () =>
        hub.put({ id: imageId, content: content(), locations: [{ url: centralUrl, store: 'central' }] })
      const here = async (): Promise<AgentImage> => {
        const store = new GlanceRbdStore(rbd, { store: 'dcn0' })
        const { url } = await store.add(imageId, { sizeBytes: 4 * MiB, pieces: content() })
        const { locations, ...image } = atCentral()
        return { ...image, locations: [...locations, { url, store: 'dcn0' }] }
      }
      const spawn = (image: AgentImage, options: { id?: string; on?: string; diskBytes?: number } = {}) => {
        const { id = serverId, on = host, diskBytes = 0 } = options
        return agent.spawnServer({ serverId: id, host: on, root: { kind: 'image', image, diskBytes } })
      }
      return { agent, rbd, fsid, hub, atCentral, here, spawn }
    }

    /** As `rbd ls -l` shows it: NAME, SIZE in MiB, PARENT, PROT, LOCK. */
    async function listing(rbd: Rbd, pool: string) {
      const row = ({ image, snapshot, sizeBytes, parent, lock, ...entry }: RbdListEntry) => [
        snapshot === undefined ? image : `${image}@${snapshot}`,
        sizeBytes / MiB,
        parent ? formatSpec(parent) : '',
        entry.protected ? 'yes' : '',
        lock ?? '',
      ]
      return (await rbd.listDetailed(pool)).map(row)
    }
    const everything = async (rbd: Rbd) => [
      ...(await listing(rbd, 'images')),
      ...(await listing(rbd, 'volumes')),
      ...(await listing(rbd, 'vms')),
    ]

    describe('volumes', () => {
      it('from an image of this site is a clone, without a byte from the hub (A49, A56-A59)', async () => {
        const { agent, rbd, hub, here } = await world()
        const source = { kind: 'image', image: await here() } as const
        expect(await agent.createVolume({ volumeId, sizeBytes: 8 * GiB, source })).toEqual({ cloned: true })
        expect(await listing(rbd, 'volumes')).toEqual([[`volume-${volumeId}`, 8192, `images/${imageId}@snap`, '', '']])
        expect(hub.sentBytes).toBe(0)
      })

      it('from an image of another site is downloaded into a flat one (O63)', async () => {
        const { agent, rbd, hub, atCentral } = await world()
        const source = { kind: 'image', image: atCentral() } as const
        expect(await agent.createVolume({ volumeId, sizeBytes: 8 * MiB, source })).toEqual({ cloned: false })
        expect(await listing(rbd, 'volumes')).toEqual([[`volume-${volumeId}`, 8, '', '', '']])
        expect(await digestOf(rbd.read(volumeImage(volumeId), {}))).toBe(await grown(content(), 8 * MiB))
        expect(hub.sentBytes).toBe(4 * MiB)
      })

      it('that cannot be downloaded leaves nothing and can be tried again', async () => {
        const { agent, rbd, hub, atCentral } = await world()
        const source = { kind: 'image', image: atCentral() } as const
        hub.beforePiece = async (index) => {
          if (index === 2) throw new UnavailableError('the link is down')
        }
        const create = agent.createVolume({ volumeId, sizeBytes: GiB, source })
        await expect(create).rejects.toMatchObject({ code: 'unavailable', message: 'the link is down' })
        expect(await everything(rbd)).toEqual([])
        hub.beforePiece = async () => {}
        expect(await agent.createVolume({ volumeId, sizeBytes: GiB, source })).toEqual({ cloned: false })
      })

      it('show a protected row for each snapshot (A67, A68)', async () => {
        const { agent, rbd, here } = await world()
        const snapshotId = 'a1ca8602-6819-45b4-a228-b4cd3e5adf60'
        const parent = `images/${imageId}@snap`
        await agent.createVolume({ volumeId, sizeBytes: 8 * GiB, source: { kind: 'image', image: await here() } })
        await agent.createVolumeSnapshot({ volumeId, snapshotId })
        expect(await listing(rbd, 'volumes')).toEqual([
          [`volume-${volumeId}`, 8192, parent, '', ''],
          [`volume-${volumeId}@snapshot-${snapshotId}`, 8192, parent, 'yes', ''],
        ])
        await agent.deleteVolumeSnapshot({ volumeId, snapshotId })
        await agent.deleteVolume(volumeId)
        expect(await listing(rbd, 'volumes')).toEqual([])
      })

      it('come blank, from snapshots and from volumes', async () => {
        const { agent, rbd } = await world()
        const snapshot = { volumeId: 'a', snapshotId: 's' }
        const sizeBytes = GiB
        expect(await agent.createVolume({ volumeId: 'a', sizeBytes })).toEqual({ cloned: false })
        await agent.createVolumeSnapshot(snapshot)
        const fromSnapshot = { kind: 'snapshot', ...snapshot } as const
        const fromVolume = { kind: 'volume', volumeId: 'b' } as const
        expect(await agent.createVolume({ volumeId: 'b', sizeBytes, source: fromSnapshot })).toEqual({ cloned: true })
        expect(await agent.createVolume({ volumeId: 'c', sizeBytes, source: fromVolume })).toEqual({ cloned: true })
        expect((await listing(rbd, 'volumes')).map(([image, , parent]) => [image, parent])).toEqual([
          ['volume-a', ''],
          ['volume-a@snapshot-s', ''],
          ['volume-b', 'volumes/volume-a@snapshot-s'],
          ['volume-b@volume-c.clone_snap', 'volumes/volume-a@snapshot-s'],
          ['volume-c', 'volumes/volume-b@volume-c.clone_snap'],
        ])
      })

      it('cannot be made twice', async () => {
        const { agent } = await world()
        await agent.createVolume({ volumeId, sizeBytes: GiB })
        await expect(agent.createVolume({ volumeId, sizeBytes: GiB })).rejects.toMatchObject({
          code: 'already_exists',
          message: `RBD image volume-${volumeId} already exists`,
        })
      })

      it('that are deleted while they are being made are gone', async () => {
        const { agent, rbd, hub, atCentral } = await world()
        const began = Promise.withResolvers<void>()
        hub.beforePiece = async (index) => {
          if (index === 1) began.resolve()
          if (index === 2) await new Promise(setImmediate)
        }
        const source = { kind: 'image', image: atCentral() } as const
        const create = agent.createVolume({ volumeId, sizeBytes: GiB, source }).catch((error: unknown) => error)
        await began.promise
        await agent.deleteVolume(volumeId)
        await create
        expect(await everything(rbd)).toEqual([])
      })
    })

    describe('servers on images of this site', () => {
      it('boot from a locked clone, grown to the flavor, without a byte from the hub (O40, A60)', async () => {
        const { rbd, hub, here, spawn } = await world()
        await spawn(await here(), { diskBytes: 10 * GiB })
        expect(await listing(rbd, 'vms')).toEqual([
          [`${serverId}_disk`, 10240, `images/${imageId}@snap`, '', 'exclusive'],
        ])
        expect(hub.downloads).toBe(0)
      })

      it('let go of the disk when they are off, and take it again', async () => {
        const { agent, rbd, here, spawn } = await world()
        await spawn(await here())
        const lock = async () => (await listing(rbd, 'vms')).map(([, , , , held]) => held)
        await agent.powerOffServer({ serverId, host })
        expect(await lock()).toEqual([''])
        await agent.powerOffServer({ serverId, host })
        await agent.powerOnServer({ serverId, host })
        expect(await lock()).toEqual(['exclusive'])
      })

      it('take their disk with them', async () => {
        const { agent, rbd, here, spawn } = await world()
        await spawn(await here())
        await agent.destroyServer({ serverId, host })
        expect(await listing(rbd, 'vms')).toEqual([])
        await agent.destroyServer({ serverId, host })
      })

      it('become images of this site, flat and protected (A72, O50)', async () => {
        const { agent, rbd, fsid, here, spawn } = await world()
        await spawn(await here(), { diskBytes: 8 * MiB })
        const result = await agent.snapshotDisk({ disk: serverDisk(serverId), imageId: 'new' })
        expect(result).toEqual({ url: `rbd://${fsid}/images/new/snap`, sizeBytes: 8 * MiB })
        expect((await listing(rbd, 'images')).filter(([image]) => String(image).startsWith('new'))).toEqual([
          ['new', 8, '', '', ''],
          ['new@snap', 8, '', 'yes', ''],
        ])
        const taken = rbd.read({ pool: 'images', image: 'new', snapshot: 'snap' }, {})
        expect(await digestOf(taken)).toBe(await grown(content(), 8 * MiB))
        expect(await listing(rbd, 'vms')).toHaveLength(1)
      })

      it('are refused a flavor that is too small, and leave nothing (INV09)', async () => {
        const { rbd, here, spawn } = await world()
        const image = await here()
        const before = await everything(rbd)
        await expect(spawn(image, { diskBytes: MiB })).rejects.toThrow(
          `Build of instance ${serverId} aborted: Flavor's disk is too small for requested image. ` +
            'Flavor disk is 1048576 bytes, image is 4194304 bytes.',
        )
        expect(await everything(rbd)).toEqual(before)
      })

      it('cannot be made twice, and the running one is not harmed', async () => {
        const { rbd, here, spawn } = await world()
        const image = await here()
        await spawn(image)
        const before = await everything(rbd)
        await expect(spawn(image)).rejects.toMatchObject({ code: 'conflict' })
        expect(await everything(rbd)).toEqual(before)
      })
    })

    describe('servers on volumes', () => {
      it('lock the volume and leave it where it is (A52, A60)', async () => {
        const { agent, rbd, here } = await world()
        await agent.createVolume({ volumeId, sizeBytes: GiB, source: { kind: 'image', image: await here() } })
        await agent.spawnServer({ serverId, host, root: { kind: 'volume', volumeId } })
        const row = (lock: string) => [[`volume-${volumeId}`, 1024, `images/${imageId}@snap`, '', lock]]
        expect(await listing(rbd, 'volumes')).toEqual(row('exclusive'))
        await agent.powerOffServer({ serverId, host, rootVolumeId: volumeId })
        expect(await listing(rbd, 'volumes')).toEqual(row(''))
        await agent.powerOnServer({ serverId, host, rootVolumeId: volumeId })
        await agent.destroyServer({ serverId, host, rootVolumeId: volumeId })
        expect(await listing(rbd, 'volumes')).toEqual(row(''))
        expect(await listing(rbd, 'vms')).toEqual([])
      })

      it('do not take a volume from each other', async () => {
        const { agent, rbd } = await world()
        await agent.createVolume({ volumeId, sizeBytes: GiB })
        await agent.spawnServer({ serverId, host, root: { kind: 'volume', volumeId } })
        const second = agent.spawnServer({ serverId: 'second', host, root: { kind: 'volume', volumeId } })
        await expect(second).rejects.toMatchObject({ code: 'conflict' })
        expect((await rbd.info(volumeImage(volumeId))).watchers).toHaveLength(1)
      })
    })

    describe('servers on images of another site, downloads forbidden (P04-P08)', () => {
      it("are refused with Nova's sentence and leave nothing (INV09)", async () => {
        const { rbd, hub, atCentral, spawn } = await world()
        const refused = await spawn(atCentral()).catch((error: unknown) => error)
        expect(isBuildAborted(refused)).toBe(true)
        expect(refused).toMatchObject({
          code: 'conflict',
          message: `Build of instance ${serverId} aborted: Image ${imageId} is unacceptable: No image locations are accessible`,
        })
        expect(await everything(rbd)).toEqual([])
        expect(hub.downloads).toBe(0)
      })

      it('are explained by one warning in the compute log (P06)', async () => {
        const { agent, atCentral, spawn } = await world()
        await spawn(atCentral(), { on: otherHost }).catch(() => {})
        const warnings = (await agent.computeLog()).filter(({ level }) => level === 'WARNING')
        expect(warnings).toEqual([
          {
            atMs: expect.any(Number),
            host: otherHost,
            level: 'WARNING',
            logger: 'nova.virt.libvirt.driver',
            message: `Image ${imageId} is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing to fetch and upload.`,
          },
        ])
      })

      it('say so when the image is not raw (O41)', async () => {
        const { here, spawn } = await world()
        await expect(spawn({ ...(await here()), diskFormat: 'qcow2' })).rejects.toThrow(
          `Build of instance ${serverId} aborted: Image ${imageId} is unacceptable: Image is not raw format`,
        )
      })
    })

    describe('servers on images of another site, downloads allowed (P11-P13, O46)', () => {
      it('get a flat copy each; each host downloads once', async () => {
        const { rbd, hub, atCentral, spawn } = await world({ neverDownload: false })
        const image = atCentral()
        const boots = ['a', 'b', 'c', 'd'].map((id, n) => spawn(image, { id, on: hosts[n % 2]!, diskBytes: 8 * MiB }))
        await Promise.all(boots)
        expect(hub.downloads).toBe(2)
        expect(hub.sentBytes).toBe(2 * 4 * MiB)
        expect(await listing(rbd, 'vms')).toEqual(
          ['a', 'b', 'c', 'd'].map((id) => [`${id}_disk`, 8, '', '', 'exclusive']),
        )
        for (const id of ['a', 'b', 'c', 'd']) {
          const image = serverDisk(id)
          expect(await digestOf(rbd.read(image, {}))).toBe(await grown(content(), 8 * MiB))
          expect((await rbd.extents(image)).reduce((sum, run) => sum + run.lengthBytes, 0)).toBe(2 * MiB)
        }
      })

      it('go on getting flat copies after the image has come to the site (O47)', async () => {
        const { rbd, hub, atCentral, here, spawn } = await world({ neverDownload: false })
        await spawn(atCentral())
        const image = await here()
        await spawn(image, { id: 'second' })
        await spawn(image, { id: 'third', on: otherHost })
        expect((await listing(rbd, 'vms')).map(([name, , parent]) => [name, parent])).toEqual([
          [`${serverId}_disk`, ''],
          ['second_disk', ''],
          ['third_disk', `images/${imageId}@snap`],
        ])
        expect(hub.downloads).toBe(1)
      })

      it('leave nothing when the download breaks, and can be tried again', async () => {
        const { rbd, hub, atCentral, spawn } = await world({ neverDownload: false })
        hub.beforePiece = async (index) => {
          if (index === 1) throw new UnavailableError('the link is down')
        }
        const image = atCentral()
        await expect(spawn(image)).rejects.toMatchObject({ code: 'unavailable' })
        expect(await everything(rbd)).toEqual([])
        hub.beforePiece = async () => {}
        await spawn(image)
        expect(await listing(rbd, 'vms')).toHaveLength(1)
      })

      it('leave nothing when the hub sends too little', async () => {
        const { rbd, atCentral, spawn } = await world({ neverDownload: false })
        const image = { ...atCentral(), sizeBytes: 5 * MiB }
        await expect(spawn(image)).rejects.toMatchObject({ code: 'corrupt' })
        expect(await everything(rbd)).toEqual([])
      })

      it('fail when the hub does not have the image', async () => {
        const { spawn } = await world({ neverDownload: false })
        const image = { id: 'gone', diskFormat: 'raw', sizeBytes: MiB, locations: [] }
        await expect(spawn(image)).rejects.toThrow(
          `Build of instance ${serverId} aborted: Image gone could not be found.`,
        )
      })

      it('are gone when they are destroyed or aborted while they are being built', async () => {
        const { agent, rbd, hub, atCentral, spawn } = await world({ neverDownload: false })
        const image = atCentral()
        let began = Promise.withResolvers<void>()
        hub.beforePiece = async () => {
          began.resolve()
          await new Promise(setImmediate)
        }
        const destroyed = spawn(image).catch((error: unknown) => error)
        await began.promise
        await agent.destroyServer({ serverId, host })
        expect(await destroyed).toBeInstanceOf(Error)

        began = Promise.withResolvers<void>()
        const abort = new AbortController()
        const root = { kind: 'image', image, diskBytes: 0 } as const
        const aborted = agent.spawnServer({ serverId, host, root }, { signal: abort.signal })
        const outcome = expect(aborted).rejects.toMatchObject({ code: 'cancelled' })
        await began.promise
        abort.abort()
        await outcome
        await agent.destroyServer({ serverId, host })
        expect(await everything(rbd)).toEqual([])
      })
    })

    it('knows its hosts', async () => {
      const { here, spawn } = await world()
      await expect(spawn(await here(), { on: 'dcn9-compute-0' })).rejects.toMatchObject({
        code: 'not_found',
        message: 'Compute host dcn9-compute-0 could not be found.',
      })
    })
  })
}
