import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { encodeDiffHeader, encodeExtent } from '#cli/formats/rbd-diff.ts'
import { encodeDiffCount, encodeImageHeader } from '#cli/formats/rbd-image.ts'
import { KiB, MiB } from '#kernel/units/bytes.ts'
import { startTestCluster } from '../../support/memory-cluster.ts'
import { filled, image, readRuns, snapshot } from '../../support/rbd-bytes.ts'
import { rbdCommands } from '../../support/rbd-commands.ts'

async function rig() {
  const { cluster, rbd } = await startTestCluster()
  const cwd = await mkdtemp(path.join(tmpdir(), 'dcnsim-transfers-'))
  onTestFinished(() => rm(cwd, { recursive: true }))
  onTestFinished(() => cluster.stop())
  return { rbd, cwd, run: rbdCommands(rbd, cwd) }
}

const layout = { order: 22, features: 61, stripeUnitBytes: 4 * MiB, stripeCount: 1, metadata: new Map([['k', 'v']]) }
const end = Buffer.from('e')

/** An export of format 2 with these diffs, which are as broken as they may be. */
function imageStream(count: number, ...diffs: Buffer[]): Buffer {
  return Buffer.concat([encodeImageHeader(layout), encodeDiffCount(count), ...diffs])
}
function diff(header: Parameters<typeof encodeDiffHeader>[1], ...rest: Buffer[]): Buffer {
  return Buffer.concat([encodeDiffHeader(2, header), ...rest])
}
function write(offset: number, data: string, lengthBytes = data.length): Buffer {
  return Buffer.concat([encodeExtent(2, 'write', { offset, lengthBytes }), Buffer.from(data)])
}

describe('import of format 2', () => {
  test('makes the image with its layout, metadata and protected snapshots', async () => {
    const { run, rbd } = await rig()
    const first = diff({ toSnapshot: 's', protected: true, sizeBytes: 3 * MiB }, write(4096, 'abc'), end)
    const second = diff({ fromSnapshot: 's', sizeBytes: 5 * MiB }, write(MiB, 'x'), end)
    const { exit } = await run('import --export-format 2 - images/i', imageStream(2, first, second))
    expect(exit).toBe(0)
    expect(await rbd.info(image('images/i'))).toMatchObject({ sizeBytes: 5 * MiB, order: 22 })
    expect(await rbd.listSnapshots(image('images/i'))).toMatchObject([
      { name: 's', sizeBytes: 3 * MiB, protected: true },
    ])
    expect(await rbd.metadata.list(image('images/i'))).toEqual([{ key: 'k', value: 'v' }])
  })

  test.each<[string, Buffer, number, string]>([
    [
      'ends in its header',
      imageStream(0).subarray(0, 40),
      33,
      'rbd: failed to decode image option\nrbd: import header failed.\n',
    ],
    ['has no diffs', encodeImageHeader(layout), 33, 'rbd: failed to decode diff banner\nrbd: failed to import image\n'],
    ['promises more diffs', imageStream(2, diff({ sizeBytes: MiB }, end)), 33, 'rbd: failed to decode diff banner\n'],
    [
      'has a diff of version 1',
      imageStream(1, Buffer.from('rbd diff v1\ne')),
      22,
      'rbd: invalid or unexpected diff banner\n',
    ],
    [
      'breaks off in its data',
      imageStream(1, diff({ sizeBytes: MiB }, write(0, 'abc', 10))),
      33,
      'rbd: failed to decode write data\n',
    ],
    [
      'writes past the end',
      imageStream(1, diff({ sizeBytes: MiB }, write(2 * MiB, 'abc'), end)),
      22,
      'rbd: import-diff failed: (22)',
    ],
    [
      'is as large as a number can be',
      imageStream(1, diff({ sizeBytes: Number.MAX_SAFE_INTEGER }, end)),
      22,
      'rbd: import-diff failed: (22)',
    ],
    [
      'starts from a snapshot that it does not bring',
      imageStream(1, diff({ fromSnapshot: 's', sizeBytes: MiB }, end)),
      22,
      "start snapshot 's' does not exist in the image, aborting\n",
    ],
    [
      'asks for features that nobody knows',
      Buffer.concat([encodeImageHeader({ ...layout, features: 2 ** 40 })]),
      38,
      'rbd: image creation failed\n',
    ],
  ])('of a stream that %s leaves no image', async (_, stream, exitCode, text) => {
    const { run, rbd } = await rig()
    const { exit, stderr } = await run('import --export-format 2 - images/i', stream)
    expect(stderr).toContain(text)
    expect(exit).toBe(exitCode)
    expect(await rbd.listImages('images')).toEqual([])
  })

  test('that fails behind a snapshot leaves the image to that snapshot, as the real one does', async () => {
    const { run, rbd } = await rig()
    const twice = diff({ toSnapshot: 's', sizeBytes: MiB }, end)
    const { exit, stderr } = await run('import --export-format 2 - images/i', imageStream(2, twice, twice))
    expect(exit).toBe(17)
    expect(stderr).toContain("end snapshot 's' already exists, aborting\n")
    expect((await rbd.listSnapshots(image('images/i'))).map(({ name }) => name)).toEqual(['s'])
  })

  test('passes over tags that nobody knows', async () => {
    const { run, rbd } = await rig()
    const unknown = Buffer.concat([Buffer.from('q'), Buffer.from([4, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('1234')])
    const { exit, stderr } = await run(
      'import --export-format 2 - images/i --no-progress',
      imageStream(1, diff({ sizeBytes: MiB }, unknown, end)),
    )
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: 'unrecognized tag byte 113 in stream; skipping\n' })
    expect((await rbd.info(image('images/i'))).sizeBytes).toBe(MiB)
  })
})

