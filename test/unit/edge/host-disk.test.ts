import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DirectoryHostDisk } from '#edge/cache/directory-host-disk.ts'
import type { HostDisk } from '#edge/cache/host-disk.ts'
import { MemoryHostDisk } from '#edge/cache/memory-host-disk.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { digestOf, noise, runs } from '../../support/content.ts'

const clock = new VirtualClock(1_700_000_000_000)
const directory = await mkdtemp(join(tmpdir(), 'host-disk-'))
afterAll(() => rm(directory, { recursive: true }))

const content = () => [...runs(noise('a', MiB + 5), 3 * MiB, new Uint8Array(4096), noise('b', 7), 2 * MiB)]

async function write(disk: HostDisk, path: string, pieces = content()): Promise<void> {
  const writer = await disk.create(path)
  for (const piece of pieces) await writer.append(piece)
  await writer.close()
}

describe.each<[string, () => HostDisk]>([
  ['in memory', () => new MemoryHostDisk(clock)],
  ['in a directory', () => new DirectoryHostDisk(directory, clock)],
])('a host disk %s', (name, open) => {
  const disk = open()
  const path = (file: string) => `${name.replaceAll(' ', '-')}/_base/${file}`

  it('gives back what was written, as a whole and by position', async () => {
    await write(disk, path('a'))
    expect(await disk.stat(path('a'))).toEqual({ sizeBytes: 6 * MiB + 4096 + 12, usedAtMs: clock.now() })
    expect(await digestOf(disk.content(path('a')))).toBe(await digestOf(content()))
    const file = await disk.open(path('a'))
    expect(file.sizeBytes).toBe(6 * MiB + 4096 + 12)
    const middle = await file.read(MiB, 3 * MiB + 4096 + 12)
    const expected = Buffer.concat([noise('a', MiB + 5).subarray(MiB), Buffer.alloc(3 * MiB + 4096), noise('b', 7)])
    expect(Buffer.from(middle).equals(expected)).toBe(true)
    expect(await file.read(6 * MiB + 4096 + 10, 100)).toHaveLength(2)
    await file.close()
  })

  it('names a file anew, lists and removes it', async () => {
    await write(disk, path('z.part'))
    await write(disk, path('b'))
    await disk.rename(path('z.part'), path('z'))
    expect(await disk.list(path('').slice(0, -1))).toEqual(['a', 'b', 'z'])
    await disk.remove(path('z'))
    await disk.remove(path('z'))
    expect(await disk.stat(path('z'))).toBeUndefined()
    expect(await disk.list('nowhere')).toEqual([])
    await expect(disk.open(path('z'))).rejects.toMatchObject({ code: 'not_found' })
    await expect(disk.content(path('z'))[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'not_found' })
  })

  it('replaces a file of the same name, and discards one that was not finished', async () => {
    await write(disk, path('c'))
    await write(disk, path('c'), [...runs(noise('new', 10))])
    expect(await disk.stat(path('c'))).toMatchObject({ sizeBytes: 10 })
    const writer = await disk.create(path('d'))
    await writer.append({ kind: 'zero', offset: 0, lengthBytes: 5 })
    await writer.discard()
    expect(await disk.stat(path('d'))).toBeUndefined()
  })

  it('refuses content that does not follow on', async () => {
    const writer = await disk.create(path('e'))
    await expect(writer.append({ kind: 'zero', offset: 1, lengthBytes: 1 })).rejects.toMatchObject({
      code: 'invalid_argument',
    })
    await writer.discard()
  })

  it('knows when a file was last used', async () => {
    await write(disk, path('f'))
    await disk.touch(path('f'), clock.now() + 5000)
    expect(await disk.stat(path('f'))).toMatchObject({ usedAtMs: clock.now() + 5000 })
  })
})

describe('a host disk in a directory', () => {
  it('keeps zeros as holes', async () => {
    await write(new DirectoryHostDisk(directory, clock), 'sparse/file', [...runs(64 * MiB)])
    const { size, blocks } = await stat(join(directory, 'sparse/file'))
    expect(size).toBe(64 * MiB)
    expect(blocks).toBeLessThan(8)
  })

  it.each(['../escape', 'host//file', 'host/./file', '/etc/passwd'])('refuses the path %s', async (path) => {
    await expect(new DirectoryHostDisk(directory, clock).create(path)).rejects.toMatchObject({
      code: 'invalid_argument',
    })
  })
})

describe('a host disk in memory', () => {
  it('can be full', async () => {
    const writer = await new MemoryHostDisk(clock, { capacityBytes: MiB }).create('h/f')
    await writer.append({ kind: 'zero', offset: 0, lengthBytes: MiB })
    await expect(writer.append({ kind: 'zero', offset: MiB, lengthBytes: 1 })).rejects.toMatchObject({
      code: 'no_space',
    })
  })
})
