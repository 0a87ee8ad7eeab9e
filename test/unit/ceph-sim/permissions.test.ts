import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cluster, IdentityCaps } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import { startTestCluster } from '../../support/memory-cluster.ts'
import { type CallNeed, type CallPlace, callsOf, portCalls } from '../../support/port-calls.ts'

type Verdict = 'allowed' | 'EPERM' | 'EACCES'

const inImages = { pool: 'images' }
const inTenant = { pool: 'images', namespace: 'tenant' }
const inVolumes = { pool: 'volumes' }

/** Who asks where, and what each kind of call comes to there; `EPERM` of the pools and `EACCES` of the monitors if unsaid. */
interface Caller {
  readonly who: string
  readonly caps: IdentityCaps
  readonly places: readonly { readonly at: CallPlace; readonly may: readonly CallNeed[] }[]
}

const rows = {
  readers: ['read', 'clones', 'pool read'],
  writers: ['read', 'clones', 'write', 'pool read', 'pool write'],
  map: ['map read'],
  everything: [
    'read',
    'clones',
    'write',
    'pool read',
    'pool write',
    'map read',
    'map write',
    'users read',
    'users write',
  ],
} as const satisfies Readonly<Record<string, readonly CallNeed[]>>

const callers: readonly Caller[] = [
  {
    who: 'the administrator',
    caps: { mon: 'allow *', osd: 'allow *' },
    places: [inImages, inTenant, inVolumes].map((at) => ({ at, may: rows.everything })),
  },
  { who: 'someone without caps', caps: {}, places: [{ at: inImages, may: [] }] },
  {
    who: "mon 'allow r' (C20)",
    caps: { mon: 'allow r' },
    places: [{ at: inImages, may: rows.map }],
  },
  {
    who: 'client.volumes with the older caps (C14, C16, C17)',
    caps: {
      mon: 'allow r',
      osd: 'allow class-read object_prefix rbd_children, allow rwx pool=volumes, allow rx pool=images',
    },
    places: [
      { at: inVolumes, may: [...rows.writers, ...rows.map] },
      { at: inImages, may: [...rows.readers, ...rows.map] },
    ],
  },
  {
    who: 'client.images with the older caps (C15, C18)',
    caps: { mon: 'allow r', osd: 'allow class-read object_prefix rbd_children, allow rwx pool=images' },
    places: [
      { at: inImages, may: [...rows.writers, ...rows.map] },
      { at: inVolumes, may: rows.map },
    ],
  },
  {
    who: 'profile rbd in one pool, profile rbd-read-only in another',
    caps: { mon: 'profile rbd', osd: 'profile rbd pool=volumes, profile rbd-read-only pool=images' },
    places: [
      { at: inVolumes, may: [...rows.writers, ...rows.map] },
      { at: inImages, may: [...rows.readers, ...rows.map] },
      { at: inTenant, may: [...rows.readers, ...rows.map] },
    ],
  },
  {
    who: 'profile rbd in one name space',
    caps: { mon: 'profile rbd', osd: 'profile rbd pool=images namespace=tenant' },
    places: [
      { at: inTenant, may: ['read', 'clones', 'write', ...rows.map] },
      { at: inImages, may: rows.map },
    ],
  },
  {
    who: 'profile rbd-read-only in the name spaces that begin alike',
    caps: { mon: 'profile rbd-read-only', osd: 'profile rbd-read-only pool=images namespace=ten*' },
    places: [
      { at: inTenant, may: ['read', ...rows.map] },
      { at: inImages, may: rows.map },
    ],
  },
  {
    who: 'one who may make users and nothing else',
    caps: { mon: 'allow service auth rwx' },
    places: [{ at: inImages, may: ['users read', 'users write'] }],
  },
  {
    who: 'one who may change the map but not the users',
    caps: { mon: 'allow rw' },
    places: [{ at: inImages, may: ['map read', 'map write'] }],
  },
]

const refusals: Readonly<Record<CallNeed, Verdict>> = {
  read: 'EPERM',
  clones: 'EPERM',
  write: 'EPERM',
  'pool read': 'EPERM',
  'pool write': 'EPERM',
  'map read': 'EACCES',
  'map write': 'EACCES',
  'users read': 'EACCES',
  'users write': 'EACCES',
}

/** Whether the cluster refused for want of a cap; that there is no such image is no refusal. */
async function verdict(act: () => unknown): Promise<Verdict> {
  try {
    const result = await act()
    if (isStream(result)) for await (const _ of result) break
    return 'allowed'
  } catch (thrown) {
    const { code, details } = asDomainError(thrown)
    if (code !== 'forbidden') return 'allowed'
    expect(details.reason).toBe('no_permission')
    return details.errno as Verdict
  }
}

function isStream(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result
}

