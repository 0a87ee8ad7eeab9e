import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SeededRandom } from '#kernel/random/random.ts'
import { KiB, MiB } from '#kernel/units/bytes.ts'
import { eventually, type LiveDcn, startDcn, topology } from '../support/live-dcn.ts'
import { allocationMap, hasNbdTools, ok, run, serve } from '../support/nbd-tools.ts'

const isInstalled = hasNbdTools()
/** In CI a missing tool is a failure, never a silent skip. */
const isRequired = Boolean(process.env.CI)
const any = ['--address', '127.0.0.1:0']
const raw = ['-f', 'raw'] as const

let dcn: LiveDcn
const rbd = (...words: readonly string[]) => dcn.ok('rbd', '--cluster', 'dcn0', ...words)
const work = (name: string) => dcn.scratch.file(`work/${name}`)
const nbd = (...words: readonly string[]) => serve(dcn, '--cluster', 'dcn0', ...words)

/** A sparse raw disk of 64 MiB with some runs of random bytes that end nowhere in particular. */
const runs = [
  { offset: 0, length: 1 * MiB + 5 * KiB },
  { offset: 10 * MiB + 12 * KiB, length: 300 * KiB },
  { offset: 63 * MiB, length: 1 * MiB },
]
function sparseDisk(path: string): string {
  const random = new SeededRandom('nbd')
  const file = openSync(path, 'w')
  for (const { offset, length } of runs) writeSync(file, random.bytes(length), 0, length, offset)
  ftruncateSync(file, 64 * MiB)
  closeSync(file)
  return path
}
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe.runIf(!isInstalled && !isRequired)('NOTICE: no NBD tools are tried here', () => {
  test('install qemu-utils, libnbd-bin and fio, or set CI to make their absence a failure', () => {
    expect(isInstalled).toBe(false)
  })
})

