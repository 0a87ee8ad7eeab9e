import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { DomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'
import { image, readRuns, snapshot, usedBytes, writeRun } from '../support/rbd-bytes.ts'

const KiB = 1024
const MiB = 2 ** 20
const target = image('images/a')
const usual = ['layering', 'exclusive-lock', 'object-map', 'fast-diff', 'deep-flatten']
const mapFlags = ['object map invalid', 'fast diff invalid']

/** What every adapter must do about layouts, features, metadata, options, and names and limits of snapshots. */
export function imageAttributesConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`Attributes of images: ${name}`, () => {
    let port: ClusterBehindDoor
    let client: ClusterClient

    beforeEach(async () => {
      port = await setup()
      client = port.connectAs('client.admin')
    })
    afterEach(async () => {
      port.cluster.audit()
      await port.stop()
    })

    async function refusal(call: Promise<unknown>): Promise<unknown> {
      const error: unknown = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof DomainError)) throw new Error(`expected a domain error, got ${String(error)}`)
      const { errno, reason } = error.details
      return { code: error.code, errno, ...(reason !== undefined && { reason }) }
    }
    const create = (options: object = {}, spec = target) =>
      client.createImage(spec, { sizeBytes: 16 * MiB, ...options })
    async function clone(child: string, options: object = {}) {
      await client.createSnapshot(snapshot('images/a@s'))
      await client.protectSnapshot(snapshot('images/a@s'))
      await client.clone(snapshot('images/a@s'), image(child), options)
      return client.info(image(child))
    }
    const invalid = { code: 'invalid_argument', errno: 'EINVAL' }

    describe('the layout', () => {
      test('is plain unless it is asked for', async () => {
        await create()
        expect(await client.info(target)).toMatchObject({
          stripeUnitBytes: 4 * MiB,
          stripeCount: 1,
          features: usual,
          flags: [],
        })
      })

      test('with striping is a feature, and counts whole sets of objects', async () => {
        await create({ sizeBytes: 17 * MiB, stripeUnitBytes: MiB, stripeCount: 3 })
        const { features, objects, stripeUnitBytes, stripeCount } = await client.info(target)
        expect(features).toEqual(['layering', 'striping', ...usual.slice(1)])
        expect({ objects, stripeUnitBytes, stripeCount }).toEqual({ objects: 6, stripeUnitBytes: MiB, stripeCount: 3 })
      })

      test.each([
        ['half of a striping', { stripeCount: 2 }],
        ['a stripe unit that does not divide the object size', { stripeUnitBytes: 3 * KiB, stripeCount: 2 }],
        ['an object map without exclusive-lock', { features: ['layering', 'object-map'] }],
        ['a journal without exclusive-lock', { features: ['layering', 'journaling'] }],
        ['an unknown feature', { features: ['bogus'] }],
      ])('cannot be %s', async (_, options) => {
        expect(await refusal(create(options))).toEqual(invalid)
        expect(await client.listImages('images')).toEqual([])
      })

      test('may have no feature at all, or those that many clients can share', async () => {
        await create({ features: [] })
        await create({ shared: true }, image('images/b'))
        expect((await client.info(target)).features).toEqual([])
        expect((await client.info(image('images/b'))).features).toEqual(['layering', 'deep-flatten'])
      })

      test('in a data pool lets that pool pay for the bytes (INV01)', async () => {
        await create({ dataPool: 'volumes' })
        await writeRun(client, 'images/a', 0, 4 * MiB, 7)
        const info = await client.info(target)
        expect(info).toMatchObject({ dataPool: 'volumes', dataPrefix: `rbd_data.1.${info.id}` })
        expect(info.features).toContain('data-pool')
        const stored = async (pool: string) => (await client.df()).pools.find((each) => each.name === pool)!.storedBytes
        expect(await stored('volumes')).toBe(4 * MiB)
        expect(await stored('images')).toBe(0)
        await client.removeImage(target)
        expect(await stored('volumes')).toBe(0)
      })

      test('in a data pool that is not there is refused', async () => {
        expect(await refusal(create({ dataPool: 'nopool' }))).toEqual({ code: 'not_found', errno: 'ENOENT' })
      })

      test('is inherited by a clone, features and metadata too, but not the data pool', async () => {
        const features = ['layering', 'exclusive-lock']
        await create({ order: 20, stripeUnitBytes: 64 * KiB, stripeCount: 4, features, dataPool: 'vms' })
        await client.metadata.set(target, { key: 'k', value: 'v' })
        const info = await clone('volumes/c')
        expect(info).toMatchObject({ order: 20, stripeUnitBytes: 64 * KiB, stripeCount: 4 })
        expect(info.features).toEqual(['layering', 'striping', 'exclusive-lock'])
        expect(info.dataPool).toBeUndefined()
        expect(await client.metadata.list(image('volumes/c'))).toEqual([{ key: 'k', value: 'v' }])
      })

      test('of a clone cannot have smaller objects than the stripe unit of its parent', async () => {
        await create()
        expect(await refusal(clone('volumes/c', { order: 20 }))).toEqual(invalid)
        await client.clone(snapshot('images/a@s'), image('volumes/d'), { order: 23 })
        expect(await client.info(image('volumes/d'))).toMatchObject({ stripeUnitBytes: 4 * MiB, stripeCount: 1 })
      })
    })

    describe('features', () => {
      test('of the object map are flagged when they come late, until it is rebuilt, head and snapshots apart', async () => {
        await create({ features: ['layering', 'exclusive-lock'] })
        await client.createSnapshot(snapshot('images/a@s'))
        await client.features.enable(target, ['fast-diff'])
        expect(await client.info(target)).toMatchObject({
          features: ['layering', 'exclusive-lock', 'object-map', 'fast-diff'],
          flags: mapFlags,
        })
        await client.features.checkObjectMap(target)
        await client.features.rebuildObjectMap(snapshot('images/a@s'))
        expect((await client.info(snapshot('images/a@s'))).flags).toEqual([])
        expect((await client.info(target)).flags).toEqual(mapFlags)
        await client.features.rebuildObjectMap(target)
        expect((await client.info(target)).flags).toEqual([])
      })

      test('a snapshot of an image with an invalid map has one too, and switching the map off ends it', async () => {
        await create({ features: ['exclusive-lock'] })
        await client.features.enable(target, ['object-map'])
        await client.createSnapshot(snapshot('images/a@s'))
        expect((await client.info(snapshot('images/a@s'))).flags).toEqual(mapFlags)
        await client.features.disable(target, ['object-map', 'exclusive-lock'])
        expect((await client.info(snapshot('images/a@s'))).flags).toEqual([])
        expect((await client.info(target)).features).toEqual([])
      })

      test('are refused when they are there, or gone, or needed, or fixed', async () => {
        await create()
        expect(await refusal(client.features.enable(target, []))).toEqual(invalid)
        expect(await refusal(client.features.enable(target, ['object-map']))).toEqual(invalid)
        expect(await refusal(client.features.disable(target, ['exclusive-lock']))).toEqual(invalid)
        expect(await refusal(client.features.disable(target, ['journaling']))).toEqual(invalid)
        expect(await refusal(client.features.disable(target, ['layering']))).toEqual(invalid)
        await client.features.disable(target, ['deep-flatten'])
        expect(await refusal(client.features.enable(target, ['deep-flatten']))).toEqual(invalid)
        await client.features.disable(target, ['object-map'])
        expect(await refusal(client.features.rebuildObjectMap(target))).toEqual(invalid)
        expect(await refusal(client.features.checkObjectMap(target))).toEqual(invalid)
        expect((await client.info(target)).features).toEqual(['layering', 'exclusive-lock'])
      })

      test('leave the bytes as they are', async () => {
        await create({ stripeUnitBytes: 64 * KiB, stripeCount: 4 })
        await writeRun(client, 'images/a', 0, MiB, 3)
        const used = await usedBytes(client, 'images/a')
        await client.features.disable(target, ['object-map', 'exclusive-lock'])
        await client.features.enable(target, ['exclusive-lock', 'object-map', 'journaling'])
        expect(await usedBytes(client, 'images/a')).toEqual(used)
        expect(await readRuns(client, 'images/a')).toEqual([`0 ${MiB} 0x03`, `${MiB} ${15 * MiB} 0x00`])
      })
    })

    describe('metadata', () => {
      test('is kept by key and listed in order', async () => {
        await create()
        for (const key of ['b', 'a', '__proto__', 'b']) await client.metadata.set(target, { key, value: `<${key}>` })
        expect(await client.metadata.list(target)).toEqual(
          ['__proto__', 'a', 'b'].map((key) => ({ key, value: `<${key}>` })),
        )
        expect(await client.metadata.get(target, 'b')).toBe('<b>')
        await client.metadata.remove(target, 'b')
        const missing = { code: 'not_found', errno: 'ENOENT', reason: 'metadata_missing' }
        expect(await refusal(client.metadata.get(target, 'b'))).toEqual(missing)
        expect(await refusal(client.metadata.get(target, 'toString'))).toEqual(missing)
        expect(await refusal(client.metadata.remove(target, 'b'))).toEqual(missing)
      })

      test('overrides options only as they can be overridden', async () => {
        await create()
        await client.metadata.set(target, { key: 'conf_rbd_cache', value: 'false' })
        for (const entry of [
          { key: 'conf_rbd_cache', value: 'banana' },
          { key: 'conf_rbd_nope', value: '1' },
          { key: 'conf_rbd_default_order', value: '21' },
        ]) {
          expect(await refusal(client.metadata.set(target, entry))).toEqual(invalid)
        }
        const options = await client.config.listForImage(target)
        expect(options.find((option) => option.name === 'rbd_cache')).toEqual({
          name: 'rbd_cache',
          value: 'false',
          source: 'image',
        })
      })
    })

    describe('options', () => {
      test('are what the image says, else the pool, else the cluster', async () => {
        await create()
        const cache = async () =>
          (await client.config.listForImage(target)).find((option) => option.name === 'rbd_cache_size')
        expect(await cache()).toMatchObject({ value: '33554432', source: 'config' })
        await client.config.set('client', { name: 'rbd_cache_size', value: '33M' })
        expect(await cache()).toMatchObject({ value: '34603008', source: 'config' })
        await client.config.setForPool('images', { name: 'rbd_cache_size', value: '1M' })
        expect(await cache()).toMatchObject({ value: '1M', source: 'pool' })
        await client.metadata.set(target, { key: 'conf_rbd_cache_size', value: '2M' })
        expect(await cache()).toMatchObject({ value: '2M', source: 'image' })
        expect(await client.config.getForPool('images', 'rbd_cache_size')).toBe('1M')
        await client.config.removeForPool('images', 'rbd_cache_size')
        expect(await refusal(client.config.removeForPool('images', 'rbd_cache_size'))).toMatchObject({
          errno: 'ENOENT',
        })
      })

      test('of one client go before those of all, and decide how it makes images', async () => {
        await client.config.set('global', { name: 'rbd_default_order', value: '20' })
        await client.config.set('client.openstack', { name: 'rbd_default_order', value: '21' })
        await client.config.set('client', { name: 'rbd_default_features', value: 'layering, striping' })
        await create()
        await port.connectAs('client.openstack').createImage(image('images/b'), { sizeBytes: MiB })
        expect(await client.info(target)).toMatchObject({ order: 20, features: ['layering'] })
        expect(await client.info(image('images/b'))).toMatchObject({ order: 21, features: ['layering'] })
        await client.config.setForPool('volumes', { name: 'rbd_default_order', value: '22' })
        await create({}, image('volumes/c'))
        expect(await client.info(image('volumes/c'))).toMatchObject({ order: 22 })
        await client.config.set('client', { name: 'rbd_default_order', value: '30' })
        expect(await refusal(create({}, image('images/d')))).toEqual({ code: 'out_of_range', errno: 'EDOM' })
      })

      test('are listed from everybody to the single entity, and taken away again', async () => {
        await client.config.set('client.openstack', { name: 'rbd_default_features', value: '3' })
        await client.config.set('mon', { name: 'mon_allow_pool_delete', value: '1' })
        await client.config.set('global', { name: 'rbd_plugins', value: 'x' })
        expect(await client.config.dump()).toEqual([
          { section: 'global', name: 'rbd_plugins', value: 'x', level: 'advanced', canUpdateAtRuntime: false },
          { section: 'mon', name: 'mon_allow_pool_delete', value: 'true', level: 'advanced', canUpdateAtRuntime: true },
          {
            section: 'client.openstack',
            name: 'rbd_default_features',
            value: '3',
            level: 'advanced',
            canUpdateAtRuntime: true,
          },
        ])
        expect((await client.config.listFor('client.openstack')).map(({ name: option }) => option)).toEqual([
          'rbd_default_features',
          'rbd_plugins',
        ])
        expect(await client.config.get('client.openstack', 'rbd_default_features')).toBe('3')
        await client.config.remove('client.openstack', 'rbd_default_features')
        await client.config.remove('client.openstack', 'rbd_default_features')
        expect(await client.config.get('client.openstack', 'rbd_default_features')).toBe(usual.join())
      })

      test('are refused for sections, names, values and pools that are none', async () => {
        const set = (section: string, option: string, value: string) =>
          refusal(client.config.set(section, { name: option, value }))
        expect(await set('banana', 'rbd_cache', 'true')).toEqual(invalid)
        expect(await set('client', 'nope', '1')).toEqual(invalid)
        expect(await set('client', 'constructor', '1')).toEqual(invalid)
        expect(await set('client', 'rbd_default_clone_format', '3')).toEqual(invalid)
        expect(await refusal(client.config.get('global', 'rbd_cache'))).toEqual(invalid)
        expect(await refusal(client.config.get('client', 'nope'))).toEqual({ code: 'not_found', errno: 'ENOENT' })
        const forPool = (pool: string, option: string) =>
          refusal(client.config.setForPool(pool, { name: option, value: 'x' }))
        expect(await forPool('images', 'rbd_default_pool')).toEqual(invalid)
        expect(await forPool('nopool', 'rbd_plugins')).toMatchObject({ errno: 'ENOENT', reason: 'pool_missing' })
      })

      test('of the cluster are not for clients to set', async () => {
        const openstack = port.connectAs('client.openstack')
        const call = openstack.config.set('client', { name: 'rbd_cache', value: 'false' })
        expect(await refusal(call)).toMatchObject({ code: 'forbidden' })
        expect(await openstack.config.get('client', 'rbd_cache')).toBe('true')
      })
    })

    describe('snapshots', () => {
      test('get another name, which is theirs alone', async () => {
        await create()
        for (const each of ['images/a@s', 'images/a@t']) await client.createSnapshot(snapshot(each))
        await client.snapshotSettings.rename(snapshot('images/a@s'), 'u')
        expect((await client.listSnapshots(target)).map((each) => each.name)).toEqual(['u', 't'])
        const rename = (from: string, to: string) => refusal(client.snapshotSettings.rename(snapshot(from), to))
        expect(await rename('images/a@u', 't')).toMatchObject({ errno: 'EEXIST' })
        expect(await rename('images/a@u', 'u')).toMatchObject({ errno: 'EEXIST' })
        expect(await rename('images/a@s', 'x')).toMatchObject({ errno: 'ENOENT', reason: 'snapshot_missing' })
        expect(await rename('images/a@u', 'a/b')).toMatchObject({ errno: 'EINVAL' })
      })

      test('are limited in number, if there are not more already', async () => {
        await create()
        for (const each of ['images/a@s', 'images/a@t']) await client.createSnapshot(snapshot(each))
        await client.snapshotSettings.setLimit(target, 2)
        expect((await client.info(target)).snapshotLimit).toBe(2)
        expect(await refusal(client.createSnapshot(snapshot('images/a@u')))).toEqual({
          code: 'quota_exceeded',
          errno: 'EDQUOT',
          reason: 'snapshot_limit',
        })
        expect(await refusal(client.snapshotSettings.setLimit(target, 1))).toEqual({
          code: 'out_of_range',
          errno: 'ERANGE',
        })
        await client.snapshotSettings.clearLimit(target)
        await client.createSnapshot(snapshot('images/a@u'))
        expect((await client.info(target)).snapshotLimit).toBeUndefined()
      })
    })
  })
}
