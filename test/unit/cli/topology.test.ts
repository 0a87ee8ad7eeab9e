import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadTopology } from '#cli/topology/load-topology.ts'
import { hubOf, storeSites } from '#cli/topology/topology.ts'
import { ConfigError } from '#kernel/config/config-error.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'

const head = 'apiVersion: dcnsim/v1\nkind: Topology\nmetadata: {name: test}\n'
const load = (body: string) => loadTopology(head + body, 'topology.yaml')

function problemsOf(body: string): readonly string[] {
  try {
    load(body)
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`)
    throw error
  }
  throw new Error('the topology was accepted')
}

const small = `
defaults:
  link: {rate: 100Mbps, rtt: 40ms}
sites:
  - {id: dcn0, role: edge, hosts: 2}
  - {id: central, role: hub}
  - {id: dcn1, role: edge, link: {up: 20Mbps, rtt: 60ms}, nova: {never_download_image_if_on_rbd: false}}
`

describe('a topology', () => {
  test('has the hub first, then the edges in file order', () => {
    const topology = load(small)
    expect(topology.sites.map(({ id }) => id)).toEqual(['central', 'dcn0', 'dcn1'])
    expect(hubOf(topology).id).toBe('central')
    expect(storeSites(topology).map(({ id, store }) => `${id}: ${store?.description}, ${store?.isDefault}`)).toEqual([
      'central: central rbd glance store, true',
      'dcn0: dcn0 rbd glance store, false',
      'dcn1: dcn1 rbd glance store, false',
    ])
  })

  test("a site's link takes what it does not say from the defaults, per direction", () => {
    const [hub, dcn0, dcn1] = load(small).sites
    expect(hub?.link).toBeUndefined()
    expect(dcn0?.link).toEqual({ downBitsPerSecond: 100e6, upBitsPerSecond: 100e6, rttMs: 40 })
    expect(dcn1?.link).toEqual({ downBitsPerSecond: 100e6, upBitsPerSecond: 20e6, rttMs: 60 })
  })

  test('a DCN site refuses to download images unless it is told otherwise (P08)', () => {
    expect(load(small).sites.map(({ nova }) => nova.neverDownloadImageIfOnRbd)).toEqual([true, true, false])
  })

  test('clusters default to three replicas and the four pools', () => {
    expect(hubOf(load(small)).ceph).toEqual({
      replicas: 3,
      osds: 3,
      osdSizeBytes: 100 * GiB,
      pools: ['images', 'volumes', 'vms', 'backups'],
      fullPolicy: 'fail',
      conf: {},
    })
  })

  test("a cluster's conf adds to the defaults, and says what it must otherwise be (C14)", () => {
    const topology = load(
      [
        'defaults: {ceph: {fullPolicy: wait, conf: {mon_allow_pool_delete: true, rbd_default_order: 22}}}',
        'sites:',
        '  - {id: central, role: hub}',
        '  - {id: dcn0, role: edge, link: {rate: 1Gbps, rtt: 5ms}, ceph: {fullPolicy: fail, conf: {rbd_default_order: 23}}}',
        '',
      ].join('\n'),
    )
    expect(topology.sites.map(({ ceph }) => [ceph?.fullPolicy, ceph?.conf])).toEqual([
      ['wait', { mon_allow_pool_delete: 'true', rbd_default_order: '22' }],
      ['fail', { mon_allow_pool_delete: 'true', rbd_default_order: '23' }],
    ])
  })

  test('conversion is on by default, thin provisioning off (A21)', () => {
    expect(load(small).glance).toEqual({
      importMethods: ['web-download', 'copy-image'],
      importPlugins: ['image_conversion'],
      thinProvisioning: false,
    })
  })

  test('a group unfolds into numbered sites', () => {
    const topology = load(
      'sites: [{id: central, role: hub}, {id: metro, count: 2, role: edge, link: {rate: 1Gbps, rtt: 5ms}}]\n',
    )
    expect(topology.sites.map(({ id }) => id)).toEqual(['central', 'metro-001', 'metro-002'])
  })

  test('the example that comes with the program loads', () => {
    const file = 'scenarios/topology-small.yaml'
    const topology = loadTopology(readFileSync(file, 'utf8'), file)
    expect(topology.sites).toHaveLength(3)
    expect(topology.tenant.flavors).toEqual([{ name: 'tiny', vcpus: 1, ramBytes: 512 * MiB, diskBytes: 8 * GiB }])
  })
})

describe('a topology that contradicts itself is refused', () => {
  const edge = '{id: dcn0, role: edge, link: {rate: 1Gbps, rtt: 5ms}}'
  test.each([
    ['no hub', `sites: [${edge}]`, 'exactly one hub: no site has role hub'],
    ['two hubs', 'sites: [{id: a, role: hub}, {id: b, role: hub}]', 'exactly one hub: this is another'],
    [
      'default store at an edge',
      'sites: [{id: a, role: hub}, {id: b, role: edge, store: {default: true}, link: {rate: 1Gbps, rtt: 1ms}}]',
      "the default store is the hub's",
    ],
    ['one id twice', `sites: [{id: dcn0, role: hub}, ${edge}]`, 'there are two sites "dcn0"'],
    ['an edge without a link', 'sites: [{id: a, role: hub}, {id: b, role: edge}]', 'the link of b has no rate'],
    [
      'a link to elsewhere',
      'sites: [{id: a, role: hub}, {id: b, role: edge, link: {to: c, rate: 1Gbps, rtt: 1ms}}]',
      'every link leads to the hub, which is a',
    ],
    [
      'more replicas than OSDs',
      'sites: [{id: a, role: hub, ceph: {replicas: 3, osds: 2}}]',
      '3 replicas need at least 3 OSDs',
    ],
    [
      'an option that Ceph has not',
      'sites: [{id: a, role: hub, ceph: {conf: {mon_allow_pol_delete: true}}}]',
      'sites[0].ceph.conf.mon_allow_pol_delete: there is no option "mon_allow_pol_delete" of Ceph here (did you mean "mon_allow_pool_delete"?)',
    ],
    [
      'an option of another kind',
      'sites: [{id: a, role: hub}]\ndefaults: {ceph: {conf: {rbd_default_order: tiny}}}',
      'defaults.ceph.conf.rbd_default_order: rbd_default_order: error parsing value',
    ],
    ['a missing pool', 'sites: [{id: a, role: hub, ceph: {pools: [images, volumes]}}]', 'the pool "vms" is missing'],
    [
      'one fsid twice',
      'sites: [{id: a, role: hub, ceph: {fsid: d25504ce-459f-432d-b6fa-79854d786f2b}}, {id: b, role: edge, link: {rate: 1Gbps, rtt: 1ms}, ceph: {fsid: d25504ce-459f-432d-b6fa-79854d786f2b}}]',
      'another cluster has this fsid',
    ],
    [
      'a network at no site',
      'sites: [{id: central, role: hub}]\ntenant: {networks: [{name: n, site: centra}]}',
      'there is no site "centra" (did you mean "central"?)',
    ],
    ['a name twice', 'sites: [{id: a, role: hub}]\ntenant: {keypairs: [k, k]}', '"k" is listed twice'],
    [
      'rate and bandwidth',
      'sites: [{id: a, role: hub}, {id: b, role: edge, link: {rate: 1Gbps, bandwidth: 1Gbps, rtt: 1ms}}]',
      'rate and bandwidth are the same thing',
    ],
  ])('%s', (_, body, message) => {
    expect(problemsOf(`${body}\n`).join('\n')).toContain(message)
  })

  test.each([
    ['windows: []', 'not simulated yet: windows'],
    ['sites: [{id: a, role: hub}, {id: b, role: edge, storage: false}]', 'not simulated yet: sites without storage'],
    [
      'sites: [{id: a, role: hub}, {id: b, role: edge, link: {rate: 1Gbps, rtt: 1ms, loss: 0.01}}]',
      'not simulated yet: loss',
    ],
    ['profile: {base: rhoso-18}', 'not simulated yet: profiles'],
  ])('what is not played is refused, not ignored: %s', (body, message) => {
    expect(problemsOf(`${body}\n`).join('\n')).toContain(message)
  })

  test('a problem with defaults is told once, on its own line', () => {
    const problems = problemsOf('defaults: {ceph: {replicas: 5}}\nsites: [{id: a, role: hub}]\n')
    expect(problems).toEqual(['4 defaults.ceph: 5 replicas need at least 5 OSDs, and there are 3'])
  })
})
