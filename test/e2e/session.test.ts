import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeDemoImage } from '#cli/demo-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { dcnsim, eventually, Scratch, startDcn, stores, topology } from '../support/live-dcn.ts'

describe('a user starts a cloud, works with it and stops it', () => {
  test('up, status, logs, glance, openstack, rbd, ceph, link and down', async () => {
    await using dcn = await startDcn({ flags: ['--seed', 'session'] })
    const status = JSON.parse(await dcn.ok('status', '--json'))
    expect(
      status.processes.map((process: { name: string; running: boolean }) => [process.name, process.running]),
    ).toEqual([
      ['central', true],
      ['dcn0', true],
      ['dcn1', true],
    ])
    expect(status.sites.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`)).toEqual([
      'central up',
      'dcn0 up',
      'dcn1 up',
    ])
    expect(await dcn.ok('status')).toContain('running')
    expect(await dcn.ok('logs', 'dcn0')).toContain('registered with the hub')
    expect((await dcn.cli('logs', 'dcn9')).stderr).toBe(
      'dcnsim: there is no process dcn9; there are central, dcn0, dcn1\n',
    )

    const disk = dcn.scratch.file('work/disk.raw')
    await writeDemoImage({
      path: disk,
      format: 'raw',
      virtualSizeBytes: 8 * MiB,
      allocatedBytes: 4 * MiB,
      contentSeed: 1,
    })
    const { id } = await dcn.upload('disk', disk)
    expect((await dcn.copy(id, 'dcn1')).exit).toBe(0)
    const copied = await dcn.importOver(id)
    expect(stores(copied)).toEqual(['central', 'dcn1'])
    expect(await dcn.ok('glance', 'image-list')).toContain(`| ${id} | disk`)
    expect(await dcn.ok('openstack', 'image', 'show', 'disk', '-c', 'id', '-f', 'value')).toBe(`${id}\n`)
    expect(await dcn.ok('rbd', '--cluster', 'dcn1', '-p', 'images', 'ls')).toBe(`${id}\n`)
    expect(await dcn.ok('ceph', '--cluster', 'dcn1', 'df')).toContain('images')
    expect(await dcn.storedHash(id, 'dcn1')).toBe(copied.osHashValue)

    expect(await dcn.ok('link', 'set', 'dcn1', '--bandwidth', '50Mbps', '--rtt', '10ms')).toMatch(/50 Mbps.*10 ms/)
    const links = JSON.parse(await dcn.ok('link', 'list', '--json'))
    expect(links[1]).toMatchObject({ site: 'dcn1', downBitsPerSecond: 50e6, rttMs: 10, state: 'up' })
    expect(JSON.parse(await dcn.ok('link', 'traffic', '--json'))).toContainEqual(
      expect.objectContaining({ site: 'dcn1', direction: 'down', class: 'image', bytes: 8 * MiB }),
    )

    await dcn.down()
    const stopped = await dcn.cli('status')
    expect(stopped.exit).toBe(1)
    expect(stopped.stdout).toContain('not running')
    expect(await dcn.cli('glance', 'image-list')).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/is down\. Start it with 'dcnsim up'/),
    })
    expect(await dcn.ok('down')).toBe('e2e is down\n')

    await dcn.ok('up')
    expect(await dcn.storedHash(id, 'dcn1')).toBe(copied.osHashValue)
    expect(await dcn.cloud.images.get(id)).toEqual(copied)
  })

  test('the state directory comes from --state, else from DCNSIM_STATE, else it is .dcnsim', async () => {
    using scratch = new Scratch()
    const asked = (words: readonly string[], env = {}) => dcnsim([...words, 'status'], { cwd: scratch.path, env })
    const env = { DCNSIM_STATE: scratch.file('by-env') }
    expect((await asked([])).stderr).toContain(`there is no world in ${scratch.file('.dcnsim')}`)
    expect((await asked([], env)).stderr).toContain(`there is no world in ${scratch.file('by-env')}`)
    expect((await asked(['--state', 'by-flag'], env)).stderr).toContain(
      `there is no world in ${scratch.file('by-flag')}`,
    )
  })

  test('up twice leaves running processes alone, and starts only what is down', async () => {
    await using dcn = await startDcn()
    const pids = () => ['central', 'dcn0', 'dcn1'].map((name) => dcn.process(name).pid)
    const before = pids()
    expect(await dcn.ok('up')).toMatch(/^e2e is up in /)
    expect(pids()).toEqual(before)
    await dcn.kill('dcn1')
    expect((await dcn.cli('status')).exit).toBe(1)
    const { address } = dcn.process('dcn1')
    expect(await dcn.ok('up')).toMatch(/^dcn1 +pid \d+ {2}127/)
    expect(pids().slice(0, 2)).toEqual(before.slice(0, 2))
    expect(dcn.process('dcn1').address).toBe(address)
    expect((await dcn.cli('status')).exit).toBe(0)
  })

  test('one speed for all processes: it changes only while every one of them is down', async () => {
    await using dcn = await startDcn({ speed: 20 })
    await dcn.kill('central')
    expect(await dcn.cli('up', '--speed', '40')).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/runs at speed 20\. Take it down first: 'dcnsim down'/),
    })
    await dcn.down()
    const slow = JSON.parse((await dcn.cli('status', '--json')).stdout)
    await dcn.ok('up', '--speed', '40')
    const fast = JSON.parse(await dcn.ok('status', '--json'))
    expect([slow.speed, fast.speed]).toEqual([20, 40])
    expect(Date.parse(fast.now)).toBeGreaterThan(Date.parse(slow.now))
  })

  test('another topology does not take over a directory', async () => {
    await using dcn = await startDcn()
    const other = dcn.scratch.file('other.yaml', topology().replace('name: e2e', 'name: other'))
    expect(await dcn.cli('up', other)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("holds the world 'e2e', not 'other'"),
    })
    expect((await dcn.cli('status')).exit).toBe(0)
    expect((await dcn.cli('glance', 'image-lst')).stderr).toContain("Did you mean 'image-list'?")
  })

  test('a taken port: nothing half-started is left, and another port works', async () => {
    using scratch = new Scratch()
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    const file = scratch.file('topology.yaml', topology({ edges: ['dcn0'] }))
    const down = () => dcnsim(['--state', scratch.file('state'), 'down'])
    const up = (...flags: readonly string[]) => dcnsim(['--state', scratch.file('state'), 'up', file, ...flags])
    try {
      const refused = await up('--port', String(port))
      expect(refused).toMatchObject({ exit: 1, stderr: expect.stringContaining(`127.0.0.1:${port}`) })
      expect(refused.stderr).toMatch(/in use|EADDRINUSE/)
    } finally {
      await new Promise((resolve) => taken.close(resolve))
    }
    try {
      const started = await up('--port', String(port))
      expect(started).toEqual({ exit: 0, stdout: expect.stringContaining(`127.0.0.1:${port}`), stderr: '' })
    } finally {
      expect((await down()).exit).toBe(0)
    }
  })
})

describe('what cannot be done is refused with a clear sentence', () => {
  test.each([
    { words: ['bogus'], text: "unknown command 'bogus'" },
    { words: ['--bogus'], text: "unknown option '--bogus'" },
    { words: ['up', '--sped', '3'], text: "unknown option '--sped'" },
    { words: ['up', '--speed', 'fast'], text: "--speed takes a positive number, not 'fast'" },
    { words: ['up', '--port', '99999'], text: '--port takes a port number from 0 to 65535' },
    { words: ['demo', '--speed', '0'], text: "--speed takes a positive number, not '0'" },
    { words: ['link', 'sett', 'dcn0'], text: 'link has no command \'sett\' (did you mean "set"?)' },
    { words: ['glance', 'image-list'], text: "Start one with 'dcnsim up TOPOLOGY.yaml'" },
    { words: ['up', 'no-such-file.yaml'], text: 'no-such-file.yaml cannot be read' },
    { words: ['run', 'no-such-file.yaml'], text: 'no-such-file.yaml cannot be read' },
  ])('dcnsim $words', async ({ words, text }) => {
    using scratch = new Scratch()
    const { exit, stderr, stdout } = await dcnsim(['--state', scratch.file('state'), ...words], { cwd: scratch.path })
    expect(stderr).toContain(text)
    expect(exit).toBeGreaterThan(0)
    expect(stdout).toBe('')
  })

  test.each(['glance', 'openstack', 'rbd'])('%s explains itself without a cloud', async (program) => {
    using scratch = new Scratch()
    expect(await dcnsim(['--state', scratch.file('state'), program, '--help'])).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/usage/i),
      stderr: '',
    })
  })

  test('a topology error names line and nearest key', async () => {
    using scratch = new Scratch()
    const wrong = topology().replace('osdSize:', 'osdSise:').replace('rtt: 40ms', 'rtt: 40 parsecs')
    const { exit, stderr } = await dcnsim(['--state', scratch.file('state'), 'up', scratch.file('wrong.yaml', wrong)])
    expect(exit).toBeGreaterThan(0)
    expect(stderr).toMatch(/wrong\.yaml:5:\d+.*osdSise/)
    expect(stderr).toContain('osdSize')
    expect(stderr).toMatch(/wrong\.yaml:6:\d+.*rtt/)
  })

  test('a state directory of another version is left as it is', async () => {
    await using dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }) })
    await dcn.down()
    const path = join(dcn.state.path, 'format.json')
    const format = readFileSync(path, 'utf8')
    writeFileSync(path, '{"version": 99}\n')
    for (const words of [['up'], ['status'], ['down'], ['glance', 'image-list']]) {
      const { exit, stderr } = await dcn.cli(...words)
      expect({ words, exit, stderr }).toMatchObject({ exit: 1, stderr: expect.stringContaining('format version 99') })
    }
    expect(readFileSync(path, 'utf8')).toBe('{"version": 99}\n')
    writeFileSync(path, format)
    await dcn.ok('up')
  })

  test('two commands at once: one starts the cloud, the other waits or says why not', async () => {
    using scratch = new Scratch()
    const file = scratch.file('topology.yaml', topology({ edges: ['dcn0'] }))
    const state = scratch.file('state')
    try {
      const both = await Promise.all([1, 2].map(() => dcnsim(['--state', state, 'up', file])))
      for (const { exit, stderr } of both) {
        if (exit !== 0) expect(stderr).toContain('another dcnsim command is starting or stopping the world')
      }
      expect(both.some(({ exit }) => exit === 0)).toBe(true)
      const status = await eventually('a cloud that is up', async () => {
        const { exit, stdout } = await dcnsim(['--state', state, 'status', '--json'])
        return exit === 0 ? JSON.parse(stdout) : undefined
      })
      expect(status.processes).toHaveLength(2)
    } finally {
      expect((await dcnsim(['--state', state, 'down'])).exit).toBe(0)
    }
  })
})
