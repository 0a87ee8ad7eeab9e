import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { writeDemoImage } from '#cli/demo-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import {
  dcnsim,
  eventually,
  processesNaming,
  property,
  Scratch,
  spawnDcnsim,
  startDcn,
  stores,
  topology,
} from '../support/live-dcn.ts'

/** A copy that goes on for minutes. */
const scenario = `${topology({ edges: ['dcn0'], link: 'rate: 1Mbps, rtt: 40ms' })
  .replace('kind: Topology', 'kind: Scenario')
  .replace('{name: e2e}', '{name: slow-copy, title: A slow copy, seed: 5}')}
files: [{name: big.raw, format: raw, virtualSize: 64MiB, allocated: 64MiB, contentSeed: 1}]
steps:
  - {id: create, run: glance image-create --disk-format raw --container-format bare --name big --file big.raw}
  - {id: id, run: ID=$(openstack image show big -c id -f value)}
  - id: copy
    run: glance image-import $ID --stores dcn0 --import-method copy-image
    waitFor: {image: $ID, importing: none}
assert:
  - {id: copied, after: copy, check: storesEqual, with: {image: big, stores: [central, dcn0]}}
`

/** Temporary directories go below the scratch directory, so that what is left of them is seen. */
function play(scratch: Scratch, ...words: readonly string[]) {
  const file = scratch.file('slow.yaml', scenario)
  return spawnDcnsim(['run', file, ...words], { cwd: scratch.path, env: { TMPDIR: scratch.path } })
}

const processesIn = (scratch: Scratch) => processesNaming(`${scratch.path}/dcnsim-`)
const directoriesIn = (scratch: Scratch) => readdirSync(scratch.path).filter((name) => name.startsWith('dcnsim-'))

describe('an interrupted run leaves no process, no lock and no directory', () => {
  test.each([
    { signals: ['SIGINT'], moment: 'in the middle of a copy' },
    { signals: ['SIGINT', 'SIGINT', 'SIGINT'], moment: 'in the middle of a copy' },
    { signals: ['SIGTERM'], moment: 'in the middle of a copy' },
    { signals: ['SIGINT'], moment: 'while the cloud starts' },
  ] as const)('$signals $moment', async ({ signals, moment }) => {
    using scratch = new Scratch()
    const run = play(scratch)
    let shown = ''
    run.stdout.on('data', (text) => {
      shown += text
    })
    const awaited = moment === 'while the cloud starts' ? 'starting central' : 'import-method copy-image'
    await eventually(`"${awaited}"`, () => (shown.includes(awaited) ? true : undefined))
    if (moment === 'while the cloud starts') {
      await eventually('a first process', () => (processesIn(scratch).length > 0 ? true : undefined))
    }
    for (const signal of signals) {
      run.kill(signal)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { exitCode, stderr } = await run
    expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: 'dcnsim: interrupted\n' })
    expect(processesIn(scratch)).toEqual([])
    expect(directoriesIn(scratch)).toEqual([])
  })

  test('with a state directory of its own, which stays and can be brought up again', async () => {
    using scratch = new Scratch()
    const state = ['--state', scratch.file('kept')]
    const file = scratch.file('slow.yaml', scenario)
    const run = spawnDcnsim([...state, 'run', file], { cwd: scratch.path })
    let shown = ''
    run.stdout.on('data', (text) => {
      shown += text
    })
    await eventually('the copy', () => (shown.includes('import-method copy-image') ? true : undefined))
    run.kill('SIGINT')
    expect((await run).exitCode).toBe(130)
    expect(processesNaming(scratch.path)).toEqual([])
    expect(readdirSync(scratch.path).sort()).toEqual(['kept', 'slow.yaml'])
    const up = await dcnsim([...state, 'up', scratch.file('topology.yaml', topology({ edges: ['dcn0'] }))])
    expect(up.stderr).toContain("holds the world 'slow-copy', not 'e2e'")
  })
})

test('up that is interrupted: the next up or down knows of every process that it has started', async () => {
  using scratch = new Scratch()
  const file = scratch.file('topology.yaml', topology())
  const state = ['--state', scratch.file('state')]
  for (const next of ['down', 'up'] as const) {
    const up = spawnDcnsim([...state, 'up', file])
    await eventually('a first process', () =>
      processesNaming(`${scratch.path}/state/run`).length > 0 ? true : undefined,
    )
    up.kill('SIGINT')
    await up
    expect(await dcnsim([...state, next])).toMatchObject({ exit: 0, stderr: '' })
    expect((await dcnsim([...state, 'status'])).exit).toBe(next === 'up' ? 0 : 1)
    expect(processesNaming(scratch.path)).toHaveLength(next === 'up' ? 3 : 0)
  }
  expect(await dcnsim([...state, 'down'])).toMatchObject({ exit: 0, stderr: '' })
  expect(processesNaming(scratch.path)).toEqual([])
})