describe('import-diff', () => {
  test('of a stream that breaks off is a bad message, and makes no snapshot', async () => {
    const { run, rbd } = await rig()
    await rbd.createImage(image('images/i'), { sizeBytes: MiB })
    const header = encodeDiffHeader(1, { toSnapshot: 's', sizeBytes: MiB })
    const { exit, stderr } = await run('import-diff - images/i --no-progress', header)
    expect({ exit, stderr }).toEqual({
      exit: 74,
      stderr: 'rbd: failed to decode tag\nrbd: import-diff failed: (74) Bad message\n',
    })
    expect(await rbd.listSnapshots(image('images/i'))).toEqual([])
  })

  test('gives the room of zeros back, those in its data too', async () => {
    const { run, rbd } = await rig()
    await rbd.createImage(image('images/i'), { sizeBytes: 8 * MiB })
    await rbd.write(image('images/i'), [filled(0, 8 * MiB, 1)])
    const extent = encodeExtent(1, 'write', { offset: 0, lengthBytes: 4 * MiB })
    const stream = Buffer.concat([
      encodeDiffHeader(1, { sizeBytes: 8 * MiB }),
      extent,
      Buffer.alloc(4 * MiB),
      encodeExtent(1, 'zero', { offset: 5 * MiB, lengthBytes: 3 * MiB }),
      end,
    ])
    expect((await run('import-diff - images/i', stream)).exit).toBe(0)
    expect(await readRuns(rbd, 'images/i')).toEqual(['0 4194304 0x00', '4194304 1048576 0x01', '5242880 3145728 0x00'])
    expect((await run('diff images/i')).stdout).toBe('Offset   Length   Type\n4194304  1048576  data\n')
  })
})

describe('import', () => {
  test('of a file that cannot be stored leaves no image', async () => {
    const { cluster } = await startTestCluster({ capacity: { osds: 1, osdSizeBytes: 512 * MiB, replicas: 1 } })
    onTestFinished(() => cluster.stop())
    const session = cluster.connect({ user: 'admin', key: cluster.identities.keyOf('client.admin') })
    const { exit, stderr } = await rbdCommands(session)('import - images/i', Buffer.alloc(600 * MiB, 1))
    expect(stderr).toContain('rbd: failed to import image\n')
    expect({ exit, images: await session.listImages('images') }).toEqual({ exit: 28, images: [] })
  })

  test('looks for zeros in steps of the sparse size; 0 stores them all', async () => {
    const { run, rbd } = await rig()
    const bytes = Buffer.alloc(64 * KiB)
    bytes[20 * KiB] = 1
    const stored = async (name: string) => (await rbd.extents(image(`images/${name}`))).map((run) => run.lengthBytes)
    await run('import - images/fine', bytes)
    await run('import --sparse-size 16K - images/coarse', bytes)
    await run('import --sparse-size 0 - images/whole', bytes)
    expect([await stored('fine'), await stored('coarse'), await stored('whole')]).toEqual([
      [4 * KiB],
      [16 * KiB],
      [64 * KiB],
    ])
  })
})

