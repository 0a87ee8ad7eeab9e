import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { RbdListEntry } from '#ceph-sim/rbd.ts'
import { loadScenario } from '#cli/scenario/load-scenario.ts'
import { compare } from '#cli/scenario/metrics/comparison.ts'
import { stopAndWaitMs } from '#cli/scenario/metrics/copy.ts'
import { readPrintedTable } from '#cli/scenario/printed-table.ts'
import { runScenario } from '#cli/scenario/run-scenario.ts'
import type { CommandResult } from '#cli/scenario/world.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { FakeWorld, imageRecord, replace, serverRecord, volumeRecord } from '../../support/fake-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'dcnsim-checks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const head = `apiVersion: dcnsim/v1
kind: Scenario
metadata: {name: test, seed: 1}
defaults: {link: {rate: 100Mbps, rtt: 40ms}}
sites: [{id: central, role: hub}, {id: dcn0, role: edge}, {id: dcn1, role: edge}]
files: [{name: disk.raw, format: raw, virtualSize: 112MiB}]
steps: [{id: a, run: a}]
assert:
`

/** Evaluates one assertion (its YAML without the id) after a command with this output. */
async function verdict(world: FakeWorld, assertion: string, output: Partial<CommandResult> = {}) {
  world.answer('a', output)
  const scenario = loadScenario(`${head}  - {id: x, after: a, ${assertion}}\n`, join(folder, 'scenario.yaml'))
  const [result] = (await runScenario(scenario, world)).assertions
  if (!result) throw new Error('nothing was evaluated')
  return result
}

const uuid = '8083c7e7-32d8-4f7a-b1da-0ed7884f1076'
const location = (store: string, id = uuid) => ({ store, url: `rbd://fsid-of-${store}/images/${id}/snap` })

function worldWithImage(): FakeWorld {
  const world = new FakeWorld()
  world.imageRecords.push(
    imageRecord({
      id: uuid,
      name: 'cirros',
      sizeBytes: 112 * MiB,
      hashAlgo: 'sha512',
      hashValue: 'ab'.repeat(64),
      locations: [location('central'), location('dcn0')],
      properties: { os_distro: 'cirros' },
    }),
  )
  for (const store of ['central', 'dcn0']) {
    world.contents.set(`${store}/${uuid}`, { sha512: 'ab'.repeat(64), sizeBytes: 112 * MiB })
  }
  return world
}

