import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Secret } from '#cli/commands/virsh/secret.ts'
import { runVirsh } from '#cli/commands/virsh/virsh-command.ts'
import { SeededRandom } from '#kernel/random/random.ts'

const xml = `<secret ephemeral='no' private='no'>
  <usage type='ceph'>
    <name>client.volumes secret</name>
  </usage>
</secret>
`
const uuid = '457eb676-33da-42ec-9a8c-9293d545c337'
const withUuid = xml.replace('<usage', `<uuid>${uuid}</uuid>\n  <usage`)

async function rig() {
  const cwd = await mkdtemp(path.join(tmpdir(), 'dcnsim-virsh-'))
  onTestFinished(() => rm(cwd, { recursive: true }))
  const kept = new Map<string, readonly Secret[]>()
  const random = new SeededRandom('virsh')
  const hypervisors = {
    first: 'central',
    sites: ['central', 'dcn0'],
    secrets: (site: string) => kept.get(site) ?? [],
    saveSecrets: (site: string, secrets: readonly Secret[]) => void kept.set(site, secrets),
    newUuid: () => random.uuid(),
  }
  const run = async (...argv: readonly string[]) => {
    const printed = { stdout: '', stderr: '' }
    const io = {
      stdout: (text: string) => {
        printed.stdout += text
      },
      stderr: (text: string) => {
        printed.stderr += text
      },
      env: {},
      cwd,
    }
    return { exit: await runVirsh(argv, io, hypervisors), ...printed }
  }
  await writeFile(path.join(cwd, 'secret.xml'), withUuid)
  await writeFile(path.join(cwd, 'unnamed.xml'), xml)
  return { run, cwd }
}

describe('virsh secret-*', () => {
  test('secret-define reads the usage of Ceph and prints a UUID (C27, C28)', async () => {
    const { run } = await rig()
    expect(await run('secret-define', '--file', 'secret.xml')).toEqual({
      exit: 0,
      stdout: `Secret ${uuid} created\n\n`,
      stderr: '',
    })
    expect((await run('secret-dumpxml', uuid)).stdout).toBe(
      `<secret ephemeral='no' private='no'>\n  <uuid>${uuid}</uuid>\n  <usage type='ceph'>\n    ` +
        `<name>client.volumes secret</name>\n  </usage>\n</secret>\n\n`,
    )
  })

  test('a secret that names no UUID gets one, under which it is listed (C28, C29)', async () => {
    const { run } = await rig()
    const { stdout } = await run('secret-define', 'unnamed.xml')
    const drawn = /^Secret ([0-9a-f-]{36}) created\n\n$/.exec(stdout)?.[1]
    expect((await run('secret-list')).stdout).toBe(
      ` UUID                                   Usage\n${'-'.repeat(68)}\n ${drawn}   ceph client.volumes secret\n\n`,
    )
  })

  test('secret-set-value keeps the key, which secret-get-value prints; defining again keeps it (C30)', async () => {
    const { run } = await rig()
    await run('secret-define', '--file', 'secret.xml')
    const key = 'AQAAAAAAAAAAABAARVhBTVBMRS1LRVktTk9UIQ=='
    expect(await run('secret-set-value', '--secret', uuid, '--base64', key)).toEqual({
      exit: 0,
      stdout: 'Secret value set\n\n',
      stderr: 'error: Passing secret value as command-line argument is insecure!\n',
    })
    await run('secret-define', '--file', 'secret.xml')
    expect((await run('secret-get-value', uuid)).stdout).toBe(`${key}\n`)
  })

  test('the value can come from a file', async () => {
    const { run, cwd } = await rig()
    await run('secret-define', 'secret.xml')
    await writeFile(path.join(cwd, 'value'), 'plain text')
    expect((await run('secret-set-value', uuid, '--file', 'value', '--plain')).stderr).toBe('')
    expect((await run('secret-get-value', uuid, '--plain')).stdout).toBe('plain text\n')
  })

  test('hypervisors of another site have secrets of their own', async () => {
    const { run } = await rig()
    expect((await run('-c', 'qemu+ssh://dcn0-compute-0/system', 'secret-define', 'secret.xml')).exit).toBe(0)
    expect((await run('--connect=qemu+ssh://root@dcn0/system', 'secret-list')).stdout).toContain(uuid)
    expect((await run('-c', 'qemu:///system', 'secret-list')).stdout).not.toContain(uuid)
    expect((await run('-c', 'qemu+ssh://elsewhere/system', 'secret-list')).exit).toBe(1)
  })

  test('secret-undefine forgets it', async () => {
    const { run } = await rig()
    await run('secret-define', 'secret.xml')
    expect((await run('secret-undefine', uuid)).stdout).toBe(`Secret ${uuid} deleted\n\n`)
    expect(await run('secret-get-value', uuid)).toEqual({
      exit: 1,
      stdout: '',
      stderr: `error: failed to get secret '${uuid}'\nerror: Secret not found: no secret with matching uuid '${uuid}'\n`,
    })
  })

  test.each([
    ['<secrets/>', 'XML error: unexpected root element <secrets>, expecting <secret>'],
    ['<secret><usage type="tape"><name>x</name></usage></secret>', 'XML error: unknown secret usage type tape'],
    ['<secret><usage type="ceph"/></secret>', 'XML error: Ceph usage specified, but name is missing'],
    ['<secret><uuid>1</uuid></secret>', 'internal error: malformed uuid element'],
    ['<secret>', '1: Premature end of data in tag secret'],
    ['<!DOCTYPE x [<!ENTITY a "b">]><secret/>', '1: StartTag: invalid element name'],
    ['<secret private="&bad;"/>', "1: Entity 'bad' not defined"],
  ])('what is no secret is refused: %s', async (text, message) => {
    const { run, cwd } = await rig()
    await writeFile(path.join(cwd, 'bad.xml'), text)
    expect(await run('secret-define', 'bad.xml')).toEqual({
      exit: 1,
      stdout: '',
      stderr: `error: Failed to set attributes from bad.xml\nerror: ${message}\n`,
    })
  })

  test('another secret for the same use, a missing file and wrong options are refused', async () => {
    const { run } = await rig()
    await run('secret-define', 'secret.xml')
    expect((await run('secret-define', 'unnamed.xml')).stderr).toContain(
      `a secret with UUID ${uuid} already defined for use with client.volumes secret`,
    )
    expect((await run('secret-define', 'nofile')).stderr).toBe(
      "error: Failed to open file 'nofile': No such file or directory\n",
    )
    expect((await run('secret-define')).stderr).toBe("error: command 'secret-define' requires <file> option\n")
    expect((await run('secret-list', '--what')).stderr).toBe(
      "error: command 'secret-list' doesn't support option --what\n",
    )
    expect((await run('start', 'vm')).stderr).toBe("error: unknown command: 'start'\n")
  })
})
