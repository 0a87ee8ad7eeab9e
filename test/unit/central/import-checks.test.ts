import { describe, expect, it } from 'vitest'
import type { Actor } from '#central/identity/actor.ts'
import type { GlanceImage, ImportRequest } from '#central/images/image.ts'
import { ImageStore, ImageStores } from '#central/images/image-store.ts'
import { checkImport } from '#central/images/import-checks.ts'
import { SiteRegistry } from '#central/sites/site-registry.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { FluidWan } from '#kernel/wan/fluid-wan.ts'

const clock = new VirtualClock(0)
const wan = new FluidWan(clock, new SeededRandom(1), { links: [] })
const sites = new SiteRegistry(clock, wan, [], 60_000)
const stores = new ImageStores(
  ['central', 'dcn0', 'dcn1'].map(
    (id) =>
      new ImageStore(
        { clock, wan, sites },
        { id, description: '', isDefault: id === 'central' },
        { thinProvisioning: false },
      ),
  ),
)
const rules = {
  stores,
  methods: ['glance-direct', 'web-download', 'copy-image'],
  uris: { allowedSchemes: ['http', 'https'], allowedPorts: [80, 443] },
}
const admin: Actor = { user: 'admin', project: 'admin', roles: ['admin'] }
const member: Actor = { user: 'demo', project: 'demo', roles: ['member'] }
const image: GlanceImage = {
  id: '8083c7e7-32d8-4f7a-b1da-0ed7884f1076',
  name: 'cirros',
  status: 'active',
  diskFormat: 'raw',
  containerFormat: 'bare',
  visibility: 'shared',
  protected: false,
  minDiskGib: 0,
  minRamMib: 0,
  owner: 'demo',
  osHidden: false,
  tags: [],
  locations: [{ url: 'rbd://a/images/b/snap', store: 'central' }],
  properties: {},
  createdMs: 0,
  updatedMs: 0,
}
const queued: GlanceImage = { ...image, status: 'queued', locations: [] }
const staged: GlanceImage = { ...queued, status: 'uploading' }
const copyTo = (...stores: string[]): ImportRequest => ({ method: 'copy-image', stores })
const web = (uri?: string): ImportRequest => ({ method: 'web-download', uri })
const check = (of: GlanceImage, request: ImportRequest, actor = admin) => checkImport(actor, of, request, rules)

describe('what an import is refused for', () => {
  it.each<[string, GlanceImage, ImportRequest, string, string]>([
    [
      'a method that is not enabled (A26)',
      queued,
      { method: 'glance-download' },
      'invalid_argument',
      "Unknown import method name 'glance-download'.",
    ],
    [
      'an active image (O02)',
      image,
      web('http://h/x'),
      'conflict',
      'Image with status active cannot be target for import',
    ],
    [
      'a copy of a queued image (O02)',
      queued,
      copyTo('dcn0'),
      'conflict',
      'Only images with status active can be targeted for copying',
    ],
    [
      'a copy of a deactivated image (O02)',
      { ...image, status: 'deactivated' },
      copyTo('dcn0'),
      'conflict',
      'Only images with status active can be targeted for copying',
    ],
    [
      'a download of a staged image (O02)',
      staged,
      web('http://h/x'),
      'conflict',
      "Image needs to be in 'queued' state to use 'web-download' method",
    ],
    [
      'glance-direct before staging (O02)',
      queued,
      { method: 'glance-direct' },
      'conflict',
      "Image needs to be staged before 'glance-direct' method can be used",
    ],
    [
      'no container format',
      { ...queued, containerFormat: undefined },
      web('http://h/x'),
      'conflict',
      "'container_format' needs to be set before import",
    ],
    [
      'no disk format',
      { ...queued, diskFormat: undefined },
      web('http://h/x'),
      'conflict',
      "'disk_format' needs to be set before import",
    ],
    [
      'a scheme (O25)',
      queued,
      web('ftp://h/x'),
      'invalid_argument',
      'URI for web-download does not pass filtering: ftp://h/x',
    ],
    [
      'a port (O25)',
      queued,
      web('http://h:8080/x'),
      'invalid_argument',
      'URI for web-download does not pass filtering: http://h:8080/x',
    ],
    ['no address (O25)', queued, web(), 'invalid_argument', 'URI for web-download does not pass filtering: None'],
    [
      'no host (O25)',
      queued,
      web('http://'),
      'invalid_argument',
      'URI for web-download does not pass filtering: http://',
    ],
    [
      'all stores and some (O05)',
      image,
      { ...copyTo('dcn0'), allStores: true },
      'invalid_argument',
      "All_stores parameter can't be used with x-image-meta-store header or stores parameter",
    ],
    ['an unknown store (O06)', image, copyTo('dcn0', 'dcn9'), 'conflict', 'Store for identifier dcn9 not found'],
    [
      'a store that has it (O03)',
      image,
      copyTo('dcn0', 'central'),
      'invalid_argument',
      "Image is already present at store 'central'",
    ],
    [
      'a copy without stores (O03)',
      image,
      { method: 'copy-image' },
      'invalid_argument',
      "Image is already present at store 'central'",
    ],
  ])('%s', (_, of, request, code, message) => {
    expect(() => check(of, request)).toThrow(expect.objectContaining({ code, message }))
  })

  it('not being an admin, for a copy only (O27, T20)', () => {
    const refusal = { code: 'forbidden', message: 'You are not authorized to complete copy_image action.' }
    expect(() => check(image, copyTo('dcn0'), member)).toThrow(expect.objectContaining(refusal))
    expect(check(staged, { method: 'glance-direct', stores: ['dcn0'] }, member)).toEqual(['dcn0'])
  })
})

describe('the stores that an import writes, in order', () => {
  it('those that are named', () => expect(check(image, copyTo('dcn1', 'dcn0'))).toEqual(['dcn1', 'dcn0']))
  it('the default one', () => expect(check(queued, web('https://h/x'))).toEqual(['central']))
  it('none when none is asked for', () => expect(check(staged, { method: 'glance-direct', stores: [] })).toEqual([]))
  it('all', () => expect(check(queued, { ...web('http://h/x'), allStores: true })).toEqual(['central', 'dcn0', 'dcn1']))
  it('for a copy to all, those that lack it (A34, O04)', () => {
    expect(check(image, { method: 'copy-image', allStores: true })).toEqual(['dcn0', 'dcn1'])
    const locations = ['central', 'dcn0', 'dcn1'].map((store) => ({ url: '', store }))
    expect(check({ ...image, locations }, { method: 'copy-image', allStores: true })).toEqual([])
  })
})