describe('outputs', () => {
  const golden = (text: string) => writeFileSync(join(folder, 'golden.txt'), text)

  test('text equals its golden file, placeholders filled in (A56, A58)', async () => {
    golden('NAME  PARENT\nvolume-<volume:pet>  images/<image:cirros>@snap  <uuid>\n')
    const world = worldWithImage()
    world.volumeRecords.push(volumeRecord({ id: 'v1', name: 'pet' }))
    const printed = `NAME  PARENT\nvolume-v1  images/${uuid}@snap  ${uuid}\n`
    expect((await verdict(world, 'check: goldenOutput, with: {file: golden.txt}', { stdout: printed })).passed).toBe(
      true,
    )
  })

  test.each([
    ['another id', `volume-v2  images/${uuid}@snap\n`],
    ['a lost blank', `volume-v1 images/${uuid}@snap\n`],
    ['a line more', `volume-v1  images/${uuid}@snap\nmore\n`],
    ['nothing', ''],
  ])('%s is a difference', async (_, stdout) => {
    golden('volume-<volume:pet>  images/<image:cirros>@snap\n')
    const world = worldWithImage()
    world.volumeRecords.push(volumeRecord({ id: 'v1', name: 'pet' }))
    expect((await verdict(world, 'check: goldenOutput, with: {file: golden.txt}', { stdout })).passed).toBe(false)
  })

  test('a table is compared cell by cell, wrapped or not (A05)', async () => {
    golden('+--+--+\n| Property | Value |\n+--+--+\n| stores | [{"id": "central"}, {"id": "dcn0"}] |\n+--+--+\n')
    const wrapped =
      '+---+\n| Property | Value   |\n+---+\n| stores   | [{"id": |\n|          | "central"}, {"id": "dcn0"}] |\n+---+\n'
    const with_ = 'check: goldenOutput, with: {file: golden.txt, as: table}'
    expect((await verdict(new FakeWorld(), with_, { stdout: wrapped })).passed).toBe(true)
    expect((await verdict(new FakeWorld(), with_, { stdout: wrapped.replace('dcn0', 'dcn1') })).passed).toBe(false)
  })

  test('a pattern may hold ids; what looks like one in them is literal', async () => {
    const check = "check: stdoutMatches, with: {pattern: '^url=rbd://<fsid:dcn0>/images/<image:cirros>/.*$'}"
    expect(
      (await verdict(worldWithImage(), check, { stdout: `x\nurl=rbd://fsid-of-dcn0/images/${uuid}/snap\n` })).passed,
    ).toBe(true)
    expect(
      (await verdict(worldWithImage(), check, { stdout: `url=rbd://fsid-of-dcn1/images/${uuid}/snap\n` })).passed,
    ).toBe(false)
  })

  test('only the UUID means nothing else (A32)', async () => {
    const check = "check: stdoutIs, with: {text: '<image:cirros>'}"
    expect((await verdict(worldWithImage(), check, { stdout: `${uuid}\n` })).passed).toBe(true)
    expect((await verdict(worldWithImage(), check, { stdout: `id: ${uuid}\n` })).passed).toBe(false)
    expect((await verdict(worldWithImage(), check, { stdout: `${uuid}\n\n` })).passed).toBe(false)
  })

  test('the stores table has one entry a site, the hub first and default (A09, A73)', async () => {
    const table = (cell: string) => ({ stdout: `| Property | Value |\n| stores | ${cell} |\n` })
    const check = 'check: storesMatchSites'
    const good = '[{"default": "true", "id": "central"}, {"id": "dcn0"}, {"id": "dcn1"}]'
    expect((await verdict(new FakeWorld(), check, table(good))).passed).toBe(true)
    expect((await verdict(new FakeWorld(), check, table(good.replace(', {"id": "dcn1"}', '')))).passed).toBe(false)
    expect((await verdict(new FakeWorld(), check, table(good.replace('"true"', 'true')))).passed).toBe(false)
    expect((await verdict(new FakeWorld(), check, { stdout: 'no table' })).measured).toBe('none')
  })

  test('errors are searched across line breaks (A65)', async () => {
    const check = 'check: stderrContains, with: {text: "current status is: in-use"}'
    const output = { stderr: 'status must be available, but current status\nis: in-use.\n' }
    expect((await verdict(new FakeWorld(), check, output)).passed).toBe(true)
    expect((await verdict(new FakeWorld(), check, { stderr: 'fine' })).passed).toBe(false)
  })
})

