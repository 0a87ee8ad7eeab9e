import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, operator } from '#central/identity/actor.ts'
import { importProperties } from '#central/images/image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { noise, runs } from '../../support/content.ts'
import { checkInvariants } from '../../support/dcn/invariants.ts'
import { type DcnWorld, startDcnWorld } from '../../support/dcn-world.ts'

const owner: Actor = { user: 'demo', project: 'demo', roles: ['member'] }
const strict = { allStoresMustSucceed: true }

describe('copies: what they need, what they report, and how they are removed', () => {
  let world: DcnWorld
  beforeEach(async () => {
    world = await startDcnWorld()
  })
  afterEach(() => world.stop())

  const upload = (actor?: Actor) => world.upload({ content: runs(noise('image', 8 * MiB), 8 * MiB) }, actor)
  const uploadTo = async (...stores: string[]) => {
    const { id } = await upload()
    if (stores.length > 0) await world.copy(id, stores)
    return id
  }
  const removeFrom = (id: string, store: string) => world.run(world.hub.images.deleteFromStore(operator, id, store))
  const failed = async (id: string) => (await world.image(id)).properties[importProperties.failed]

  it('an edge may lose its copy, and so may the hub; the last copy stays (O23, T19, INV06)', async () => {
    const id = await uploadTo('dcn0')
    await removeFrom(id, 'central')
    expect(await world.storesOf(id)).toEqual(['dcn0'])
    await expect(removeFrom(id, 'dcn0')).rejects.toMatchObject({
      code: 'forbidden',
      message: 'Cannot delete image data from the only store containing it. Consider deleting the image instead.',
    })
    await expect(removeFrom(id, 'central')).rejects.toMatchObject({
      code: 'not_found',
      message: `Image ${id} is not stored in store central.`,
    })
    await expect(removeFrom(id, 'dcn9')).rejects.toMatchObject({
      code: 'conflict',
      message: 'The selected store dcn9 is not available on this node.',
    })
    await checkInvariants(world)
  })

  it('two removals at once leave one copy (INV06)', async () => {
    const id = await uploadTo('dcn0')
    const both = ['central', 'dcn0'].map((store) => world.hub.images.deleteFromStore(operator, id, store))
    const outcomes = await world.run(Promise.allSettled(both))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await world.storesOf(id)).toHaveLength(1)
    await checkInvariants(world)
  })

  it('an image with clones is in use, with the documented words, and stays whole (O22)', async () => {
    const id = await uploadTo('dcn0')
    const { id: volumeId } = await world.volume({ site: 'dcn0', sizeGib: 1, imageId: id })
    const inUse =
      'it is in use: The image cannot be deleted because it is in use through the backend store outside of Glance.'
    await expect(removeFrom(id, 'dcn0')).rejects.toMatchObject({
      code: 'conflict',
      message: `The data for Image ${id} could not be deleted because ${inUse}`,
    })
    expect(await world.storesOf(id)).toEqual(['central', 'dcn0'])
    await expect(world.run(world.hub.images.delete(operator, id))).rejects.toMatchObject({
      code: 'conflict',
      message: `Image ${id} could not be deleted because ${inUse}`,
    })
    await checkInvariants(world)

    await world.hub.volumes.delete(operator, volumeId)
    await world.until('the volume is gone', async () => (await world.hub.volumes.list(operator)).length === 0)
    await world.run(world.hub.images.delete(operator, id))
    expect(await world.hub.images.list(operator)).toEqual([])
    await checkInvariants(world)
  })

  it('missing data does not stop a deletion, and downloads fall back to the next copy (O24, O34)', async () => {
    const id = await uploadTo('dcn0')
    const { rbd } = world.site('central')
    const image = { pool: 'images', image: id }
    await rbd.unprotectSnapshot({ ...image, snapshot: 'snap' })
    await rbd.removeSnapshot({ ...image, snapshot: 'snap' })
    await rbd.removeImage(image)
    const download = async () => world.hashOf(await world.hub.images.download(operator, id, 'download'))
    expect(await world.run(download())).toBe((await world.image(id)).osHashValue)
    expect((await world.copy(id, ['dcn1'])).status).toBe('success')
    await world.run(world.hub.images.delete(operator, id))
    await checkInvariants(world)
  })

  it('a protected image cannot be deleted, but its copies can (O23)', async () => {
    const id = await uploadTo('dcn0')
    await world.hub.images.update(operator, id, { protected: true })
    await expect(world.hub.images.delete(operator, id)).rejects.toMatchObject({
      code: 'forbidden',
      message: `Image ${id} is protected and cannot be deleted.`,
    })
    await removeFrom(id, 'dcn0')
    expect(await world.storesOf(id)).toEqual(['central'])
  })

  it('a copy whose only store is broken is a success without a message (T17)', async () => {
    const id = await uploadTo()
    world.site('dcn0').fault = () => new Error('input/output error')
    expect(await world.copy(id, ['dcn0'])).toMatchObject({ status: 'success', message: '', result: { image_id: id } })
    expect(await failed(id)).toBe('dcn0')
    world.site('dcn0').fault = undefined
    await world.copy(id, ['dcn0'])
    expect(await failed(id)).toBe('')
    await checkInvariants(world)
  })

  it('a strict copy that fails takes back what it had stored (O15)', async () => {
    const id = await uploadTo()
    world.site('dcn1').fault = (method) => (method === 'write' ? new Error('input/output error') : undefined)
    expect(await world.copy(id, ['dcn0', 'dcn1'], strict)).toMatchObject({
      status: 'failure',
      message: 'Task failed due to Internal Error',
    })
    expect(await world.storesOf(id)).toEqual(['central'])
    expect(await failed(id)).toBe('dcn1')
    await checkInvariants(world)
  })

  it('a copy that somebody has cloned meanwhile is not taken back (O15, INV02)', async () => {
    const id = await uploadTo()
    world.site('dcn1').fault = (method) => (method === 'createSnapshot' ? new Error('input/output error') : undefined)
    const task = (await world.hub.imports.start(operator, id, {
      method: 'copy-image',
      stores: ['dcn0', 'dcn1'],
      ...strict,
    }))!
    await world.until('a copy at dcn0', async () => (await world.storesOf(id)).includes('dcn0'))
    await world.volume({ site: 'dcn0', sizeGib: 1, imageId: id })
    expect((await world.ended(task)).status).toBe('failure')
    expect(await world.storesOf(id)).toEqual(['central', 'dcn0'])
    await checkInvariants(world)
  })

  it('an import that fails strictly stays importing until it is deleted (T18)', async () => {
    const { id } = await world.hub.images.create(operator, {
      name: 'stuck',
      diskFormat: 'raw',
      containerFormat: 'bare',
    })
    world.web.serve('http://web/disk.raw', { bytes: noise('web', MiB) })
    world.site('dcn1').fault = () => new Error('input/output error')
    const request = { method: 'web-download', uri: 'http://web/disk.raw', stores: ['central', 'dcn1'] }
    expect((await world.import(id, request)).status).toBe('failure')
    const image = await world.image(id)
    expect(image).toMatchObject({ status: 'importing', locations: [] })
    expect(image.properties).toEqual({ os_glance_importing_to_stores: '', os_glance_failed_import: 'dcn1' })
    await expect(world.hub.imports.start(operator, id, request)).rejects.toMatchObject({ code: 'conflict' })
    await world.run(world.hub.images.delete(operator, id))
    await checkInvariants(world)
  })

  it('copies are for admins; an admin of another project will do (T20)', async () => {
    const { id } = await upload(owner)
    const request = { method: 'copy-image', stores: ['dcn0'] }
    await expect(world.hub.imports.start(owner, id, request)).rejects.toMatchObject({
      code: 'forbidden',
      message: 'You are not authorized to complete copy_image action.',
    })
    expect((await world.copy(id, ['dcn0'])).status).toBe('success')
  })

  it('a source that cannot be read leaves the target in the list for good (O31)', async () => {
    const id = await uploadTo()
    world.site('central').fault = () => new Error('input/output error')
    expect((await world.copy(id, ['dcn0'])).status).toBe('failure')
    const { status, properties } = await world.image(id)
    expect(status).toBe('active')
    expect(properties).toEqual({ os_glance_importing_to_stores: 'dcn0', os_glance_failed_import: '' })
  })

  it('an image deleted while it is uploaded leaves nothing in the store', async () => {
    const { id } = await world.hub.images.create(operator, {
      name: 'brief',
      diskFormat: 'raw',
      containerFormat: 'bare',
    })
    const content = (async function* () {
      yield* runs(noise('brief', 8 * MiB))
      await world.hub.images.delete(operator, id)
    })()
    const upload = world.hub.images.upload(operator, id, { store: 'dcn0', sizeBytes: 8 * MiB, content })
    await expect(world.run(upload)).rejects.toMatchObject({ code: 'not_found' })
    expect(await world.site('dcn0').rbd.listImages('images')).toEqual([])
    await checkInvariants(world)
  })
})