describe.runIf(isInstalled || isRequired)('real tools on images of a running cloud, over NBD', () => {
  beforeAll(async () => {
    dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }), speed: 1 })
  })
  afterAll(() => dcn[Symbol.asyncDispose]())

  describe.each([
    { from: "the cluster's process", flags: [] },
    { from: 'the command, over gRPC', flags: ['--here'] },
  ])('served from $from', ({ flags }) => {
    const prefix = flags.length === 0 ? 'direct' : 'relayed'
    const create = async (name: string, size = '64M') => {
      await rbd('create', '-s', size, `vms/${prefix}-${name}`)
      return `vms/${prefix}-${name}`
    }

    test('nbdinfo sees what there is to serve, what it can do and that it is empty', async () => {
      const spec = await create('info')
      await rbd('snap', 'create', `${spec}@before`)
      await using server = await nbd(...any, ...flags, spec, `${spec}@before`)
      const { exports } = JSON.parse(ok('nbdinfo', '--json', '--list', server.uri.replace(spec, '')))
      expect(exports).toMatchObject([
        {
          'export-name': spec,
          'export-size': 64 * MiB,
          contexts: ['base:allocation'],
          is_read_only: false,
          ...{ can_cache: true, can_df: true, can_fast_zero: true, can_flush: true, can_fua: true },
          ...{ can_multi_conn: true, can_trim: true, can_zero: true },
        },
        { 'export-name': `${spec}@before`, is_read_only: true, can_trim: false, can_zero: false },
      ])
      expect(allocationMap(server.uri)).toEqual([{ offset: 0, length: 64 * MiB, type: 3 }])
      expect(ok('qemu-img', 'info', server.uri)).toContain('virtual size: 64 MiB')
    })

    test('qemu-img convert fills an image and reads it back, bytes equal and holes still holes', async () => {
      const spec = await create('convert')
      const disk = sparseDisk(work(`${prefix}.raw`))
      await using server = await nbd(...any, ...flags, spec)
      ok('qemu-img', 'convert', '-n', '-f', 'raw', '-O', 'raw', disk, server.uri)
      expect(ok('qemu-img', 'compare', '-f', 'raw', '-F', 'raw', disk, server.uri)).toContain('identical')
      const stored = allocationMap(server.uri).filter(({ type }) => (type & 1) === 0)
      const storedBytes = stored.reduce((sum, { length }) => sum + length, 0)
      expect(storedBytes).toBeLessThan(2.5 * MiB)

      ok('qemu-img', 'convert', '-f', 'raw', '-O', 'qcow2', server.uri, work(`${prefix}.qcow2`))
      expect(ok('qemu-img', 'compare', '-f', 'raw', '-F', 'qcow2', disk, work(`${prefix}.qcow2`))).toContain(
        'identical',
      )
      await rbd('export', '--no-progress', spec, work(`${prefix}-back.raw`))
      expect(sha256(work(`${prefix}-back.raw`))).toBe(sha256(disk))
    })

    test('qemu-io finds each pattern where it was written, zeroed or discarded', async () => {
      const spec = await create('patterns')
      await using server = await nbd(...any, ...flags, spec)
      const io = (...commands: readonly string[]) => {
        const printed = ok('qemu-io', ...raw, ...commands.flatMap((command) => ['-c', command]), server.uri)
        expect(printed).not.toContain('failed')
      }
      io('write -P 0xa1 0 8M', 'write -P 0xa2 1000 3000', 'write -f -P 0xa3 4194300 9', 'flush')
      io('read -P 0xa1 0 1000', 'read -P 0xa2 1000 3000', 'read -P 0xa1 4000 4190300', 'read -P 0xa3 4194300 9')
      io('write -z 70001 200003', 'read -P 0xa1 4000 66001', 'read -P 0 70001 200003', 'read -P 0xa1 270004 512k')
      io('write -z -u 1100001 200003', 'read -P 0xa1 1M 50k', 'read -P 0 1100001 200003', 'read -P 0xa1 1300004 512k')
      io('discard 4M 4M', 'read -P 0 4M 4M', 'write -P 0xa4 6M 64k', 'read -P 0xa4 6M 64k', 'read -P 0 5M 1M')
      const last = 6 * MiB + 64 * KiB
      expect(allocationMap(server.uri).at(-1)).toEqual({ offset: last, length: 64 * MiB - last, type: 3 })
    })

    test('fio verifies what it has written at random', async () => {
      const spec = await create('fio', '16M')
      await using server = await nbd('--socket', work(`${prefix}.sock`), ...flags, spec)
      const job = ['--name=verify', '--ioengine=nbd', `--uri=${server.uri}`, '--rw=randwrite', '--bsrange=512-64k']
      const report = ok('fio', ...job, '--iodepth=16', '--size=16M', '--verify=crc32c')
      expect(report).toMatch(/err= 0/)
      const [, read] = /READ: .*\bio=(\S+)/.exec(report) ?? []
      expect(read).toMatch(/MiB$/)
      expect(report).toContain(`io=${read}`)
    })

    test('several connections at once see one disk', async () => {
      const spec = await create('connections')
      const disk = sparseDisk(work(`${prefix}-many.raw`))
      await using server = await nbd(...any, ...flags, spec)
      ok('nbdcopy', '--connections=4', '--requests=16', '--flush', disk, server.uri)
      expect(ok('qemu-img', 'compare', ...raw, '-F', 'raw', disk, server.uri)).toContain('identical')
      const jobs = ['--thread', '--numjobs=2', '--offset_increment=8M', '--size=8M', '--group_reporting']
      const io = ['--ioengine=nbd', `--uri=${server.uri}`, '--rw=randwrite', '--bs=4k', '--iodepth=8']
      expect(ok('fio', '--name=two', ...io, ...jobs, '--verify=crc32c')).toMatch(/err= 0/)
    })

    test('a snapshot and a read-only server refuse writing, and the snapshot keeps its bytes', async () => {
      const spec = await create('frozen')
      const all = [`${spec}@before`, spec]
      {
        await using server = await nbd(...any, ...flags, spec)
        ok('qemu-io', ...raw, '-c', 'write -P 1 0 1M', server.uri)
        await rbd('snap', 'create', `${spec}@before`)
        ok('qemu-io', ...raw, '-c', 'write -P 2 0 1M', server.uri)
      }
      await using server = await nbd(...any, ...flags, '--read-only', ...all)
      for (const [index, pattern] of [1, 2].entries()) {
        const uri = server.uris?.[index] ?? ''
        expect(run('qemu-io', ...raw, '-c', 'write -P 3 0 4k', uri)).toMatchObject({ exit: 1 })
        const { stdout } = run('qemu-io', '-r', ...raw, '-c', `read -P ${pattern} 0 1M`, uri)
        expect(stdout).toContain('read 1048576/1048576')
        expect(stdout).not.toContain('failed')
      }
    })

    test('a client that is killed in the middle disturbs nobody', async () => {
      const spec = await create('killed')
      await using server = await nbd(...any, ...flags, spec)
      ok('qemu-io', ...raw, '-c', 'write -P 7 32M 1M', server.uri)
      for (let round = 0; round < 3; round++) {
        const words = [
          '--ioengine=nbd',
          `--uri=${server.uri}`,
          '--rw=randwrite',
          '--bs=256k',
          '--iodepth=16',
          '--size=16M',
        ]
        const client = spawn('fio', ['--name=killed', '--thread', ...words, '--time_based', '--runtime=60'])
        const started = eventually('fio to write', async () =>
          allocationMap(server.uri).some(({ offset, type }) => offset < 16 * MiB && type === 0) ? true : undefined,
        )
        await started
        client.kill('SIGKILL')
        await once(client, 'exit')
      }
      const printed = ok('qemu-io', ...raw, '-c', 'read -P 7 32M 1M', '-c', 'write -P 8 33M 1M', server.uri)
      expect(printed).not.toContain('failed')
    })

    test('du, diff and snapshots see what was written over NBD', async () => {
      const spec = await create('seen')
      await using server = await nbd(...any, ...flags, spec)
      ok('qemu-io', ...raw, '-c', 'write -P 1 0 4M', '-c', 'write -P 1 9M 1k', server.uri)
      await rbd('snap', 'create', `${spec}@one`)
      ok('qemu-io', ...raw, '-c', 'write -P 2 20M 100k', server.uri)
      const rows = JSON.parse(await rbd('du', '--format', 'json', spec)).images as { used_size: number }[]
      expect(rows.map(({ used_size }) => used_size)).toEqual([8 * MiB, 4 * MiB])
      const extents = JSON.parse(await rbd('diff', '--format', 'json', spec)) as { offset: number; length: number }[]
      expect(extents.map(({ offset }) => offset)).toEqual([0, 8 * MiB, 20 * MiB])
    })

    test('an image that is served is open: nobody else may serve or remove it until it is closed', async () => {
      const spec = await create('open')
      const server = await nbd(...any, ...flags, spec)
      expect(await nbd(...any, ...flags, spec)).toMatchObject({ ready: false, errno: 'EBUSY' })
      expect(await dcn.cli('rbd', '--cluster', 'dcn0', 'rm', '--no-progress', spec)).toMatchObject({ exit: 16 })
      expect(await rbd('status', spec)).toContain('watcher=')
      expect(await server.stop()).toBe(0)
      expect(await rbd('status', spec)).toContain('Watchers: none')
      await rbd('rm', '--no-progress', spec)
    })
  })

  test('over TLS, with a certificate, and not without', async () => {
    await rbd('create', '-s', '8M', 'vms/secret')
    const tls = join(import.meta.dirname, '../support/tls')
    await using server = await nbd(...any, '--tls', tls, 'vms/secret')
    expect(server.uri).toMatch(/^nbds:\/\/127\.0\.0\.1:\d+\/vms\/secret$/)
    // libnbd wants the same files under names of its own.
    mkdirSync(work('pki'))
    const names = { 'ca.pem': 'ca-cert.pem', 'cert.pem': 'client-cert.pem', 'key.pem': 'client-key.pem' }
    for (const [ours, theirs] of Object.entries(names)) symlinkSync(join(tls, ours), work(`pki/${theirs}`))
    const secure = `${server.uri}?tls-certificates=${work('pki')}`
    expect(JSON.parse(ok('nbdinfo', '--json', secure))).toMatchObject({ TLS: true, structured: true })
    ok('nbdcopy', secure, work('secret.raw'))

    expect(run('qemu-img', 'info', server.uri.replace('nbds:', 'nbd:'))).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('TLS'),
    })
    mkdirSync(work('nobody'))
    writeFileSync(work('nobody/ca-cert.pem'), readFileSync(join(tls, 'ca.pem')))
    expect(run('nbdinfo', `${server.uri}?tls-certificates=${work('nobody')}`)).toMatchObject({ exit: 1 })
  })

  test('a site that is killed and started again goes on serving at the same place', async () => {
    await rbd('create', '-s', '8M', 'vms/steady')
    await using server = await nbd(...any, 'vms/steady')
    ok('qemu-io', ...raw, '-c', 'write -P 5 0 1M', server.uri)
    await dcn.kill('dcn0')
    expect(run('qemu-io', ...raw, '-c', 'read -P 5 0 1M', server.uri).exit).toBe(1)
    await dcn.ok('up')
    const found = await eventually('the server to be back', () => {
      const { exit, stdout } = run('qemu-io', ...raw, '-c', 'read -P 5 0 1M', server.uri)
      return exit === 0 ? stdout : undefined
    })
    expect(found).toContain('read 1048576/1048576')
  })

  test('rbd device maps an image in the background, lists it and unmaps it', async () => {
    await rbd('create', '-s', '8M', 'vms/mapped')
    await rbd('snap', 'create', 'vms/mapped@s')
    expect(await rbd('device', 'list', '-t', 'nbd')).toBe('')
    const uri = (await rbd('device', 'map', '-t', 'nbd', 'vms/mapped')).trimEnd()
    const frozen = (await rbd('device', 'map', '-t', 'nbd', 'vms/mapped@s')).trimEnd()
    onTestFinished(async () => void (await dcn.cli('rbd', '--cluster', 'dcn0', 'device', 'unmap', '-t', 'nbd', uri)))
    ok('qemu-io', ...raw, '-c', 'write -P 9 0 1M', uri)
    expect(run('qemu-io', ...raw, '-c', 'write -P 9 0 1M', frozen)).toMatchObject({ exit: 1 })
    const rows = JSON.parse(await rbd('device', 'list', '-t', 'nbd', '--format', 'json')) as { device: string }[]
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({
      id: expect.any(Number),
      pool: 'vms',
      namespace: '',
      image: 'mapped',
      snap: '-',
      device: uri,
    })
    expect(await dcn.cli('rbd', '--cluster', 'dcn0', 'device', 'map', '-t', 'nbd', 'vms/mapped')).toEqual({
      exit: 16,
      stdout: '',
      stderr: 'rbd: map failed: (16) Device or resource busy\n',
    })
    await rbd('device', 'unmap', '-t', 'nbd', 'vms/mapped@s')
    await rbd('device', 'unmap', '-t', 'nbd', uri)
    expect(await rbd('device', 'list', '-t', 'nbd')).toBe('')
    expect(run('nbdinfo', uri).exit).toBe(1)
    expect(await dcn.cli('rbd', '--cluster', 'dcn0', 'device', 'unmap', '-t', 'nbd', uri)).toMatchObject({ exit: 22 })
  })

  test('taking the cloud down unmaps what is mapped', async () => {
    await rbd('create', '-s', '8M', 'vms/left')
    await rbd('device', 'map', '-t', 'nbd', 'vms/left')
    await dcn.down()
    await dcn.ok('up')
  })
})