describe('images', () => {
  test.each([
    ['imageProperty, with: {image: cirros, disk_format: raw, size: 112MiB, os_hash_value: <hex128>}', true],
    ['imageProperty, with: {image: cirros, size: 1 x disk.raw, properties: {os_distro: cirros}}', true],
    ['imageProperty, with: {image: cirros, size: 2 x disk.raw}', false],
    ['imageProperty, with: {image: cirros, disk_format: qcow2, status: active}', false],
    ['storesEqual, with: {image: cirros, stores: [central, dcn0]}', true],
    ['storesEqual, with: {image: cirros, stores: [dcn0, central]}', false],
    ['storesContain, with: {image: cirros, stores: [dcn0]}', true],
    ['storesContain, with: {image: cirros, stores: [dcn1]}', false],
    ['hashEqual, with: {image: cirros, stores: [central, dcn0]}', true],
    ['rbdLocations, with: {image: cirros, stores: [central, dcn0]}', true],
    ['rbdLocations, with: {image: cirros, stores: [dcn0, central]}', false],
    ['importClean, with: {image: cirros}', true],
    ['imageCount, with: {image: cirros, count: 1}', true],
    ['imageCount, with: {image: cirros, count: 2}', false],
    ['policyWarning, with: {image: cirros, rule: missing-at-hub, absent: true}', true],
    ['policyWarning, with: {image: cirros, rule: not-cloneable}', false],
    ['imageSettings, with: {import_methods: [copy-image]}', true],
    ['imageSettings, with: {import_plugins: [image_conversion]}', false],
  ])('%s: %s', async (check, passed) => {
    expect((await verdict(worldWithImage(), `check: ${check}`)).passed).toBe(passed)
  })

  test('a copy with other bytes or another length is found where it is (A44)', async () => {
    const check = 'check: hashEqual, with: {image: cirros, stores: [central, dcn0]}'
    const world = worldWithImage()
    world.contents.set(`dcn0/${uuid}`, { sha512: 'cd'.repeat(64), sizeBytes: 112 * MiB })
    expect(await verdict(world, check)).toMatchObject({ passed: false, measured: 'differs at dcn0' })
    world.contents.set(`dcn0/${uuid}`, { sha512: 'ab'.repeat(64), sizeBytes: 1 })
    expect((await verdict(world, check)).passed).toBe(false)
  })

  test('an image without a recorded hash must be the same everywhere (T16)', async () => {
    const world = new FakeWorld()
    world.imageRecords.push(
      imageRecord({ id: 'i', sizeBytes: 5, locations: [location('dcn0', 'i'), location('central', 'i')] }),
    )
    world.contents.set('dcn0/i', { sha512: 'x', sizeBytes: 5 })
    world.contents.set('central/i', { sha512: 'x', sizeBytes: 5 })
    const check = 'check: hashEqual, with: {image: i, stores: [dcn0, central]}'
    expect((await verdict(world, check)).passed).toBe(true)
    world.contents.set('central/i', { sha512: 'y', sizeBytes: 5 })
    expect((await verdict(world, check)).passed).toBe(false)
  })

  test('what departs from documented practice is warned of (A04, A10, A11)', async () => {
    const world = worldWithImage()
    replace(world.imageRecords, uuid, { locations: [location('dcn0')], diskFormat: 'qcow2' })
    const rule = (name: string) => verdict(world, `check: policyWarning, with: {image: cirros, rule: ${name}}`)
    expect((await rule('missing-at-hub')).measured).toBe('only at dcn0: always keep a copy at central')
    expect((await rule('not-cloneable')).passed).toBe(true)
    expect((await rule('unknown-hash')).passed).toBe(false)
  })

  test('a refused boot is answered with the command that helps (P15, P16)', async () => {
    const world = worldWithImage()
    const fault = `Build of instance s aborted: Image ${uuid} is unacceptable: No image locations are accessible`
    world.serverRecords.push(serverRecord({ id: 's', zone: 'dcn1', status: 'ERROR', fault }))
    const { passed, measured } = await verdict(world, 'check: policyWarning, with: {image: cirros, rule: refused-boot}')
    expect(passed).toBe(true)
    expect(measured).toContain(`glance image-import ${uuid} --stores dcn1 --import-method copy-image`)
  })

  test('equal bytes have equal hashes, unknown ones are not equal (A03)', async () => {
    const world = worldWithImage()
    world.imageRecords.push(
      imageRecord({ id: 'j', hashValue: 'ab'.repeat(64) }),
      imageRecord({ id: 'k' }),
      imageRecord({ id: 'l' }),
    )
    const same = (images: string) => verdict(world, `check: sameHash, with: {images: ${images}}`)
    expect((await same('[cirros, j]')).passed).toBe(true)
    expect((await same('[cirros, k]')).passed).toBe(false)
    expect((await same('[k, l]')).passed).toBe(false)
  })
})

