import { describe, expect, test } from 'vitest'
import { CorruptError } from '#kernel/errors/domain-error.ts'
import { type Random, SeededRandom } from '#kernel/random/random.ts'
import { CrashDisk } from '../../support/crash-disk.ts'
import { connectAdmin } from '../../support/memory-cluster.ts'
import { filled, image } from '../../support/rbd-bytes.ts'
import { checkOn, clusterOn, contentsOf, livedOn, stateOn, storeDirectory } from '../../support/store-history.ts'

/**
 * A cluster with one of everything, damaged byte by byte. Opening it either refuses and names the file, or gives back
 * exactly what was there; what was never synced may be missing, from the end on. And `fsck` has something to say.
 */

type Damage = (content: Buffer, at: number, random: Random) => Buffer

const damages: Readonly<Record<string, Damage>> = {
  flipped: (content, at, random) => {
    const copy = Buffer.from(content)
    copy[at]! ^= 1 << random.integer(8)
    return copy
  },
  zeroed: (content, at, random) =>
    Buffer.from(content).fill(0, at, Math.min(content.length, at + 1 + random.integer(40))),
  truncated: (content, at) => content.subarray(0, at),
  duplicated: (content, at, random) => {
    const end = Math.min(content.length, at + 1 + random.integer(200))
    return Buffer.concat([content.subarray(0, end), content.subarray(at, end), content.subarray(end)])
  },
}
/** Files up to this length are damaged at every byte. */
const smallBytes = 200
const samples = 30

function placesIn(content: Buffer, random: Random): number[] {
  if (content.length <= smallBytes) return Array.from(content, (_, at) => at)
  const places = Array.from({ length: samples }, () => random.integer(content.length))
  return [...places, 0, content.length - 1, content.lastIndexOf('DCNR')].filter((at) => at >= 0)
}

function metadataFiles(disk: CrashDisk): string[] {
  return [...disk.names()].filter((name) => !name.endsWith('.data')).sort()
}

/** Damages one file in every way at every place. @param allowed - states that may come back */
async function damageEverywhere(original: CrashDisk, path: string, allowed: readonly (string | undefined)[]) {
  const content = original.contentOf(path)
  const outcomes = { refused: 0, recovered: 0 }
  for (const [kind, damage] of Object.entries(damages)) {
    const random = new SeededRandom(`${path} ${kind}`)
    for (const at of placesIn(content, random)) {
      const damaged = damage(content, at, random)
      if (damaged.equals(content)) continue
      const disk = original.copy(random)
      disk.put(path, damaged)
      const where = `${path} ${kind} at ${at}`
      const { findings } = await checkOn(disk.copy(random), { scrub: path.endsWith('.sums') })
      // Where records that were never synced end, nobody can tell.
      const isUntold = kind === 'truncated' && allowed.length > 1 && allowed.includes(stateOn(disk))
      if (!isUntold) expect(findings, `fsck of ${where}`).not.toEqual([])
      const { cluster } = clusterOn(disk)
      const failure = await cluster.start().then(
        () => undefined,
        (error: unknown) => error,
      )
      if (failure === undefined) {
        outcomes.recovered++
        cluster.audit()
        await cluster.stop()
        expect(allowed.includes(stateOn(disk)), `${where} opens as something else`).toBe(true)
      } else {
        outcomes.refused++
        expect(failure, where).toBeInstanceOf(CorruptError)
        expect(failure, where).toMatchObject({ details: { file: path, offset: expect.any(Number) } })
      }
    }
  }
  return outcomes
}

