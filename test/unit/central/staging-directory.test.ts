import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StagingArea } from '#central/images/staging.ts'
import { StagingDirectory } from '#central/images/staging-directory.ts'
import type { Content } from '#ceph-sim/rbd.ts'
import { KiB, MiB } from '#kernel/units/bytes.ts'
import { digestOf, noise, runs } from '../../support/content.ts'
import { MemoryStaging } from '../../support/memory-staging.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'dcnsim-staging-'))
})
afterEach(() => rm(directory, { recursive: true }))

const content = () => [...runs(noise('a', 100 * KiB), 5 * MiB, noise('b', 3 * KiB))]

describe.each(['directory', 'memory'])('a staging area: %s', (kind) => {
  const open = (): StagingArea => (kind === 'memory' ? new MemoryStaging() : new StagingDirectory(directory))

  it('gives back what was written, and where it is not zero', async () => {
    const staging = open()
    const staged = await staging.write('id', content())
    expect(staged.sizeBytes).toBe(5 * MiB + 103 * KiB)
    expect(staged.runs).toEqual([
      { offset: 0, lengthBytes: 100 * KiB },
      { offset: 5 * MiB + 100 * KiB, lengthBytes: 3 * KiB },
    ])
    expect(await digestOf(staged.content())).toBe(await digestOf(content()))
    expect(await digestOf((await staging.find('id'))!.content())).toBe(await digestOf(content()))
  })

  it('finds zeros inside data, and reads anywhere', async () => {
    const bytes = Buffer.concat([noise('a', 8 * KiB), new Uint8Array(MiB), noise('b', 5 * KiB)])
    const staged = await open().write('id', [{ kind: 'data', offset: 0, bytes }])
    expect(staged.runs).toEqual([
      { offset: 0, lengthBytes: 8 * KiB },
      { offset: MiB + 8 * KiB, lengthBytes: 5 * KiB },
    ])
    const read = async (offset: number, length: number) => Buffer.from(await staged.source.read(offset, length))
    expect(await read(4 * KiB, 6 * KiB)).toEqual(Buffer.from(bytes.subarray(4 * KiB, 10 * KiB)))
    expect(await read(MiB + 10 * KiB, 100 * KiB)).toEqual(Buffer.from(bytes.subarray(MiB + 10 * KiB)))
  })

  it('takes an empty image', async () => {
    const staged = await open().write('id', [])
    expect(staged).toMatchObject({ sizeBytes: 0, runs: [] })
    expect(await digestOf(staged.content())).toBe(await digestOf([]))
  })

  it('keeps nothing of a source that fails, and what was there before', async () => {
    const staging = open()
    const failing = async function* (): AsyncGenerator<Content> {
      yield* runs(noise('x', MiB))
      throw new Error('source failed')
    }
    await expect(staging.write('id', failing())).rejects.toThrow('source failed')
    expect(await staging.find('id')).toBeUndefined()
    expect(await staging.usedBytes()).toBe(0)
    await staging.write('id', content())
    await expect(staging.write('id', failing())).rejects.toThrow('source failed')
    expect(await digestOf((await staging.find('id'))!.content())).toBe(await digestOf(content()))
  })

  it('replaces an image by what is made of it (conversion)', async () => {
    const staging = open()
    const first = await staging.write('id', content())
    await staging.write('id', first.content())
    expect(await digestOf((await staging.find('id'))!.content())).toBe(await digestOf(content()))
  })

  it('holds two writers of one image apart', async () => {
    const staging = open()
    const gate = Promise.withResolvers<void>()
    const slow = async function* (): AsyncGenerator<Content> {
      const [first, ...rest] = content()
      yield first!
      await gate.promise
      yield* rest
    }
    const late = staging.write('id', slow())
    await staging.write('id', content())
    gate.resolve()
    await late
    expect(await digestOf((await staging.find('id'))!.content())).toBe(await digestOf(content()))
  })

  it('stops with its signal', async () => {
    const staging = open()
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(staging.write('id', content(), { signal })).rejects.toThrow('stopped')
    expect(await staging.find('id')).toBeUndefined()
  })

  it('removes what is staged, and does not mind when nothing is', async () => {
    const staging = open()
    await staging.write('id', content())
    await staging.write('other', content())
    await staging.remove('id')
    await staging.remove('id')
    expect(await staging.find('id')).toBeUndefined()
    expect(await staging.find('other')).toBeDefined()
  })
})

describe('a staging directory after a crash (O09)', () => {
  const reopened = () => new StagingDirectory(directory)
  const files = async () => (await readdir(directory)).sort()

  it('finds a complete image again', async () => {
    await reopened().write('id', content())
    expect(await digestOf((await reopened().find('id'))!.content())).toBe(await digestOf(content()))
  })

  it.each([
    ['its data is shorter', () => truncate(path.join(directory, 'id'), MiB)],
    ['its data is gone', () => rm(path.join(directory, 'id'))],
    ['its list of runs was not written', () => rm(path.join(directory, 'id.runs'))],
    ['its list of runs is empty', () => truncate(path.join(directory, 'id.runs'), 0)],
    ['its list of runs was cut off', () => truncate(path.join(directory, 'id.runs'), 30)],
  ])('does not take an image for complete when %s', async (_, damage) => {
    await reopened().write('id', content())
    await damage()
    expect(await reopened().find('id')).toBeUndefined()
    await reopened().write('id', content())
    expect(await reopened().find('id')).toBeDefined()
  })

  it('removes what was being written when it died', async () => {
    await reopened().write('other', content())
    const before = await files()
    for (const name of ['id.partial', 'id.3.partial']) await writeFile(path.join(directory, name), 'half')
    expect(await reopened().find('id')).toBeUndefined()
    await reopened().remove('id')
    expect(await files()).toEqual(before)
  })

  it('takes no more disk than the data needs', async () => {
    const staging = reopened()
    await staging.write('id', [...runs(noise('a', 64 * KiB), 512 * MiB)])
    expect(await staging.usedBytes()).toBeLessThan(MiB)
  })
})
