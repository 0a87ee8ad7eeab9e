import { describe, expect, test } from 'vitest'
import { Caps } from '#ceph-sim/auth/caps.ts'
import { newKey } from '#ceph-sim/auth/identity.ts'
import { childrenObject } from '#ceph-sim/auth/profiles.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { startMs } from '../../support/memory-cluster.ts'

describe('caps (golden 14)', () => {
  test.each([
    ['mon', 'bogus', "mon capability parse failed, stopped at 'bogus' of 'bogus'"],
    ['osd', 'allow rwxy pool=x', "osd capability parse failed, stopped at 'y pool=x' of 'allow rwxy pool=x'"],
    [
      'osd',
      'allow r pool=a profile rbd',
      "osd capability parse failed, stopped at 'profile rbd' of 'allow r pool=a profile rbd'",
    ],
  ] as const)('%s %s does not parse', (daemon, text, message) => {
    expect(() => Caps.parse(daemon, text)).toThrow(message)
  })

  test('an unknown profile or pool is accepted and grants nothing', () => {
    expect(Caps.parse('osd', 'profile nosuch pool=x').allows(['r'], { pool: 'x' })).toBe(false)
  })

  test('profile rbd reads and writes its pool, and lists clones everywhere', () => {
    const caps = Caps.parse('osd', 'profile rbd pool=vms, profile rbd pool=volumes; profile rbd-read-only pool=images')
    expect(caps.allows(['r', 'w', 'x'], { pool: 'vms' })).toBe(true)
    expect(caps.allows(['r', 'class-read'], { pool: 'images' })).toBe(true)
    expect(caps.allows(['w'], { pool: 'images' })).toBe(false)
    expect(caps.allows(['r'], { pool: 'secret' })).toBe(false)
    expect(caps.allows(['class-read'], { pool: 'secret', object: childrenObject })).toBe(true)
  })

  test('the older caps of client.volumes (C14, C16, C17)', () => {
    const caps = Caps.parse(
      'osd',
      'allow class-read object_prefix rbd_children, allow rwx pool=volumes, allow rx pool=images',
    )
    expect(caps.allows(['r', 'w', 'x', 'class-write'], { pool: 'volumes' })).toBe(true)
    expect(caps.allows(['r', 'class-read'], { pool: 'images' })).toBe(true)
    expect(caps.allows(['w'], { pool: 'images' })).toBe(false)
    expect(caps.allows(['class-read'], { pool: 'vms', object: childrenObject })).toBe(true)
    expect(caps.allows(['class-read'], { pool: 'vms' })).toBe(false)
  })

  test('letters and class words together', () => {
    const caps = Caps.parse('osd', 'allow r class-read pool images, allow rwx pool volumes')
    expect(caps.allows(['r', 'class-read'], { pool: 'images' })).toBe(true)
    expect(caps.allows(['class-write'], { pool: 'images' })).toBe(false)
    expect(caps.allows(['w', 'class-write'], { pool: 'volumes' })).toBe(true)
  })

  test('quoted and spaced pool names', () => {
    const caps = Caps.parse('osd', 'allow rwx pool "bad name"')
    expect(caps.allows(['w'], { pool: 'bad name' })).toBe(true)
    expect(caps.allows(['w'], { pool: 'bad' })).toBe(false)
  })

  test('a name space, and all that begin alike', () => {
    const caps = Caps.parse('osd', 'allow rw pool=p namespace=n, allow r pool p namespace "t*"')
    expect(caps.allows(['w'], { pool: 'p', namespace: 'n' })).toBe(true)
    expect(caps.allows(['w'], { pool: 'p' })).toBe(false)
    expect(caps.allows(['r'], { pool: 'p', namespace: 'tenant' })).toBe(true)
    expect(caps.allows(['w'], { pool: 'p', namespace: 'tenant' })).toBe(false)
  })

  test('what is bound to a tag or a network is accepted and grants nothing', () => {
    const caps = Caps.parse('osd', 'allow rwx tag cephfs data=*, allow rwx pool=p network 10.0.0.0/8')
    expect(caps.allows(['r'], { pool: 'p' })).toBe(false)
  })

  test('the monitors: a service, a command, everything', () => {
    const caps = Caps.parse('mon', 'allow service osd r, allow command "osd blocklist add"')
    expect(caps.allows(['r'], { service: 'osd' })).toBe(true)
    expect(caps.allows(['w'], { service: 'osd' })).toBe(false)
    expect(caps.allows(['w'], { service: 'osd', command: 'osd blocklist add' })).toBe(true)
    expect(caps.allows(['r'], { service: 'auth' })).toBe(false)
    expect(Caps.parse('mon', 'allow *').allows(['r', 'w', 'x'], { service: 'auth' })).toBe(true)
    expect(Caps.parse('mon', 'profile rbd').allows(['r', 'x'], { service: 'auth' })).toBe(false)
  })
})

test('a key is 28 bytes in base64: type, time, length, secret', () => {
  const key = newKey(new SeededRandom(1), startMs)
  expect(key).toMatch(/^AQ[\w+/]{36}==$/)
  const bytes = Buffer.from(key, 'base64')
  expect([bytes.length, bytes.readUInt16LE(0), bytes.readUInt32LE(2), bytes.readUInt16LE(10)]).toEqual([
    28,
    1,
    startMs / 1000,
    16,
  ])
})
