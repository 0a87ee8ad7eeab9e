import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Cluster, createCluster } from '#ceph-sim/app.ts'
import { runCeph } from '#cli/commands/ceph/ceph-command.ts'
import type { ClusterUser } from '#cli/commands/rbd/cluster-directory.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'
import { NotFoundError, UnavailableError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { InstantClock } from '../../support/instant-clock.ts'

const clock = () => new InstantClock(Date.UTC(2026, 10, 20))

async function rig(options: { unreachable?: boolean } = {}) {
  const random = new SeededRandom('rbd-command')
  const store = { kind: 'memory' } as const
  const cluster: Cluster = createCluster({ clock: clock(), random, name: 'dcn0', fsid: '0c10d6b5', store })
  await cluster.start()
  onTestFinished(() => cluster.stop())
  const cwd = await mkdtemp(path.join(tmpdir(), 'dcnsim-rbd-'))
  onTestFinished(() => rm(cwd, { recursive: true }))
  const opened: { name: string; user: ClusterUser }[] = []
  const directory = {
    names: () => ['dcn0'],
    open: async (name: string, user: ClusterUser) => {
      opened.push({ name, user })
      if (options.unreachable) throw new UnavailableError('the link is down')
      if (name !== 'dcn0') throw new NotFoundError(`no cluster ${name}`)
      const entity = user.user ?? 'client.admin'
      return cluster.connect({ user: entity, key: cluster.identities.keyOf(entity) })
    },
    identities: () => cluster.identities,
  }
  const run = async (line: string, extra: { stdin?: Iterable<Uint8Array>; env?: Record<string, string> } = {}) => {
    const printed = { stdout: [] as string[], stderr: [] as string[], bytes: [] as Uint8Array[] }
    const [program, ...argv] = line.split(' ').map((word) => word.replaceAll('_', ' '))
    const io = {
      stdout: (text: string) => void printed.stdout.push(text),
      stderr: (text: string) => void printed.stderr.push(text),
      stdoutBytes: async (bytes: Uint8Array) => void printed.bytes.push(Buffer.from(bytes)),
      stdin: asAsync(extra.stdin ?? []),
      env: extra.env ?? {},
      cwd,
      clock: clock(),
    }
    const exit = await (program === 'ceph' ? runCeph : runRbd)(argv, io, directory)
    return {
      exit,
      stdout: printed.stdout.join(''),
      stderr: printed.stderr.join(''),
      bytes: Buffer.concat(printed.bytes),
    }
  }
  return { run, cwd, opened }
}

async function* asAsync(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks
}

describe('which cluster and who', () => {
  test.each([
    ['rbd ls images', {}, { name: 'dcn0', user: undefined }],
    ['rbd --cluster dcn0 --id openstack ls images', {}, { name: 'dcn0', user: 'client.openstack' }],
    ['rbd ls images -n client.openstack --cluster=dcn0', {}, { name: 'dcn0', user: 'client.openstack' }],
    ['rbd --conf /etc/ceph/dcn0.conf ls images', {}, { name: 'dcn0', user: undefined }],
    ['rbd ls images', { CEPH_ARGS: '--id openstack --cluster dcn0' }, { name: 'dcn0', user: 'client.openstack' }],
    ['ceph fsid', { CEPH_CONF: '/etc/ceph/dcn0.conf' }, { name: 'dcn0', user: undefined }],
  ])('%s %j', async (line, env, expected) => {
    const { run, opened } = await rig()
    expect((await run(line, { env })).exit).toBe(0)
    expect(opened).toMatchObject([{ name: expected.name, user: { user: expected.user } }])
  })

  test('a cluster that nobody knows is named, and so are those that there are', async () => {
    const { run } = await rig()
    const { exit, stderr } = await run('rbd --cluster dcn9 info images/a')
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: "rbd: couldn't connect to the cluster! No cluster is called 'dcn9': there are dcn0.\n",
    })
  })

  test('a cluster that cannot be reached is tried until the mount timeout, then it is ETIMEDOUT', async () => {
    const { run, opened } = await rig({ unreachable: true })
    const { exit, stderr } = await run('rbd --client-mount-timeout 5 ls images')
    expect(exit).toBe(110)
    expect(stderr).toBe(
      "rbd: couldn't connect to the cluster!\nrbd: listing images failed: (110) Connection timed out\n",
    )
    expect(opened).toHaveLength(6)
  })
})

