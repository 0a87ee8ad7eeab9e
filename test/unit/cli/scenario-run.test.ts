import { describe, expect, test } from 'vitest'
import { plainProgress } from '#cli/progress.ts'
import { loadScenario } from '#cli/scenario/load-scenario.ts'
import type { RunResult } from '#cli/scenario/run-result.ts'
import { runScenario } from '#cli/scenario/run-scenario.ts'
import { transcript } from '#cli/scenario/transcript.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { FakeWorld, imageRecord, replace, serverRecord } from '../../support/fake-world.ts'

const head = `apiVersion: dcnsim/v1
kind: Scenario
metadata: {name: test, seed: 1}
defaults: {link: {rate: 100Mbps, rtt: 40ms}}
sites: [{id: central, role: hub}, {id: dcn0, role: edge}, {id: dcn1, role: edge}]
`
const play = (world: FakeWorld, body: string, observer = {}): Promise<RunResult> =>
  runScenario(loadScenario(head + body, 'test.yaml'), world, observer)

const at = (store: string) => ({ store, url: `rbd://fsid-of-${store}/images/image-1/snap` })

describe('running steps', () => {
  test('a captured value goes into later commands, `<host>` is the web server, the container is left out', async () => {
    const world = new FakeWorld()
      .answer('openstack image show cirros -c id -f value', { stdout: 'id-1\n' })
      .answer('glance image-show id-1', { stdout: '| disk_format | raw |\n| id | id-1 |\n' })
      .answer('curl http://127.0.0.1:8080/x.raw', {})
      .answer('rbd --cluster dcn0 ls', {})
    const result = await play(
      world,
      `files: [{name: x.raw, format: raw, virtualSize: 1MiB, serveAt: a}]
steps:
  - {id: a, run: ID=$(openstack image show cirros -c id -f value)}
  - {id: b, run: glance image-show $ID | grep disk_format}
  - {id: c, run: "curl http://<host>/x.raw"}
  - {id: d, run: sudo podman exec ceph-mon-$HOSTNAME rbd --cluster dcn0 ls}
`,
    )
    expect(result.steps.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed', 'passed'])
    expect(result.steps[0]?.text).toBe('ID=$(openstack image show cirros -c id -f value)')
    expect(result.steps[1]).toMatchObject({ text: 'glance image-show id-1', stdout: '| disk_format | raw |\n' })
    expect(world.prepared.map(({ name }) => name)).toEqual(['x.raw'])
  })

  test('an unexpected exit fails the step with what the command said, and the run goes on', async () => {
    const world = new FakeWorld().answer('a', { exit: 1, stderr: 'no such image\n' }).answer('b', {})
    const result = await play(world, 'steps: [{id: a, run: a}, {id: b, run: b}]\n')
    expect(result.steps.map(({ status }) => status)).toEqual(['failed', 'passed'])
    expect(result.steps[0]?.problem).toBe('exit 1 where exit 0 was expected: no such image')
    expect(result.passed).toBe(false)
  })

  test('a failure that was expected passes; a success in its place does not', async () => {
    const world = new FakeWorld().answer('a', { exit: 2, stderr: 'status must be\navailable' }).answer('b', {})
    const result = await play(
      world,
      'steps: [{id: a, run: a, expect: {exit: nonzero, stderr: status must be available}}, {id: b, run: b, expect: {exit: nonzero}}]\n',
    )
    expect(result.steps.map(({ status, problem }) => problem ?? status)).toEqual([
      'passed',
      'exit 0 where a failure was expected',
    ])
  })

  test('grep without a match is a failure, as in a shell', async () => {
    const world = new FakeWorld().answer('a', { stdout: 'x\n' })
    const result = await play(world, 'steps: [{id: a, run: a | grep y}]\n')
    expect(result.steps[0]).toMatchObject({ status: 'failed', exit: 1 })
  })

  test('what depends on a failed step is skipped and says why', async () => {
    const world = new FakeWorld().answer('a', { exit: 1 }).answer('c', {})
    const result = await play(
      world,
      `steps: [{id: a, run: ID=$(a)}, {id: b, run: b $ID}, {id: c, run: c, after: a}]
assert: [{id: x, after: b, check: stepOk}]
`,
    )
    expect(result.steps.map(({ status, problem }) => [status, problem])).toEqual([
      ['failed', 'exit 1 where exit 0 was expected'],
      ['skipped', '$ID was never captured'],
      ['skipped', 'step a failed'],
    ])
    expect(world.ran.map(([command]) => command)).toEqual(['a'])
    expect(result.assertions[0]).toMatchObject({ passed: false, measured: 'not run: $ID was never captured' })
  })

  test('a step with a time waits for it, and actions reach the world', async () => {
    const world = new FakeWorld()
    const startMs = world.clock.now()
    const result = await play(
      world,
      `steps:
  - {id: down, at: 5m, do: linkDown, with: {site: dcn1}}
  - {id: nap, do: wait, with: {for: 10s}}
  - {id: slow, do: setLink, with: {site: dcn0, rate: 10Mbps, rtt: 80ms}}
`,
    )
    expect(world.linkChanges).toEqual([
      { site: 'dcn1', change: { state: 'down' } },
      { site: 'dcn0', change: { bandwidthBitsPerSecond: 10e6, rttMs: 80 } },
    ])
    expect(result.steps.map(({ startedMs, endedMs }) => [startedMs - startMs, endedMs - startMs])).toEqual([
      [300_000, 300_000],
      [300_000, 310_000],
      [310_000, 310_000],
    ])
  })
})

describe('waiting', () => {
  test('ends when the state is there, and keeps the states seen on the way (A24, A42)', async () => {
    const world = new FakeWorld()
    world.answer('copy', () => {
      const image = {
        id: 'image-1',
        name: 'cirros',
        locked: true,
        importingTo: ['dcn0', 'dcn1'],
        locations: [at('central')],
      }
      world.imageRecords.push(imageRecord(image))
      world.contents.set('central/image-1', { sha512: 'abc', sizeBytes: 0 })
      world.clock.in(10_000, () => replace(world.imageRecords, 'image-1', { importingTo: ['dcn1'] }))
      world.clock.in(20_000, () => replace(world.imageRecords, 'image-1', { importingTo: [] }))
      world.clock.in(21_000, () => replace(world.imageRecords, 'image-1', { locked: false }))
      return {}
    })
    const result = await play(
      world,
      `steps: [{id: copy, run: copy, waitFor: {image: cirros, importing: none}}]
assert: [{id: A42-shrinks, after: copy, check: importingShrinks, with: {values: [[dcn0, dcn1], [dcn1], []]}}]
`,
    )
    const [step] = result.steps
    expect(step?.status).toBe('passed')
    expect(step && step.endedMs - step.startedMs).toBeGreaterThanOrEqual(21_000)
    expect(step && step.endedMs - step.startedMs).toBeLessThan(22_500)
    expect(step?.observed.map(({ importingTo }) => importingTo.join())).toEqual(['dcn0,dcn1', 'dcn1', ''])
    expect(result.assertions[0]?.passed).toBe(true)
  })

  test('gives up at its limit and says what was last seen', async () => {
    const world = new FakeWorld().answer('a', {})
    world.serverRecords.push(serverRecord({ id: 's', status: 'BUILD' }))
    const result = await play(world, 'steps: [{id: a, run: a, waitFor: {server: s, status: ACTIVE, limit: 2m}}]\n')
    expect(result.steps[0]?.problem).toBe('waited 120 s for server s to be ACTIVE; last seen: BUILD')
    expect(result.endedMs - result.startedMs).toBe(120_000)
  })

  test('does not wait for what cannot come any more, and shows the fault', async () => {
    const world = new FakeWorld().answer('a', {})
    world.serverRecords.push(serverRecord({ id: 's', status: 'ERROR', fault: 'No valid host was found.' }))
    const result = await play(world, 'steps: [{id: a, run: a, waitFor: {server: s, status: ACTIVE}}]\n')
    expect(result.steps[0]?.problem).toBe('waited for server s to be ACTIVE, but it is ERROR: No valid host was found.')
    expect(result.endedMs).toBe(result.startedMs)
  })

  test('can wait for an absence', async () => {
    const world = new FakeWorld().answer('a', {})
    const result = await play(world, 'steps: [{id: a, run: a, waitFor: {image: x, status: gone}}]\n')
    expect(result.steps[0]?.status).toBe('passed')
  })
})

describe('assertions', () => {
  test('one that names a step sees the world as it is at the end of that step', async () => {
    const world = new FakeWorld()
    world.answer('a', () => {
      world.serverRecords.push(serverRecord({ id: 's' }))
      return {}
    })
    world.answer('b', () => {
      replace(world.serverRecords, 's', { status: 'SHUTOFF' })
      return {}
    })
    const result = await play(
      world,
      `steps: [{id: a, run: a}, {id: b, run: b}]
assert:
  - {id: at-end, check: serverStatus, with: {server: s, status: SHUTOFF}}
  - {id: after-a, after: a, check: serverStatus, with: {server: s, status: ACTIVE}}
`,
    )
    expect(result.assertions.map(({ id, passed }) => [id, passed])).toEqual([
      ['at-end', true],
      ['after-a', true],
    ])
  })

  test('what cannot be evaluated has failed', async () => {
    const world = new FakeWorld().answer('a', {})
    const result = await play(
      world,
      'steps: [{id: a, run: a}]\nassert: [{id: x, check: storesEqual, with: {image: nope, stores: [dcn0]}}]\n',
    )
    expect(result.assertions[0]).toMatchObject({ passed: false, measured: 'there is no image "nope"' })
    expect(result.passed).toBe(false)
  })

  test('bytes of a step are what crossed between its begin and its end', async () => {
    const world = new FakeWorld()
    world.addTraffic({ site: 'dcn0', bytes: 7 * MiB })
    world.answer('a', () => {
      world.addTraffic({ site: 'dcn0', bytes: 3 * MiB })
      world.addTraffic({ site: 'dcn1', direction: 'up', bytes: 2 * MiB })
      return {}
    })
    world.answer('b', () => {
      world.addTraffic({ site: 'dcn0', bytes: 1 * MiB, class: 'control' })
      return {}
    })
    const metric = (id: string, where: string, value: string) =>
      `  - {id: ${id}, metric: wan.bytes, where: ${where}, op: "==", value: ${value}}`
    const result = await play(
      world,
      `steps: [{id: a, run: a}, {id: b, run: b}]
assert:
${metric('step', '{step: a}', '5MiB')}
${metric('to', '{step: a, to: dcn0}', '3MiB')}
${metric('from', '{step: a, from: dcn1}', '2MiB')}
${metric('hub', '{from: central}', '4MiB')}
${metric('image', '{class: image}', '5MiB')}
${metric('quiet', '{step: b, class: image}', '0B')}
`,
    )
    expect(result.assertions.filter(({ passed }) => !passed)).toEqual([])
    expect(result.final.traffic.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(6 * MiB)
  })
})

describe('invariants after every run', () => {
  const failing = async (world: FakeWorld, body = 'steps: [{id: a, run: a}]\n') => {
    world.answer('a', {})
    const { invariants } = await play(world, body)
    return invariants.filter(({ passed }) => !passed).map(({ id, measured }) => `${id} ${measured}`)
  }

  test('hold in an empty world', async () => {
    expect(await failing(new FakeWorld())).toEqual([])
  })

  test('INV02: a copy that cannot be read, or has another hash', async () => {
    const world = new FakeWorld()
    world.imageRecords.push(
      imageRecord({ id: 'i', hashValue: 'abc', sizeBytes: 5, locations: [at('central'), at('dcn0')] }),
    )
    world.contents.set('central/i', { sha512: 'abc', sizeBytes: 5 })
    expect(await failing(world)).toEqual(['INV02 i: no image i at dcn0'])
    world.contents.set('dcn0/i', { sha512: 'xyz', sizeBytes: 5 })
    expect(await failing(world)).toEqual(['INV02 i differs at dcn0'])
    world.contents.set('dcn0/i', { sha512: 'abc', sizeBytes: 5 })
    expect(await failing(world)).toEqual([])
  })

  test('INV02: large images are compared store with store by fingerprint', async () => {
    const world = new FakeWorld()
    const sizeBytes = 8 * 1024 ** 3
    world.imageRecords.push(imageRecord({ id: 'i', sizeBytes, locations: [at('dcn0'), at('central')] }))
    world.contents.set('dcn0/i', { sha512: '', fingerprint: 'f1', sizeBytes })
    world.contents.set('central/i', { sha512: '', fingerprint: 'f2', sizeBytes })
    expect(await failing(world)).toEqual(['INV02 i differs at central'])
  })

  test('INV05: an active image without a location', async () => {
    const world = new FakeWorld()
    world.imageRecords.push(imageRecord({ id: 'i' }))
    expect(await failing(world)).toEqual(['INV05 i'])
  })

  test('INV06: the last copy went with a store', async () => {
    const world = new FakeWorld()
    world.imageRecords.push(imageRecord({ id: 'i', status: 'active', locations: [at('dcn0')] }))
    world.answer('b', () => {
      replace(world.imageRecords, 'i', { locations: [], status: 'queued' })
      return {}
    })
    expect(await failing(world, 'steps: [{id: a, run: a}, {id: b, run: b}]\n')).toEqual(['INV06 i after b'])
  })

  test('INV07 and INV10: a clone whose parent is elsewhere, or unprotected', async () => {
    const world = new FakeWorld()
    const parent = { pool: 'images', image: 'i', snapshot: 'snap' }
    world.pools.set('dcn0/vms', [{ image: 's_disk', id: '1', sizeBytes: 1, format: 2, parent }])
    expect(await failing(world)).toEqual(['INV07 dcn0 vms/s_disk: no parent images/i@snap there'])
    world.pools.set('dcn0/images', [
      { image: 'i', snapshot: 'snap', id: '2', sizeBytes: 1, format: 2, protected: false },
    ])
    expect(await failing(world)).toEqual(['INV10 dcn0 images/i@snap'])
  })

  test('INV09: a refused boot that left its disk and port', async () => {
    const world = new FakeWorld()
    const fault = 'Build of instance s aborted: Image i is unacceptable: No image locations are accessible'
    world.serverRecords.push(serverRecord({ id: 's', status: 'ERROR', fault, ports: 1 }))
    world.pools.set('dcn0/vms', [{ image: 's_disk', id: '1', sizeBytes: 1, format: 2 }])
    expect(await failing(world)).toEqual(['INV09 s: s_disk at dcn0; s: 1 ports'])
  })
})

test('a cancelled run ends at once', async () => {
  const world = new FakeWorld().answer('a', {})
  const scenario = loadScenario(`${head}steps: [{id: a, run: a}]\nassert: [{id: x, check: stepOk}]\n`, 'test.yaml')
  await expect(runScenario(scenario, world, {}, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  )
})

test('the transcript reads like a terminal session', async () => {
  const world = new FakeWorld()
    .answer('glance stores-info', { stdout: '| stores |\n' })
    .answer('openstack image show cirros', { stdout: 'id-1\n' })
    .answer('glance fail', { exit: 1, stderr: 'no\n' })
  let text = ''
  const observer = transcript(
    plainProgress((piece) => (text += piece)),
    { color: false },
  )
  await play(
    world,
    `steps:
  - {id: a, heading: "A.1 Stores", run: glance stores-info}
  - {id: b, run: ID=$(openstack image show cirros)}
  - {id: c, run: glance fail}
  - {id: d, do: wait, with: {for: 1s}}
`,
    observer,
  )
  expect(text).toBe(`
A.1 Stores
$ glance stores-info
| stores |
$ ID=$(openstack image show cirros)
id-1
$ glance fail
no
! c failed: exit 1 where exit 0 was expected: no
# wait 1 s
`)
})