describe('damaged metadata is refused, or recovered exactly (INV01, INV03, INV10, INV11)', () => {
  test.each([
    ['compacted', 2 ** 14],
    ['not compacted', 2 ** 25],
  ])('of a cluster that was stopped, %s', async (_, compactAtBytes) => {
    const disk = new CrashDisk(new SeededRandom('stopped'))
    await livedOn(disk, 'stopped', compactAtBytes)
    const state = stateOn(disk)
    expect(state).toBeTruthy()
    for (const path of metadataFiles(disk)) {
      const { refused, recovered } = await damageEverywhere(disk, path, [state])
      // Checksums of data are read by a scrub alone.
      if (path.endsWith('.sums')) expect(refused).toBe(0)
      else expect(refused, path).toBeGreaterThan(recovered)
    }
  })

  test('of a cluster that was killed with writes that nobody had synced', async () => {
    const disk = new CrashDisk(new SeededRandom('killed'))
    const { rbd } = await livedOn(disk, 'killed')
    const states = [stateOn(disk)]
    for (const n of [1, 2, 3]) {
      await rbd.write(image('backups/copy'), [filled(n * 16384, 5000, 100 + n)])
      states.push(stateOn(disk))
    }
    expect(new Set(states).size).toBe(4)
    const synced = disk.copy(new SeededRandom('killed'))
    for (const path of metadataFiles(synced)) await damageEverywhere(synced, path, states)
  })

  test('a file that is gone is named', async () => {
    const original = new CrashDisk(new SeededRandom('gone'))
    await livedOn(original, 'stopped', 2 ** 14)
    for (const path of [...original.names()].filter((name) => !name.endsWith('.sums'))) {
      const disk = original.copy(new SeededRandom(path))
      disk.startProcess().fileSystem.remove(path)
      const { findings } = await checkOn(disk.copy(new SeededRandom(path)))
      expect(findings).toContainEqual(
        expect.objectContaining({ kind: 'damage', file: path.slice(storeDirectory.length + 1) }),
      )
      await expect(clusterOn(disk).cluster.start()).rejects.toMatchObject({ code: 'corrupt', details: { file: path } })
    }
  })
})

describe('damaged data', () => {
  test('is found by a scrub, which tells whose it is', async () => {
    const original = new CrashDisk(new SeededRandom('data'))
    const { contents } = await livedOn(original, 'stopped')
    const random = new SeededRandom('data')
    expect((await checkOn(original.copy(random), { scrub: true })).findings).toEqual([])
    const files = [...original.names()].filter((name) => name.endsWith('.data'))
    let shown = 0
    for (let trial = 0; trial < 100; trial++) {
      const path = files[random.integer(files.length)]!
      const at = random.integer(original.contentOf(path).length)
      const disk = original.copy(random)
      disk.corrupt(path, at, Buffer.from([original.contentOf(path)[at]! ^ (1 + random.integer(255))]))
      const report = await checkOn(disk.copy(random), { scrub: true })
      const { cluster } = clusterOn(disk)
      await cluster.start()
      const changed = [...(await contentsOf(connectAdmin(cluster)))].filter(
        ([name, bytes]) => !bytes.equals(contents.get(name)!),
      )
      if (changed.length > 0) expect(report.findings, `byte ${at} of ${path}`).toHaveLength(1)
      const named = new Map(report.findings[0]?.images?.map(({ image: name, ranges }) => [name, ranges]))
      for (const [name, bytes] of changed) {
        shown++
        const offset = bytes.findIndex((byte, i) => byte !== contents.get(name)![i])
        const hit = named
          .get(name)
          ?.some((range) => range.offset <= offset && offset < range.offset + range.lengthBytes)
        expect(hit, `${name} shows byte ${at} of ${path}`).toBe(true)
      }
    }
    expect(shown).toBeGreaterThan(60)
  })

  test.each(['killed', 'power failed'])('is not seen where bytes were being replaced: %s', async (end) => {
    const original = new CrashDisk(new SeededRandom('replaced'))
    await livedOn(original, 'stopped')
    let unverified = 0
    for (let seed = 0; seed < 100; seed++) {
      const random = new SeededRandom(`${end} ${seed}`)
      const disk = original.copy(random)
      const { cluster } = clusterOn(disk)
      await cluster.start()
      const rbd = connectAdmin(cluster)
      for (const byte of [1, 2, 3]) {
        const [offset, lengthBytes] = [random.integer(20 * 1024), 1 + random.integer(9000)]
        await rbd.write(image('backups/moved'), [filled(offset, lengthBytes, byte)])
      }
      if (end === 'power failed') disk.powerFailure()
      const first = await checkOn(disk.copy(random), { scrub: true })
      expect(first.findings.filter(({ kind }) => kind === 'damage')).toEqual([])
      unverified += first.scrubbed!.unverifiedBytes
      const again = clusterOn(disk).cluster
      await again.start()
      await again.stop()
      const { findings } = await checkOn(disk, { scrub: true })
      expect(findings.filter(({ kind }) => kind !== 'unverified')).toEqual([])
    }
    expect(unverified).toBeGreaterThan(0)
  })
})