describe('command lines', () => {
  test.each([
    ['rbd frobnicate', 1, "error: unknown option 'frobnicate'\n\n"],
    ['rbd journal info images/a', 38, "rbd: 'journal info' is not simulated\n"],
    ['rbd create images/a --size', 1, "rbd: the required argument for option '--size' is missing\n"],
    ['rbd create images/a --size 1M --stripe-unit 1M', 22, 'rbd: create error: (22) Invalid argument\n'],
    ['rbd snap limit set images/a --limit x', 1, "rbd: the argument ('x') for option '--limit' is invalid\n"],
    ['rbd feature enable images/a bogus', 1, 'rbd: the argument for option is invalid\n'],
    ['ceph config set client nope 1', 22, "Error EINVAL: unrecognized config option 'nope'\n"],
    ['rbd ls images --descendants', 1, "rbd: unrecognised option '--descendants'\n"],
    ['rbd info images/a --format yaml', 1, "rbd: the argument for option '--format' is invalid\n"],
    ['rbd info images/a extra', 1, 'rbd: too many arguments\n'],
    ['ceph osd set noway', 22, undefined],
    ['ceph nonsense at all', 22, undefined],
    ['ceph osd out 99', 0, 'osd.99 does not exist. \n'],
    ['ceph osd lost 1', 1, undefined],
    ['ceph auth get-key client.nobody', 2, "Error ENOENT: don't have client.nobody\n"],
  ])('%s exits %d', async (line, exit, stderr) => {
    const { run } = await rig()
    const found = await run(line)
    expect(found.exit).toBe(exit)
    if (stderr !== undefined) expect(found.stderr).toBe(stderr)
  })
})

describe('import and export', () => {
  const data = (fill: number, length: number) => Buffer.alloc(length, fill)

  test('a pipe in odd chunks arrives whole, and runs of zeros take no space', async () => {
    const { run } = await rig()
    const content = Buffer.concat([data(1, 4096), data(0, 9 * MiB), data(2, 777), data(0, 300)])
    const chunks: Buffer[] = []
    for (let at = 0; at < content.byteLength; at += 65_521) chunks.push(content.subarray(at, at + 65_521))
    expect(await run('rbd import - images/piped --no-progress', { stdin: chunks })).toMatchObject({
      exit: 0,
      stderr: '',
    })
    expect((await run('rbd du images/piped')).stdout).toContain('piped      9.0 MiB  5.0 MiB\n')
    expect((await run('rbd export images/piped - --no-progress')).bytes.equals(content)).toBe(true)
  })

  test('an empty pipe makes an empty image', async () => {
    const { run } = await rig()
    expect((await run('rbd import - images/empty --no-progress')).exit).toBe(0)
    expect((await run('rbd info images/empty')).stdout).toContain('size 0 B in 0 objects')
  })

  test('a file comes back the same, sparse, and is not overwritten', async () => {
    const { run, cwd } = await rig()
    const content = Buffer.concat([data(7, 5000), data(0, 8 * MiB), data(9, 10)])
    await writeFile(path.join(cwd, 'in.raw'), content)
    await run('rbd import in.raw images/a --no-progress')
    expect((await run('rbd export images/a out.raw --no-progress')).exit).toBe(0)
    expect((await readFile(path.join(cwd, 'out.raw'))).equals(content)).toBe(true)
    // Objects without data are holes; the two others are there as a whole.
    expect((await stat(path.join(cwd, 'out.raw'))).blocks * 512).toBeLessThan(5 * MiB)
    expect(await run('rbd export images/a out.raw')).toMatchObject({
      exit: 17,
      stderr: 'rbd: export error: (17) File exists\n',
    })
  })

  test('progress goes to stderr and ends with done', async () => {
    const { run } = await rig()
    const { stdout, stderr } = await run('rbd import - images/a', { stdin: [data(1, 100)] })
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^(\rImporting image: \d+% complete\.\.\.)+done\.\n$/)
  })
})

describe('ceph', () => {
  test('auth get-or-create gives the same key again, which opens sessions (D25)', async () => {
    const { run } = await rig()
    const first = await run('ceph auth get-or-create client.edge mon profile_rbd')
    expect(first.stdout).toMatch(/^\[client\.edge\]\n\tkey = AQ\S+==\n$/)
    expect((await run('ceph auth get-or-create client.edge')).stdout).toBe(first.stdout)
    const key = (await run('ceph auth get-key client.edge')).stdout
    expect(first.stdout).toContain(key)
    expect((await run('ceph auth rm client.edge')).exit).toBe(0)
    expect((await run('ceph auth get-key client.edge')).exit).toBe(2)
  })

  test('df counts what an image holds, in text and JSON', async () => {
    const { run } = await rig()
    await run('rbd import - images/a --no-progress', { stdin: [Buffer.alloc(40 * MiB, 1)] })
    const { stdout } = await run('ceph df -f json')
    const { pools } = JSON.parse(stdout) as { pools: { name: string; stats: { stored: number; bytes_used: number } }[] }
    const { stats } = pools.find(({ name }) => name === 'images')!
    // Beside the data rbd_info, the image's id and its object map, in an allocation unit each.
    expect(stats.stored - 40 * MiB).toBeLessThan(100)
    expect(stats.bytes_used).toBe(120 * MiB + 3 * 3 * 4096)
    expect((await run('ceph df')).stdout).toMatch(/\nimages +1 +32 +40 MiB +\d+ +120 MiB +0 +\S+ [GT]iB\n/)
  })

  test('pools are created once and listed', async () => {
    const { run } = await rig()
    expect((await run('ceph osd pool create fast 8')).stderr).toBe("pool 'fast' created\n")
    expect((await run('ceph osd pool create fast 8')).stderr).toBe("pool 'fast' already exists\n")
    expect((await run('ceph osd pool ls')).stdout).toBe('images\nvolumes\nvms\nbackups\nfast\n')
    expect((await run('ceph health')).stdout).toBe('HEALTH_OK\n')
  })
})