describe('imports and copies', () => {
  const write = (store: string, startedMs: number, endedMs: number, kind: 'import' | 'copy' = 'import') => ({
    image: uuid,
    store,
    kind,
    startedMs,
    endedMs,
    wanBytes: 1,
    status: 'done' as const,
  })

  test('download, convert, then store after store (A28)', async () => {
    const world = worldWithImage()
    const check = 'check: importOrder, with: {image: cirros, path: /x.img, stores: [central, dcn0]}'
    world.fetchRecords.push({ path: '/x.img', startedMs: 0, endedMs: 10, bytes: 5 })
    world.copyRecords.push(write('central', 10, 20), write('dcn0', 20, 30))
    expect((await verdict(world, check)).passed).toBe(true)
    world.copyRecords[1] = write('dcn0', 15, 30)
    expect((await verdict(world, check)).passed).toBe(false)
    world.copyRecords[1] = write('dcn0', 20, 30)
    world.fetchRecords[0] = { path: '/x.img', startedMs: 0, endedMs: 12, bytes: 5 }
    expect((await verdict(world, check)).passed).toBe(false)
  })

  test('fetched once, however many stores (A25)', async () => {
    const world = new FakeWorld()
    const check = 'check: fetchCount, with: {path: /x.img, count: 1}'
    expect((await verdict(world, check)).passed).toBe(false)
    world.fetchRecords.push({ path: '/x.img', startedMs: 0, bytes: 5 })
    expect((await verdict(world, check)).passed).toBe(true)
    world.fetchRecords.push({ path: '/x.img', startedMs: 0, bytes: 5 })
    expect((await verdict(world, check)).passed).toBe(false)
  })

  test('copies are serial, in the order asked for', async () => {
    const world = worldWithImage()
    const check = 'check: copiesSerial, with: {image: cirros, stores: [dcn0, dcn1]}'
    world.copyRecords.push(write('dcn0', 0, 10, 'copy'), write('dcn1', 10, 20, 'copy'))
    expect((await verdict(world, check)).passed).toBe(true)
    world.copyRecords[1] = write('dcn1', 5, 20, 'copy')
    expect((await verdict(world, check)).passed).toBe(false)
  })

  test('a copy takes what the stop-and-wait model says, to its tolerance', async () => {
    // 14 chunks of 8 MiB at 100 Mbps, each with a round trip of 40 ms and 5 ms of storage.
    expect(stopAndWaitMs(112 * MiB, 100e6, 40)).toBeCloseTo(10_025.24, 1)
    const world = worldWithImage()
    world.linkStates = [{ site: 'dcn0', downBitsPerSecond: 100e6, upBitsPerSecond: 100e6, rttMs: 40, state: 'up' }]
    world.copyRecords.push(write('dcn0', 1000, 11_030, 'copy'))
    const metric = (rest: string) =>
      verdict(world, `metric: copy.duration, where: {image: cirros, store: dcn0}, op: "==", ${rest}`)
    expect(await metric('value: model, tol: 0.01')).toMatchObject({ passed: true, measured: '10.03 s' })
    expect((await metric('value: model')).passed).toBe(false)
    expect((await metric('value: 10.03s')).passed).toBe(true)
    expect((await metric('value: 12s, tol: 0.1')).passed).toBe(false)
  })
})

