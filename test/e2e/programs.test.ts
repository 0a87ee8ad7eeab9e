import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '#kernel/process/package-root.ts'
import { builtProgram } from '../support/build-check.ts'
import { type LiveDcn, startDcn, topology } from '../support/live-dcn.ts'

/** The programs of a world in a shell of its own, as `eval "$(dcnsim env)"` makes it. */
describe('rbd, ceph and virsh on PATH', () => {
  let dcn: LiveDcn
  let cwd: string
  beforeAll(async () => {
    builtProgram()
    dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }) })
    cwd = mkdtempSync(join(tmpdir(), 'dcnsim-programs-'))
  })
  afterAll(async () => {
    await dcn?.[Symbol.asyncDispose]()
    rmSync(cwd, { recursive: true, force: true })
  })

  async function shell(script: string, ...words: readonly string[]) {
    const exports = await dcn.ok('env', '--shell', 'sh', ...words)
    const { exitCode, stdout, stderr } = await execa('sh', ['-c', `${exports}${script}`], {
      cwd,
      reject: false,
      stripFinalNewline: false,
      env: { CEPH_KEYRING: '' },
    })
    return { exit: exitCode, stdout, stderr }
  }
  const said = (stdout: string) => ({ exit: 0, stdout, stderr: '' })
  const etc = () => dcn.state.etc

  test('mean the hub, or the cluster that is named, whatever comes first (D27)', async () => {
    const fsids = dcn.state.world().fsids
    expect(await shell('ceph fsid')).toEqual(said(`${fsids.central}\n`))
    expect(await shell('ceph --cluster dcn0 fsid')).toEqual(said(`${fsids.dcn0}\n`))
    expect(await shell('rbd create --size 1M volumes/v && rbd ls volumes', '--cluster', 'dcn0')).toEqual(said('v\n'))
    expect(await shell('rbd ls volumes')).toEqual(said(''))
    expect((await shell('rbd --cluster nowhere ls volumes')).exit).toBe(2)
  })

  test('CEPH_ARGS names the identity that a service calls itself (C40)', async () => {
    const asOpenstack = `${'CEPH_ARGS="--cluster central --id openstack"'} ceph auth ls`
    expect(await shell(asOpenstack)).toMatchObject({ exit: 13, stderr: 'Error EACCES: access denied\n' })
  })

  test('a new user has its keyring file at once, by which it is let in, until it is removed (C21, C22, C24, C26)', async () => {
    const caps = `mon 'allow r' osd 'allow class-read object_prefix rbd_children, allow rwx pool=images'`
    const made = await shell(`ceph auth get-or-create client.images ${caps}`)
    expect(await shell(`ceph auth get-or-create client.images ${caps}`)).toEqual(made)
    const file = join(etc(), 'central.client.images.keyring')
    const key = (await shell('ceph auth get-key client.images')).stdout
    expect(readFileSync(file, 'utf8')).toContain(`[client.images]\n\tkey = ${key}\n`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await shell('rbd --id images ls images')).toEqual(said(''))
    expect(await shell('rbd --id images ls volumes')).toMatchObject({ exit: 1 })
    await shell('ceph auth caps client.images mon "allow r" osd "allow r pool=volumes"')
    expect(readFileSync(file, 'utf8')).toContain('caps osd = "allow r pool=volumes"')
    await shell('ceph auth rm client.images')
    expect(readdirSync(etc())).not.toContain('central.client.images.keyring')
    expect(await shell('rbd --id images ls volumes')).toMatchObject({ exit: 13 })
  })

  test('an edge of its own key cannot reach another cluster with it (D24, D25)', async () => {
    const keyring = join(etc(), 'dcn0.client.external.keyring')
    const foreign = `rbd --cluster central --id external --keyring ${keyring} ls images`
    expect(await shell(foreign)).toMatchObject({ exit: 13 })
    expect(await shell(`rbd --cluster dcn0 --id external --keyring ${keyring} ls images`)).toEqual(said(''))
  })

  test('the procedure of the guide: a secret for the hypervisor with the key of a user (C26 to C30)', async () => {
    writeFileSync(
      join(cwd, 'secret.xml'),
      `<secret ephemeral='no' private='no'><usage type='ceph'><name>client.volumes secret</name></usage></secret>`,
    )
    const { exit, stdout } = await shell(`
      ceph auth get-or-create client.volumes mon 'allow r' osd 'allow rwx pool=volumes, allow rx pool=images' >/dev/null
      ceph auth get-key client.volumes >client.volumes.key
      uuid=$(virsh secret-define --file secret.xml | sed -n 's/Secret \\(.*\\) created/\\1/p')
      virsh secret-set-value --secret $uuid --base64 $(cat client.volumes.key) 2>/dev/null
      test "$(virsh secret-get-value $uuid)" = "$(cat client.volumes.key)" && echo same`)
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'Secret value set\n\nsame\n' })
    expect(await dcn.ok('virsh', 'secret-list')).toContain('ceph client.volumes secret')
  })

  test('a reader that goes away, and Ctrl-C, end them quietly', async () => {
    await shell('rbd create --size 64M images/big')
    expect(await shell('rbd export --no-progress images/big - | head -c 10 | wc -c')).toMatchObject({
      exit: 0,
      stdout: '10\n',
      stderr: '',
    })
    // A monitor that is there and never answers.
    const mute = createServer().listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const { port } = mute.address() as AddressInfo
    const env = { ...process.env, DCNSIM_STATE: dcn.state.path }
    const program = join(packageRoot(), 'bin', 'rbd')
    const waiting = spawn(program, ['-m', `127.0.0.1:${port}`, 'ls'], { env, cwd, stdio: 'ignore' })
    const ended = once(waiting, 'exit') as Promise<[number | null]>
    const [socket] = (await once(mute, 'connection')) as [Socket]
    waiting.kill('SIGINT')
    expect((await ended)[0]).toBe(130)
    socket.destroy()
    mute.close()
  })
})
