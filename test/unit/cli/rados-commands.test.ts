import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCeph } from '#cli/commands/ceph/ceph-command.ts'
import { runRados } from '#cli/commands/rados/rados-command.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { connectAdmin, startTestCluster } from '../../support/memory-cluster.ts'

const programs = { rados: runRados, rbd: runRbd, ceph: runCeph }

async function rig() {
  const { cluster, clock } = await startTestCluster()
  const cwd = await mkdtemp(path.join(tmpdir(), 'dcnsim-rados-'))
  onTestFinished(async () => {
    await cluster.stop()
    await rm(cwd, { recursive: true })
  })
  const run = async (line: string, { stdin = '', io: given = {} }: { stdin?: string; io?: { clock?: Clock } } = {}) => {
    const [program = '', ...argv] = line.split(' ')
    const printed = { stdout: '', stderr: '' }
    const print = (stream: 'stdout' | 'stderr') => (text: string) => {
      printed[stream] += text
    }
    const io = {
      stdout: print('stdout'),
      stderr: print('stderr'),
      stdoutBytes: async (bytes: Uint8Array) => print('stdout')(Buffer.from(bytes).toString('latin1')),
      stdin: (async function* () {
        yield Buffer.from(stdin)
      })(),
      env: {},
      cwd,
      clock,
      ...given,
    }
    const directory = { names: () => ['dcn0'], open: async () => connectAdmin(cluster) }
    const exit = await programs[program as keyof typeof programs](argv, io, directory)
    return { exit, ...printed }
  }
  return { run, cwd }
}

describe('rados', () => {
  test('puts, shows and removes a plain object', async () => {
    const { run, cwd } = await rig()
    await writeFile(path.join(cwd, 'in'), 'hello')
    expect(await run('rados -p images put note in')).toEqual({ exit: 0, stdout: '', stderr: '' })
    expect((await run('rados --pool=images stat note')).stdout).toBe(
      'images/note mtime 2026-11-20T11:10:00.000000+0000, size 5\n',
    )
    expect((await run('rados -p images get note -')).stdout).toBe('hello')
    await run('rados -p images get note out')
    expect(await readFile(path.join(cwd, 'out'), 'utf8')).toBe('hello')
    await run('rados -p images -N ns put other -', { stdin: 'there' })
    expect((await run('rados -p images -N ns ls')).stdout).toBe('other\n')
    expect((await run('rados -p images ls --all')).stdout).toContain('ns\tother\n')
    await run('rados -p images rm note')
    expect((await run('rados -p images ls')).stdout).not.toContain('note')
  })

  test.each([
    ['rados -p images stat x', ' error stat-ing images/x: (2) No such file or directory\n'],
    ['rados -p images get x -', 'error getting images/x: (2) No such file or directory\n'],
    ['rados -p images rm x', 'error removing images>x: (2) No such file or directory\n'],
    ['rados -p images listomapkeys x', 'error getting omap key set images/x: (2) No such file or directory\n'],
    ['rados -p images listxattr x', 'error getting xattr set images/x: (2) No such file or directory\n'],
    ['rados -p images listsnaps x', 'error listing snap shots images/x: (2) No such file or directory\n'],
    ['rados -p nopool ls', 'error opening pool nopool: (2) No such file or directory\n'],
    ['rados -p images stat', 'usage: rados -p POOL stat OBJECT\n'],
    ['rados -p images bench', "rados: 'bench' is not simulated\n"],
  ])('%s exits 1', async (line, stderr) => {
    const { run } = await rig()
    expect(await run(line)).toEqual({ exit: 1, stdout: '', stderr })
  })

  test('shows the key-value pairs of a directory', async () => {
    const { run } = await rig()
    await run('rbd create images/a --size 1M')
    const { stdout } = await run('rados -p images getomapval rbd_directory name_a')
    expect(stdout).toMatch(/^value \(\d+ bytes\) :\n00000000 {2}0[0-9a-f] 00 00 00 /)
    expect(await run('rados -p images getomapval rbd_directory name_b')).toMatchObject({
      exit: 1,
      stderr: 'No such key: images/rbd_directory/name_b\n',
    })
  })

  test('df counts what was put', async () => {
    const { run } = await rig()
    expect((await run('rados lspools')).stdout).toBe('images\nvolumes\nvms\nbackups\n')
    const objects = async () => Number(/total_objects +(\d+)/.exec((await run('rados df')).stdout)![1])
    const before = await objects()
    await run('rados -p vms put note -', { stdin: 'x' })
    expect(await objects()).toBe(before + 1)
  })
})

describe('rbd bench', () => {
  test('does as many operations as the bytes ask for, and says so each second', async () => {
    const { run } = await rig()
    let now = 0
    // Half a second for each look at the clock.
    const clock: Clock = { now: () => (now += 500), sleep: async () => {}, sleepUntil: async () => {} }
    await run('rbd create images/b --size 1M')
    const line = 'rbd bench images/b --io-type write --io-size 4K --io-total 16K --io-threads 1'
    const { stdout } = await run(line, { io: { clock } })
    expect(stdout).toBe(
      'bench  type write io_size 4096 io_threads 1 bytes 16384 pattern sequential\n' +
        '  SEC       OPS   OPS/SEC   BYTES/SEC\n' +
        '    1         2         2   8 KiB/s\n' +
        '    2         4         2   8 KiB/s\n' +
        'elapsed: 2   ops: 4   ops/sec: 1.6   bytes/sec: 6.4 KiB/s\n',
    )
    expect((await run('rbd du images/b')).stdout).toContain('1 MiB')
  })

  test('mixes reads and writes that add up', async () => {
    const { run } = await rig()
    await run('rbd create images/b --size 1M')
    const { stdout } = await run('rbd bench images/b --io-type rw --io-total 256K --io-pattern full-seq')
    const [, reads, writes] = /read_ops: (\d+)[\s\S]*write_ops: (\d+)/.exec(stdout)!
    expect(Number(reads) + Number(writes)).toBe(64)
    expect(stdout).toContain('read:write=50:50')
  })
})

test('ceph osd blocklist adds, lists as JSON, removes, and misses', async () => {
  const { run } = await rig()
  const until = '2026-11-20T11:10:30.000000+0000'
  expect((await run('ceph osd blocklist add 10.0.0.1:0/7 30')).stderr).toBe(
    `blocklisting 10.0.0.1:0/7 until ${until} (30 sec)\n`,
  )
  expect((await run('ceph osd blocklist ls -f json')).stdout).toBe(`\n[{"addr":"10.0.0.1:0/7","until":"${until}"}]\n`)
  expect((await run('ceph osd blocklist rm 10.0.0.1:0/7')).stderr).toBe('un-blocklisting 10.0.0.1:0/7\n')
  expect(await run('ceph osd blocklist rm 10.0.0.1:0/7')).toEqual({
    exit: 2,
    stdout: '',
    stderr: "Error ENOENT: 10.0.0.1:0/7 isn't blocklisted\n",
  })
})
