import { afterEach, describe, expect, it } from 'vitest'
import { operator } from '#central/identity/actor.ts'
import { importProperties } from '#central/images/image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { noise, runs } from '../../support/content.ts'
import { checkInvariants } from '../../support/dcn/invariants.ts'
import { type DcnWorld, type DcnWorldOptions, startDcnWorld } from '../../support/dcn-world.ts'
import { FoldingDigester } from '../../support/folding-digester.ts'

const imageBytes = 64 * MiB
const content = () => runs(noise('big', 4 * MiB), imageBytes - 4 * MiB)
/** 8 chunks of 8 MiB at 100 Mbit/s, 40 ms round trip and 5 ms in the cluster. */
const copyMs = 8 * (45 + (8 * MiB * 8) / 100e3)
const minuteMs = 60_000
const hourMs = 60 * minuteMs

describe('outages in the middle of a copy', () => {
  let world: DcnWorld
  afterEach(() => world.stop())

  const start = (options: DcnWorldOptions = {}) => startDcnWorld({ digester: new FoldingDigester(), ...options })

  async function started(stores: readonly string[], request: { allStoresMustSucceed?: boolean } = {}) {
    world = await start()
    const { id } = await world.upload({ name: 'big', content: content(), sizeBytes: imageBytes })
    const task = (await world.hub.imports.start(operator, id, { method: 'copy-image', stores, ...request }))!
    return { id, task }
  }
  const properties = async (id: string): Promise<Record<string, unknown>> => {
    const { os_glance_import_task, ...rest } = (await world.image(id)).properties
    return { locked: os_glance_import_task !== undefined, ...rest }
  }
  const again = (id: string, stores: readonly string[]) =>
    world.hub.imports.start(operator, id, { method: 'copy-image', stores })
  const tasksOf = async (id: string) =>
    (await world.catalogue.tasks.list())
      .filter(({ imageId }) => imageId === id)
      .map(({ status, message }) => [status, message])
  const imagesAt = (site: string) => world.site(site).rbd.listImages('images')

  it('a cut link makes the copy wait, and it goes on where it was when the link heals (W07)', async () => {
    const { id, task } = await started(['dcn1', 'dcn0'])
    const startedMs = world.clock.now()
    await world.advance(2_000)
    world.cutLink('dcn1')
    await world.advance(1_000)
    const atCut = world.imageBytes({ site: 'dcn1' })
    expect(atCut).toBeGreaterThan(8 * MiB)

    const other = await world.upload({ name: 'other', content: content(), sizeBytes: imageBytes })
    const otherMs = world.clock.now()
    await world.copy(other.id, ['dcn0'])
    expect(world.clock.now() - otherMs).toBeLessThan(copyMs + 500)

    await world.advance(10 * minuteMs)
    expect(world.imageBytes({ site: 'dcn1' })).toBe(atCut)
    expect((await world.catalogue.tasks.get(task.id))?.status).toBe('processing')
    // Stores after it in the list wait behind it (W09).
    expect(await world.storesOf(id)).toEqual(['central'])
    await expect(again(id, ['dcn0'])).rejects.toMatchObject({ code: 'conflict', message: 'Image has active task' })

    const outageMs = world.clock.now() - startedMs - 2_000
    world.healLink('dcn1')
    expect((await world.ended(task)).status).toBe('success')
    const [copy] = (await world.hub.copies.list()).filter(({ imageId, store }) => imageId === id && store === 'dcn1')
    expect(copy!.endedMs! - copy!.startedMs).toBeCloseTo(copyMs + outageMs, -1)
    expect(world.imageBytes({ site: 'dcn1' })).toBe(imageBytes)
    expect(await world.storesOf(id)).toEqual(['central', 'dcn1', 'dcn0'])
    await checkInvariants(world)
  })

  it('after an hour without progress another import takes the lock; the first writer then leaves nothing (O13, Q04)', async () => {
    const { id, task } = await started(['dcn1'])
    await world.advance(2_000)
    world.cutLink('dcn1')
    await world.advance(59 * minuteMs)
    await expect(again(id, ['dcn0'])).rejects.toMatchObject({ code: 'conflict', message: 'Image has active task' })
    await world.advance(2 * minuteMs)
    expect((await world.copy(id, ['dcn0'])).status).toBe('success')
    expect(await tasksOf(id)).toEqual([
      ['failure', 'Expired lock preempted'],
      ['success', 'Copied 64 MiB'],
    ])
    expect(await imagesAt('dcn1')).toEqual([id])

    world.healLink('dcn1')
    await world.advance(minuteMs)
    expect(await imagesAt('dcn1')).toEqual([])
    expect(await world.storesOf(id)).toEqual(['central', 'dcn0'])
    expect((await world.catalogue.tasks.get(task.id))?.message).toBe('Expired lock preempted')
    // What the first import was at when it lost its lock stays in the list until somebody copies there again.
    expect(await properties(id)).toEqual({
      locked: false,
      os_glance_importing_to_stores: 'dcn1',
      os_glance_failed_import: '',
    })
    expect((await world.copy(id, ['dcn1'])).status).toBe('success')
    expect(await properties(id)).toMatchObject({ os_glance_importing_to_stores: '' })
    await checkInvariants(world)
  })

  it('a slow copy shows signs of life about once a minute, in the long holes of its image too (O14)', async () => {
    world = await start({ link: { downBitsPerSecond: 1e6, upBitsPerSecond: 1e6 } })
    const { id } = await world.upload({ name: 'big', content: content(), sizeBytes: imageBytes })
    const task = (await again(id, ['dcn0']))!
    const messages: string[] = []
    for (let minute = 0; minute < 9; minute++) {
      await world.advance(minuteMs)
      messages.push((await world.catalogue.tasks.get(task.id))!.message)
    }
    // A chunk of 8 MiB takes 67 s.
    expect(new Set(messages).size).toBeGreaterThanOrEqual(7)
    for (const message of messages.slice(2)) expect(message).toMatch(/^Copied \d+ MiB$/)
    expect((await world.ended(task)).message).toBe('Copied 64 MiB')
  })

  it('a hub that dies keeps the lock for an hour; what it had written then stands in the way (O13, O19)', async () => {
    const { id } = await started(['dcn0', 'dcn1'])
    await world.advance(2_000)
    world.killHub()
    await world.advance(minuteMs)
    await world.startHub()
    await world.until('sites are back', () => world.edges.every((site) => world.hub.sites.isUp(site)))

    expect(await tasksOf(id)).toEqual([['processing', '']])
    expect(await properties(id)).toEqual({
      locked: true,
      os_glance_importing_to_stores: 'dcn0,dcn1',
      os_glance_failed_import: '',
    })
    expect(await imagesAt('dcn0')).toEqual([id])
    await expect(again(id, ['dcn0', 'dcn1'])).rejects.toMatchObject({ message: 'Image has active task' })
    await expect(world.hub.images.deleteFromStore(operator, id, 'dcn0')).rejects.toMatchObject({ code: 'not_found' })

    await world.advance(hourMs)
    const task = (await again(id, ['dcn0', 'dcn1']))!
    await world.ended(task)
    expect(await tasksOf(id)).toEqual([
      ['failure', 'Expired lock preempted'],
      ['failure', 'Task failed due to Internal Error'],
    ])
    expect(await properties(id)).toEqual({
      locked: false,
      os_glance_importing_to_stores: 'dcn1',
      os_glance_failed_import: 'dcn0',
    })
    expect(JSON.stringify(world.log)).toContain(`RBD image ${id} already exists`)
    expect(await world.storesOf(id)).toEqual(['central'])
    await checkInvariants(world, { leftovers: [`dcn0/${id}`] })

    // Removed by hand, as it must be on the real one, nothing stands in the way any more.
    await world.site('dcn0').rbd.removeImage({ pool: 'images', image: id })
    expect((await world.copy(id, ['dcn0', 'dcn1'])).status).toBe('success')
    await checkInvariants(world)
  })

  it('with failures allowed the store with the leftover fails and the next one gets its copy (O16, O19)', async () => {
    const { id } = await started(['dcn0'])
    await world.advance(2_000)
    world.killHub()
    await world.advance(hourMs)
    await world.startHub()
    await world.until('sites are back', () => world.edges.every((site) => world.hub.sites.isUp(site)))
    const { status, message } = await world.copy(id, ['dcn0', 'dcn1'])
    expect([status, message]).toEqual(['success', 'Copied 64 MiB'])
    expect(await world.storesOf(id)).toEqual(['central', 'dcn1'])
    expect((await properties(id))[importProperties.failed]).toBe('dcn0')
    await checkInvariants(world, { leftovers: [`dcn0/${id}`] })
  })

  it('a site that dies and comes back gets the rest of the copy: librbd waits for its cluster (W07)', async () => {
    const { id, task } = await started(['dcn0', 'dcn1'])
    await world.advance(2_000)
    world.site('dcn0').kill()
    await world.advance(5 * minuteMs)
    expect((await world.catalogue.tasks.get(task.id))?.status).toBe('processing')
    expect(await world.storesOf(id)).toEqual(['central'])
    await world.restartSite('dcn0')
    expect((await world.ended(task)).status).toBe('success')
    expect(await world.storesOf(id)).toEqual(['central', 'dcn0', 'dcn1'])
    await checkInvariants(world)
  })

  it.each(['createImage', 'write', 'createSnapshot', 'protectSnapshot'])(
    'a site that dies between doing %s and saying so has done it (W07)',
    async (method) => {
      world = await start()
      const { id } = await world.upload({ name: 'big', content: content(), sizeBytes: imageBytes })
      const reached = Promise.withResolvers<void>()
      world.site('dcn0').beforeAnswer = async (called) => {
        if (called !== method) return
        reached.resolve()
        await world.clock.sleep(1_000)
      }
      const task = (await again(id, ['dcn0']))!
      await world.run(reached.promise)
      world.site('dcn0').kill()
      world.site('dcn0').beforeAnswer = undefined
      await world.advance(minuteMs)
      await world.restartSite('dcn0')
      expect((await world.ended(task)).status).toBe('success')
      await checkInvariants(world)
    },
  )

  it('a copy home goes on when the site that it reads from comes back (W08)', async () => {
    world = await start()
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes, store: 'dcn0' })
    const task = (await again(id, ['central']))!
    await world.advance(2_000)
    world.site('dcn0').kill()
    await world.advance(5 * minuteMs)
    await world.restartSite('dcn0')
    expect((await world.ended(task)).status).toBe('success')
    await checkInvariants(world)
  })

  it('what was staged for a copy that failed is not read again; a partial leftover is (O09)', async () => {
    world = await start()
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes, store: 'dcn0' })
    world.site('dcn1').fault = () => new Error('input/output error')
    const strict = { allStoresMustSucceed: true }
    const uplink = () => world.imageBytes({ site: 'dcn0', direction: 'up' })
    const afterUpload = uplink()
    expect((await world.copy(id, ['dcn1'], strict)).status).toBe('failure')
    expect(uplink() - afterUpload).toBe(imageBytes)
    expect(world.staging.names()).toEqual([id])

    expect((await world.copy(id, ['dcn1'], strict)).status).toBe('failure')
    expect(uplink() - afterUpload).toBe(imageBytes)

    world.staging.truncate(id)
    world.site('dcn1').fault = undefined
    expect((await world.copy(id, ['dcn1'], strict)).status).toBe('success')
    expect(uplink() - afterUpload).toBe(2 * imageBytes)
    expect(world.staging.names()).toEqual([])
    await checkInvariants(world)
  })

  it('a full cluster fails its copy and keeps nothing of it (O20, INV11)', async () => {
    world = await start({ capacity: { dcn1: { osds: 1, osdSizeBytes: 40 * MiB, replicas: 1 } } })
    const { id } = await world.upload({ content: runs(noise('full', imageBytes)), sizeBytes: imageBytes })
    expect((await world.copy(id, ['dcn1', 'dcn0'])).status).toBe('success')
    expect(await world.storesOf(id)).toEqual(['central', 'dcn0'])
    expect((await properties(id))[importProperties.failed]).toBe('dcn1')
    expect(await imagesAt('dcn1')).toEqual([])
    const upload = world.upload({ content: runs(noise('full', imageBytes)), sizeBytes: imageBytes, store: 'dcn1' })
    await expect(upload).rejects.toMatchObject({
      code: 'no_space',
      message: expect.stringMatching(/^Failed to store image [0-9a-f-]{36} insufficient space available$/),
    })
    await checkInvariants(world)
  })

  it('an image deleted under its copy is gone at once; what the copy wrote is left behind (O32)', async () => {
    const { id } = await started(['dcn0'])
    await world.advance(2_000)
    await world.run(world.hub.images.delete(operator, id))
    await expect(world.hub.images.get(operator, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(world.hub.imports.tasks(operator, id)).rejects.toMatchObject({ code: 'not_found' })
    await world.advance(minuteMs)
    expect(await world.hub.images.list(operator)).toEqual([])
    expect(world.staging.names()).toEqual([])
    await checkInvariants(world, { leftovers: [`dcn0/${id}`] })
  })

  it('a delete that hangs on a site that is away ends when it is back; the record goes last (W10)', async () => {
    world = await start()
    const { id } = await world.upload({ content: content(), sizeBytes: imageBytes })
    await world.copy(id, ['dcn1'])
    world.cutLink('dcn1')
    const deletion = world.hub.images.delete(operator, id)
    await world.advance(30 * minuteMs)
    expect(await imagesAt('central')).toEqual([])
    expect((await world.image(id)).status).toBe('active')
    world.healLink('dcn1')
    await world.run(deletion)
    expect(await imagesAt('dcn1')).toEqual([])
    await checkInvariants(world)
  })
})