test('up that is killed: the next command waits until its lock is stale, and finds all that it has started', async () => {
  using scratch = new Scratch()
  const state = ['--state', scratch.file('state')]
  const up = spawnDcnsim([...state, 'up', scratch.file('topology.yaml', topology())])
  await eventually('a first process', () =>
    processesNaming(`${scratch.path}/state/run`).length > 0 ? true : undefined,
  )
  up.kill('SIGKILL')
  await up
  expect(await dcnsim([...state, 'down'])).toMatchObject({ exit: 0, stderr: '' })
  expect(processesNaming(scratch.path)).toEqual([])
})

test('a run whose reader goes away takes its cloud down', async () => {
  using scratch = new Scratch()
  const run = play(scratch)
  const first = await new Promise<Buffer>((resolve) => run.stdout.once('data', resolve))
  expect(String(first)).toContain('A slow copy')
  run.stdout.destroy()
  const { exitCode, stderr } = await run
  expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: 'dcnsim: interrupted\n' })
  expect(processesIn(scratch)).toEqual([])
  expect(directoriesIn(scratch)).toEqual([])
})

test('down in the middle of a copy and an upload: every process ends by itself; up finds what was acknowledged', async () => {
  await using dcn = await startDcn({
    topology: topology({ edges: ['dcn0'], link: 'rate: 10Mbps, rtt: 40ms' }),
    speed: 2,
  })
  const file = dcn.scratch.file('work/big.raw')
  const sizes = { virtualSizeBytes: 32 * MiB, allocatedBytes: 32 * MiB }
  await writeDemoImage({ path: file, format: 'raw', ...sizes, contentSeed: 1 })
  const { id, osHashValue } = await dcn.upload('big', file)
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  const upload = dcn.cli(
    ...['glance', 'image-create', '--disk-format', 'raw', '--container-format', 'bare'],
    ...['--name', 'second', '--file', file, '--store', 'dcn0'],
  )
  await eventually('both copies to run', async () => {
    const running = (await dcn.cloud.images.listCopies()).filter(({ state }) => state === 'writing')
    return running.length === 2 ? true : undefined
  })
  await dcn.down()
  expect((await upload).exit).toBe(1)
  await dcn.ok('up')
  const image = await dcn.cloud.images.get(id)
  expect(stores(image)).toEqual(['central'])
  expect(property(image, 'os_glance_importing_to_stores')).toBe('dcn0')
  expect(await dcn.storedHash(id, 'central')).toBe(osHashValue)
  const copies = await dcn.cloud.images.listCopies()
  expect(copies.map(({ method, state }) => `${method} ${state}`)).toEqual([
    'upload done',
    'copy-image failed',
    'upload failed',
  ])
})

test('a client that is interrupted says so, and its upload is given up', async () => {
  await using dcn = await startDcn({
    topology: topology({ edges: ['dcn0'], link: 'rate: 1Mbps, rtt: 40ms' }),
    speed: 2,
  })
  const file = dcn.scratch.file('work/big.raw')
  const sizes = { virtualSizeBytes: 32 * MiB, allocatedBytes: 32 * MiB }
  await writeDemoImage({ path: file, format: 'raw', ...sizes, contentSeed: 1 })
  const upload = spawnDcnsim([
    ...['--state', dcn.state.path, 'glance', 'image-create', '--disk-format', 'raw', '--container-format', 'bare'],
    ...['--name', 'big', '--file', file, '--store', 'dcn0'],
  ])
  const { id } = await eventually(
    'an image that is saved',
    async () => (await dcn.cloud.images.list({ status: 'saving' }))[0],
  )
  upload.kill('SIGINT')
  expect((await upload).exitCode).toBe(130)
  await dcn.imageIs(id, 'queued again', ({ status }) => status === 'queued')
  await eventually('what had arrived to be removed', async () =>
    (await (await dcn.cluster('dcn0')).listImages('images')).length === 0 ? true : undefined,
  )
})