describe('volumes, servers and disks', () => {
  const head_ = (image: string, parent?: RbdListEntry['parent']): RbdListEntry => ({
    image,
    id: image,
    sizeBytes: 8 * GiB,
    format: 2,
    ...(parent && { parent }),
  })
  const parent = { pool: 'images', image: uuid, snapshot: 'snap' }

  test("a volume's bytes are in its site's cluster and nowhere else (A49)", async () => {
    const world = new FakeWorld()
    world.volumeRecords.push(volumeRecord({ id: 'v', name: 'pet' }))
    world.pools.set('dcn0/volumes', [head_('volume-v')])
    const check = 'check: volumeAt, with: {volume: pet, site: dcn0, size: 8GiB}'
    expect((await verdict(world, check)).passed).toBe(true)
    world.pools.set('central/volumes', [head_('volume-v')])
    expect((await verdict(world, check)).passed).toBe(false)
  })

  test('lineage tells clones from flat copies (A58, P12)', async () => {
    const world = worldWithImage()
    world.volumeRecords.push(volumeRecord({ id: 'v', name: 'pet' }))
    world.serverRecords.push(serverRecord({ id: 's' }))
    world.pools.set('dcn0/volumes', [head_('volume-v', parent)])
    world.pools.set('dcn0/vms', [head_('s_disk'), head_('t_disk')])
    const lineage = (rest: string) => verdict(world, `check: lineage, with: {site: dcn0, ${rest}}`)
    expect((await lineage('pool: volumes, of: {volume: pet}, parent: "image:cirros"')).passed).toBe(true)
    expect((await lineage('pool: volumes, of: {volume: pet}, parent: none')).passed).toBe(false)
    expect((await lineage('pool: vms, of: {server: s}, parent: none')).passed).toBe(true)
    expect((await lineage('pool: vms, withParent: 0, withoutParent: 2')).passed).toBe(true)
    expect((await lineage('pool: vms, withParent: 1')).passed).toBe(false)
    expect((await lineage('pool: volumes, of: {volume: nope}, parent: none')).passed).toBe(false)
  })

  test('the fault text is compared as a whole (P05)', async () => {
    const world = worldWithImage()
    const fault = `Build of instance s aborted: Image ${uuid} is unacceptable: No image locations are accessible`
    world.serverRecords.push(serverRecord({ id: 's', status: 'ERROR', fault }))
    const whole = (text: string) => verdict(world, `check: faultMatches, with: {server: s, text: "${text}"}`)
    const wanted =
      'Build of instance <server:s> aborted: Image <image:cirros> is unacceptable: No image locations are accessible'
    expect((await whole(wanted)).passed).toBe(true)
    expect((await whole(wanted.replace('accessible', 'accessibl'))).passed).toBe(false)
    expect((await verdict(world, 'check: faultMatches, with: {count: 1, text: is unacceptable}')).passed).toBe(true)
    expect((await verdict(world, 'check: faultMatches, with: {count: 2, text: is unacceptable}')).passed).toBe(false)
  })

  test('one log line, brackets and all (P06)', async () => {
    const world = worldWithImage()
    const text = `Image ${uuid} is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing to fetch and upload.`
    world.logs.set('dcn0', [
      { level: 'INFO', text: 'started' },
      { level: 'WARNING', text },
    ])
    const line =
      'text: "Image <image:cirros> is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing"'
    const check = (rest: string) => verdict(world, `check: logContains, with: {${rest}, ${line}}`)
    expect((await check('site: dcn0, level: WARNING, count: 1')).passed).toBe(true)
    expect((await check('site: dcn0, level: INFO')).passed).toBe(false)
    expect((await check('site: dcn1')).passed).toBe(false)
    expect((await check('site: dcn0, count: 2')).passed).toBe(false)
  })

  test('a refused boot left nothing, or what it left is named (P04)', async () => {
    const world = new FakeWorld()
    world.serverRecords.push(serverRecord({ id: 's', status: 'ERROR', ports: 0 }))
    const check = 'check: nothingLeft, with: {server: s}'
    expect((await verdict(world, check)).passed).toBe(true)
    world.pools.set('dcn0/vms', [head_('s_disk')])
    replace(world.serverRecords, 's', { ports: 1 })
    expect((await verdict(world, check)).measured).toBe('dcn0 vms/s_disk,1 ports')
  })

  test('counts and pool usage are metrics (P13, P14)', async () => {
    const world = new FakeWorld()
    world.serverRecords.push(
      serverRecord({ id: 's', host: 'h0' }),
      serverRecord({ id: 't', host: 'h1' }),
      serverRecord({ id: 'u', host: 'h1', status: 'ERROR' }),
    )
    const vms = {
      name: 'vms',
      id: 1,
      pgNum: 32,
      storedBytes: 224 * MiB,
      usedBytes: 672 * MiB,
      objects: 56,
      maxAvailBytes: 0,
    }
    world.poolUsages.set('dcn0', [vms])
    const holds = async (rest: string) => (await verdict(world, rest)).passed
    expect(await holds('metric: servers.count, where: {status: ACTIVE, site: dcn0}, op: "==", value: 2')).toBe(true)
    expect(await holds('metric: servers.count, op: "==", value: 2')).toBe(false)
    expect(await holds('metric: hosts.count, where: {site: dcn0}, op: "==", value: 2')).toBe(true)
    expect(await holds('metric: pool.storedBytes, where: {site: dcn0, pool: vms}, op: "==", value: 2 x disk.raw')).toBe(
      true,
    )
    expect(await holds('metric: pool.rawBytes, where: {site: dcn0, pool: vms}, op: "<", value: 672MiB')).toBe(false)
    expect(
      (await verdict(world, 'metric: pool.rawBytes, where: {site: dcn0, pool: vmz}, op: "<", value: 1B')).measured,
    ).toBe('dcn0 has no pool "vmz"')
  })
})

test.each([
  ['==', 100, 102, 0.02, true],
  ['==', 100, 103, 0.02, false],
  ['!=', 100, 103, 0.02, true],
  ['<', 100, 100, 0, false],
  ['<=', 100, 100, 0, true],
  ['<=', 100, 101, 0.02, true],
  ['>', 100, 100, 0, false],
  ['>=', 100, 99, 0.02, true],
  ['>=', 100, 97, 0.02, false],
] as const)('%s %d against %d with tolerance %d: %s', (operator, expected, measured, tolerance, passed) => {
  expect(compare(measured, { operator, expected, tolerance, unit: 'count' }).passed).toBe(passed)
})

test('a printed table gives its cells, wrapped ones joined', () => {
  expect(readPrintedTable('x\n+-+\n| a | b c |\n|   | d   |\n| e |     |\n')).toEqual([
    ['a', 'b c d'],
    ['e', ''],
  ])
  expect(readPrintedTable('no table')).toBeUndefined()
})
