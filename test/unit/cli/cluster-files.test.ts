import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { formatKeyring } from '#ceph-sim/auth/keyring.ts'
import type { ClusterSession, ClusterUser } from '#cli/commands/rbd/cluster-directory.ts'
import { shellExports } from '#cli/format/shell-exports.ts'
import { type ClusterAccess, clusterFiles } from '#cli/live/cluster-files.ts'
import { etcDirectories } from '#cli/live/etc-directories.ts'

const key = 'AQAAAAAAAAAAABAARVhBTVBMRS1LRVktTk9UIQ=='

/** A folder with files, and who would be let in where. */
function rig(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dcnsim-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text.replaceAll('FOLDER', folder))
  }
  const opened: ClusterAccess[] = []
  const connect = (access: ClusterAccess) => {
    opened.push(access)
    return {} as ClusterSession
  }
  const directory = clusterFiles([path.join(folder, 'etc'), folder], { connect })
  const open = async (name: string, user: ClusterUser = {}) => {
    await directory.open(name, user)
    return opened.at(-1)!
  }
  return { folder, directory, open }
}

const keyring = (entity: string) => formatKeyring({ entity, key, caps: {} })
const conf = (address: string, more = '') => `[global]\nmon_host = ${address}\n${more}`

describe('where a program of Ceph finds its cluster and its key (D27)', () => {
  const files = {
    'etc/dcn0.conf': conf('10.0.0.1:1'),
    'etc/dcn0.client.admin.keyring': keyring('client.admin'),
    'etc/dcn0.client.glance.keyring': keyring('client.glance'),
    'central.conf': conf('10.0.0.2:2', 'keyring = FOLDER/keys/$cluster.keyring\n'),
    'keys/central.keyring': keyring('client.admin'),
    'mine.keyring': keyring('client.mine'),
    'mine.key': `${key}\n`,
  }

  test('by name in each folder, with the keyrings beside the file or where it says', async () => {
    const { directory, open } = rig(files)
    expect(directory.names()).toEqual(['central', 'dcn0'])
    expect(await open('dcn0')).toEqual({ address: '10.0.0.1:1', user: 'client.admin', key })
    expect(await open('dcn0', { user: 'client.glance' })).toMatchObject({ user: 'client.glance' })
    expect(await open('central')).toMatchObject({ address: '10.0.0.2:2' })
    await expect(open('nowhere')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a named file wins over the name, and may stand for every cluster', async () => {
    const { folder, open } = rig(files)
    expect(
      await open('nowhere', {
        conf: path.join(folder, 'etc/dcn0.conf'),
        keyring: path.join(folder, 'etc/dcn0.client.admin.keyring'),
      }),
    ).toMatchObject({ address: '10.0.0.1:1' })
    expect(await open('dcn0', { conf: path.join(folder, 'etc/$cluster.conf') })).toMatchObject({
      address: '10.0.0.1:1',
    })
    await expect(open('dcn0', { conf: path.join(folder, 'gone.conf') })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a monitor, a keyring and a key file can be named apart', async () => {
    const { folder, open } = rig(files)
    const mine = { user: 'client.mine', keyring: path.join(folder, 'mine.keyring') }
    expect(await open('dcn0', { ...mine, monHost: '10.0.0.9:9' })).toEqual({
      address: '10.0.0.9:9',
      user: 'client.mine',
      key,
    })
    expect(await open('dcn0', { user: 'client.any', keyfile: path.join(folder, 'mine.key') })).toMatchObject({ key })
  })

  test.each([
    ['a user whom the keyring does not know', { user: 'client.nobody' }],
    ['a keyring that is not there', { user: 'client.admin', keyring: '/nowhere/keyring' }],
    ['a key file that is not there', { user: 'client.nobody', keyfile: '/nowhere/key' }],
  ])('%s has no key', async (_, user) => {
    const { open } = rig(files)
    await expect(open('dcn0', user)).rejects.toMatchObject({ code: 'unauthenticated', details: { errno: 'EACCES' } })
  })

  test('a world that is named comes before the working directory', () => {
    expect(etcDirectories({ DCNSIM_STATE: '/var/cloud' }, '/home/me')).toEqual({
      directories: ['/var/cloud/etc/ceph', '/home/me'],
      first: undefined,
    })
    expect(etcDirectories({}, '/home/me').directories[0]).toBe('/home/me/.dcnsim/etc/ceph')
  })
})

describe('lines for a shell', () => {
  const given = { path: "/opt/it's/bin", variables: { CEPH_CONF: '/x/$cluster.conf' } }
  test.each([
    ['sh', `export PATH='/opt/it'\\''s/bin':"$PATH"\nexport CEPH_CONF='/x/$cluster.conf'\n`],
    ['fish', `set -gx PATH '/opt/it\\'s/bin' $PATH\nset -gx CEPH_CONF '/x/$cluster.conf'\n`],
  ] as const)('%s', (shell, text) => {
    expect(shellExports(shell, given)).toBe(text)
  })
})
