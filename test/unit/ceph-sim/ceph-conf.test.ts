import { describe, expect, test } from 'vitest'
import { formatKeyring, keyIn, parseKeyring } from '#ceph-sim/auth/keyring.ts'
import { CephConf, expandVariables, firstMonitor } from '#ceph-sim/ceph-conf.ts'

describe('a configuration file (C13)', () => {
  const conf = CephConf.parse(`
# of the storage network
[global]
fsid = 0c10d6b5        ; the cluster's
mon host = 10.0.0.1:6789, 10.0.0.2:6789
keyring = /etc/ceph/$cluster.$name.keyring

[client]
rbd-default-features = 61
[client.glance]
  keyring = "/etc/glance/my keyring"
`)

  test('options are the same however their words are joined', () => {
    expect(conf.get('mon_host', 'client.admin')).toBe('10.0.0.1:6789, 10.0.0.2:6789')
    expect(conf.get('rbd_default_features', 'client.admin')).toBe('61')
    expect(conf.get('fsid', 'client.admin')).toBe('0c10d6b5')
  })

  test('a client finds its own section first, then its kind, then the global one', () => {
    expect(conf.get('keyring', 'client.glance')).toBe('/etc/glance/my keyring')
    expect(conf.get('keyring', 'client.cinder')).toBe('/etc/ceph/$cluster.$name.keyring')
    expect(conf.get('rbd_default_features', 'osd.0')).toBeUndefined()
  })

  test('variables stand for the cluster and the client', () => {
    const names = { cluster: 'dcn0', entity: 'client.my.user' }
    expect(expandVariables('/etc/ceph/$cluster.$name.keyring', names)).toBe('/etc/ceph/dcn0.client.my.user.keyring')
    expect(expandVariables(`$${'{type}'}-$id, $host`, names)).toBe('client-my.user, $host')
  })

  test.each([
    ['127.0.0.1:7000', '127.0.0.1:7000'],
    ['[v2:10.0.0.1:3300/0,v1:10.0.0.1:6789/0]', '10.0.0.1:3300'],
    ['a.example:6789 b.example:6789', 'a.example:6789'],
  ])('the first monitor of %s', (text, first) => {
    expect(firstMonitor(text)).toBe(first)
  })
})

describe('a keyring', () => {
  const user = {
    entity: 'client.volumes',
    key: 'AQAAAAAAAAAAABAARVhBTVBMRS1LRVktTk9UIQ==',
    caps: { osd: 'allow rwx pool=volumes', mon: 'allow r' },
  }

  test('is printed with its caps in order, and read back (C22, C24)', () => {
    const text = formatKeyring(user)
    expect(text).toBe(
      `[client.volumes]\n\tkey = ${user.key}\n\tcaps mon = "allow r"\n\tcaps osd = "allow rwx pool=volumes"\n`,
    )
    expect(parseKeyring(text)).toEqual([user])
    expect(keyIn(`${formatKeyring({ ...user, entity: 'client.a', key: 'x' })}${text}`, 'client.volumes')).toBe(user.key)
    expect(keyIn(text, 'client.other')).toBeUndefined()
  })

  test('what is none is not read', () => {
    expect(parseKeyring('key = x\n')).toBeUndefined()
    expect(parseKeyring('[client.a]\nnonsense\n')).toBeUndefined()
  })
})