describe('export', () => {
  test('leaves holes in the file for objects that hold nothing but zeros', async () => {
    const { run, rbd, cwd } = await rig()
    await rbd.createImage(image('images/i'), { sizeBytes: 21 * MiB + 5 })
    await rbd.write(image('images/i'), [filled(5 * MiB, 10, 1), filled(12 * MiB, MiB, 0), filled(21 * MiB, 5, 2)])
    expect((await run('export images/i out --no-progress')).exit).toBe(0)
    const { size, blocks } = await stat(path.join(cwd, 'out'))
    expect(size).toBe(21 * MiB + 5)
    expect(blocks * 512).toBeLessThan(6 * MiB)
    const bytes = await readFile(path.join(cwd, 'out'))
    expect([bytes[5 * MiB], bytes[5 * MiB + 10], bytes[21 * MiB + 4]]).toEqual([1, 0, 2])
    expect(bytes.equals((await run('export images/i -')).bytes)).toBe(true)
  })

  test('of a diff that cannot be made leaves no file', async () => {
    const { run, rbd, cwd } = await rig()
    await rbd.createImage(image('images/i'), { sizeBytes: MiB })
    await rbd.createSnapshot(snapshot('images/i@s'))
    expect((await run('export-diff --from-snap none images/i@s out')).exit).toBe(2)
    expect(await readdir(cwd)).toEqual([])
  })

  test('of a diff says zeros where what exists holds nothing else', async () => {
    const { run, rbd } = await rig()
    await rbd.createImage(image('images/i'), { sizeBytes: MiB })
    await rbd.write(image('images/i'), [filled(0, 100, 0)])
    const { bytes } = await run('export-diff images/i -')
    expect(bytes.subarray(21).toString('latin1')).toBe(
      `${encodeExtent(1, 'zero', { offset: 0, lengthBytes: 100 }).toString('latin1')}e`,
    )
  })
})

test('merge-diff takes its first diff from a pipe, and makes its file only once', async () => {
  const { run, cwd } = await rig()
  const first = Buffer.concat([encodeDiffHeader(1, { toSnapshot: 'a', sizeBytes: 9 }), end])
  const second = Buffer.concat([encodeDiffHeader(1, { fromSnapshot: 'a', toSnapshot: 'b', sizeBytes: 9 }), end])
  await writeFile(path.join(cwd, 'second'), second)
  expect((await run('merge-diff - second out', first)).exit).toBe(0)
  expect(await readFile(path.join(cwd, 'out'))).toEqual(
    Buffer.concat([encodeDiffHeader(1, { toSnapshot: 'b', sizeBytes: 9 }), end]),
  )
  expect(await run('merge-diff - second out --no-progress', first)).toMatchObject({
    exit: 17,
    stderr: 'rbd: error create out\nrbd: merge-diff error\n',
  })
  expect((await run('merge-diff second', first)).exit).toBe(22)
})

test('du counts snapshots with their image when they are merged', async () => {
  const { run, rbd } = await rig()
  await rbd.createImage(image('images/i'), { sizeBytes: 16 * MiB })
  await rbd.write(image('images/i'), [filled(0, 10, 1)])
  await rbd.createSnapshot(snapshot('images/i@s'))
  await rbd.write(image('images/i'), [filled(4 * MiB, 10, 1)])
  expect((await run('du images/i --merge-snapshots')).stdout).toBe(
    'NAME     PROVISIONED  USED \ni             16 MiB  8 MiB\n<TOTAL>       16 MiB  8 MiB\n',
  )
  expect((await run('du images/i@s --from-snap s')).stdout).toBe('')
})