describe('what each call of the port needs', () => {
  let cluster: Cluster
  beforeAll(async () => {
    const started = await startTestCluster()
    cluster = started.cluster
    await started.rbd.namespaces.create('images', 'tenant')
    for (const at of [inImages, inTenant, inVolumes]) {
      await started.rbd.createImage({ ...at, image: 'there' }, { sizeBytes: 4096 })
    }
  })
  afterAll(() => cluster.stop())

  test('no call is left out of the matrix', async () => {
    const { key } = cluster.identities.get('client.admin')
    const calls = callsOf(cluster.connect({ user: 'admin', key })).filter((name) => !exempt.includes(name))
    expect(calls.filter((name) => !Object.hasOwn(portCalls, name))).toEqual([])
    expect(calls.length).toBeGreaterThan(100)
  })

  for (const [index, { who, caps, places }] of callers.entries()) {
    test.each(places)(`${who}, at $at.pool $at.namespace`, async ({ at, may }) => {
      const { entity, key } = await cluster.identities.create(`client.caller${index}`, caps)
      const client = cluster.connect({ user: entity, key })
      const there = new Set(callsOf(client))
      const expected: Record<string, Verdict> = {}
      const found: Record<string, Verdict> = {}
      for (const [name, { needs, call }] of Object.entries(portCalls)) {
        if (!there.has(name)) continue
        expected[name] = (may as readonly CallNeed[]).includes(needs) ? 'allowed' : refusals[needs]
        found[name] = await verdict(() => call(client, at))
      }
      expect(found).toEqual(expected)
    })
  }
})

/** Calls that are beside the matrix: see `portCalls`; the last is for callers in the same process alone. */
const exempt = ['blocklist.add', 'directImage']

describe('caps that cross a border', () => {
  async function rig(caps: IdentityCaps) {
    const { cluster, rbd: admin } = await startTestCluster()
    await admin.createImage({ pool: 'images', image: 'parent' }, { sizeBytes: 4096 })
    const parent = { pool: 'images', image: 'parent', snapshot: 'snap' }
    await admin.createSnapshot(parent)
    await admin.protectSnapshot(parent)
    const { entity, key } = await cluster.identities.create('client.user', caps)
    return { admin, parent, user: cluster.connect({ user: entity, key }) as ClusterClient }
  }
  const child = { pool: 'volumes', image: 'child' }
  const denied = { code: 'forbidden', details: { errno: 'EPERM' } }
  const older = 'allow rwx pool=volumes, allow rx pool=images'

  test('a parent that may only be read can be cloned, copied and flattened from, but not changed (C17)', async () => {
    const { user, parent } = await rig({
      mon: 'profile rbd',
      osd: `profile rbd pool=volumes, profile rbd-read-only pool=images`,
    })
    await user.clone(parent, child)
    expect((await user.children(parent)).map(({ image }) => image)).toEqual(['child'])
    await expect(user.unprotectSnapshot(parent)).rejects.toMatchObject(denied)
    await expect(user.removeSnapshot(parent)).rejects.toMatchObject(denied)
    await expect(user.renameImage(parent, 'other')).rejects.toMatchObject(denied)
    await user.flatten(child)
    await user.removeImage(child)
  })

  test('without class-read on rbd_children no one can ask for clones, nor unprotect (C19)', async () => {
    const { user, parent } = await rig({ mon: 'allow r', osd: 'allow rwx pool=volumes, allow rwx pool=images' })
    await expect(user.children(parent)).rejects.toMatchObject(denied)
    await expect(user.unprotectSnapshot(parent)).rejects.toMatchObject(denied)
  })

  test('with it, asking works, whatever the other pools (C14, C19)', async () => {
    const { user, parent } = await rig({ mon: 'allow r', osd: `allow class-read object_prefix rbd_children, ${older}` })
    expect(await user.children(parent)).toEqual([])
  })

  test('a clone opens only for who may read its parent; it can be removed all the same', async () => {
    const { user, admin, parent } = await rig({ mon: 'profile rbd', osd: 'profile rbd pool=volumes' })
    await admin.clone(parent, child)
    await expect(user.info(child)).rejects.toMatchObject(denied)
    await expect(user.flatten(child)).rejects.toMatchObject(denied)
    await user.removeImage(child)
    expect(await admin.listImages('volumes')).toEqual([])
  })

  test('a clone from another name space needs that name space', async () => {
    const { user, parent } = await rig({
      mon: 'profile rbd',
      osd: 'profile rbd pool=volumes, profile rbd pool=images namespace=a',
    })
    await expect(user.clone(parent, child)).rejects.toMatchObject(denied)
  })

  test('profile rbd may refuse the address of a client whose lock it breaks, and nothing else of the map', async () => {
    const { user } = await rig({ mon: 'profile rbd', osd: 'profile rbd pool=volumes' })
    await user.blocklist.add('127.0.0.1:0/1')
    await expect(user.blocklist.clear()).rejects.toMatchObject({ code: 'forbidden', details: { errno: 'EACCES' } })
  })

  test('a key that is replaced, or a user that is removed, works no longer at the next call (D25)', async () => {
    const { user, admin } = await rig({ mon: 'profile rbd', osd: 'profile rbd pool=volumes' })
    await user.listImages('volumes')
    await admin.auth.setCaps('client.user', { mon: 'allow r' })
    await expect(user.listImages('volumes')).rejects.toMatchObject(denied)
    await admin.auth.remove('client.user')
    await expect(user.listImages('volumes')).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
