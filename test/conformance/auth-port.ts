import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { ClusterBehindDoor } from '../support/cluster-doors.ts'

const caps = { mon: 'profile rbd', osd: 'profile rbd pool=vms, profile rbd-read-only pool=images' }

/** What every adapter of `Auth` must do. */
export function authPortConformance(name: string, setup: () => Promise<ClusterBehindDoor>): void {
  describe(`cephx users: ${name}`, () => {
    let port: ClusterBehindDoor
    let admin: ClusterClient
    beforeEach(async () => {
      port = await setup()
      admin = connectAs('client.admin')
    })
    afterEach(() => port.stop())

    const connectAs = (entity: string) => port.connectAs(entity)
    async function refusal(call: Promise<unknown>): Promise<readonly [unknown, string]> {
      const error = await call.then(() => undefined, asDomainError)
      if (!error) throw new Error('it was not refused')
      return [error.details.errno, error.message]
    }

    test('get-or-create makes a user once, and gives the same key ever after (C14, C15, C21)', async () => {
      const made = await admin.auth.getOrCreate('client.volumes', caps)
      expect(made).toMatchObject({ entity: 'client.volumes', caps })
      expect(await admin.auth.getOrCreate('client.volumes', caps)).toEqual(made)
      expect(await admin.auth.getOrCreate('client.volumes', {})).toEqual(made)
      expect(await admin.auth.getOrCreate('client.volumes', { mon: caps.mon })).toEqual(made)
      expect((await admin.auth.list()).filter(({ entity }) => entity === 'client.volumes')).toHaveLength(1)
      const other = admin.auth.getOrCreate('client.volumes', { ...caps, osd: 'allow *' })
      expect(await refusal(other)).toEqual(['EINVAL', 'key for client.volumes exists but cap osd does not match'])
    })

    test('two who make the same user at once get the same key', async () => {
      const both = await Promise.all([admin, admin].map((each) => each.auth.getOrCreate('client.twice', caps)))
      expect(both[0]).toEqual(both[1])
      expect(await admin.auth.get('client.twice')).toEqual(both[0])
    })

    test('the key of a user opens a session with its caps, and no other key does', async () => {
      const { entity, key } = await admin.auth.getOrCreate('client.user', caps)
      const user = port.connect({ user: entity, key })
      expect(await user.listImages('vms')).toEqual([])
      expect((await refusal(user.listImages('volumes')))[0]).toBe('EPERM')
      const stranger = async () => port.connect({ user: 'client.nobody', key }).listImages('vms')
      expect((await refusal(stranger()))[0]).toBe('EACCES')
    })

    test('add makes a user, with a key of ones own, and is content with the same one', async () => {
      const { key } = await admin.auth.getOrCreate('client.first', {})
      expect(await admin.auth.add({ entity: 'client.added', key, caps })).toBe(true)
      expect(await admin.auth.get('client.added')).toEqual({ entity: 'client.added', key, caps })
      expect(await admin.auth.add({ entity: 'client.added', caps })).toBe(false)
      expect(await refusal(admin.auth.add({ entity: 'client.added', caps: { ...caps, mon: 'allow r' } }))).toEqual([
        'EINVAL',
        'entity client.added exists but cap mon does not match',
      ])
      expect(await refusal(admin.auth.add({ entity: 'client.added', caps: {} }))).toEqual([
        'EINVAL',
        'entity client.added exists but caps do not match',
      ])
      const another = port.cluster.identities.keyOf('client.admin')
      expect(await refusal(admin.auth.add({ entity: 'client.added', key: another, caps }))).toEqual([
        'EEXIST',
        'entity client.added exists but key does not match',
      ])
    })

    test('import replaces keys and caps', async () => {
      const { key } = await admin.auth.getOrCreate('client.first', {})
      await admin.auth.getOrCreate('client.second', { mon: 'allow r' })
      await admin.auth.import([{ entity: 'client.second', key, caps }])
      expect(await admin.auth.get('client.second')).toEqual({ entity: 'client.second', key, caps })
      const bad = admin.auth.import([{ entity: 'client.third', key: 'no key', caps }])
      expect((await refusal(bad))[0]).toBe('EINVAL')
    })

    test('caps are replaced as a whole, and hold from the next call on', async () => {
      const { entity, key } = await admin.auth.getOrCreate('client.user', caps)
      const user = port.connect({ user: entity, key })
      await user.listImages('vms')
      await admin.auth.setCaps(entity, { mon: 'allow r', osd: 'allow rwx pool=volumes' })
      expect((await refusal(user.listImages('vms')))[0]).toBe('EPERM')
      expect(await user.listImages('volumes')).toEqual([])
      expect((await admin.auth.get(entity)).key).toBe(key)
      expect((await refusal(admin.auth.setCaps('client.nobody', caps)))[0]).toBe('ENOENT')
    })

    test('what does not parse is refused, and a profile or pool that is unknown is not', async () => {
      const make = (entity: string, given: object) => admin.auth.getOrCreate(entity, given)
      expect(await refusal(make('openstack', {}))).toEqual(['EINVAL', 'bad entity name'])
      expect(await refusal(make('client.bad', { mon: 'bogus' }))).toEqual([
        'EINVAL',
        "mon capability parse failed, stopped at 'bogus' of 'bogus'",
      ])
      expect((await refusal(make('client.bad', { osd: 'allow rwxy pool=x' })))[0]).toBe('EINVAL')
      await make('client.odd', { osd: 'profile nosuch pool=x, allow rwx pool=nosuch' })
    })

    test('a removed user is gone at once, and removing none is no error', async () => {
      const { entity, key } = await admin.auth.getOrCreate('client.user', caps)
      const user = port.connect({ user: entity, key })
      await user.listImages('vms')
      expect(await admin.auth.remove(entity)).toBe(true)
      expect(await admin.auth.remove(entity)).toBe(false)
      expect((await refusal(user.listImages('vms')))[0]).toBe('EACCES')
      expect(await refusal(admin.auth.get(entity))).toEqual(['ENOENT', `don't have ${entity}`])
    })

    test('lists daemons, then clients, then managers', async () => {
      const entities = (await admin.auth.list()).map(({ entity }) => entity)
      expect(entities[0]).toBe('osd.0')
      expect(entities.at(-1)).toBe('mgr.x')
      expect(entities.slice(1, -1)).toEqual(entities.slice(1, -1).toSorted())
      expect(entities).toContain('client.openstack')
    })

    test("mon 'allow r' and profile rbd administer no one (C20)", async () => {
      for (const mon of ['allow r', 'profile rbd', 'allow rw']) {
        const entity = `client.${mon.replaceAll(' ', '-')}`
        const { key } = await admin.auth.getOrCreate(entity, { mon, osd: 'allow *' })
        const user = port.connect({ user: entity, key })
        expect((await user.listPools()).length).toBeGreaterThan(0)
        expect((await refusal(user.auth.list()))[0]).toBe('EACCES')
        expect((await refusal(user.auth.getOrCreate('client.new', {})))[0]).toBe('EACCES')
        expect((await refusal(user.auth.get(entity)))[0]).toBe('EACCES')
      }
    })

    test('whoever follows the users has followed a change when it is answered', async () => {
      const followed: string[] = []
      port.cluster.identities.onChange(async (entity) => {
        await Promise.resolve()
        followed.push(entity)
      })
      await admin.auth.getOrCreate('client.user', {})
      await admin.auth.setCaps('client.user', caps)
      await admin.auth.remove('client.user')
      expect(followed).toEqual(['client.user', 'client.user', 'client.user'])
    })
  })
}
