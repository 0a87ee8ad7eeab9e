import { readdirSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeDemoImage } from '#cli/demo-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import { qcow2Of, randomDisk } from '../support/disk-images.ts'
import { dcnsim, eventually, type LiveDcn, property, Scratch, startDcn, stores, topology } from '../support/live-dcn.ts'

/** Raw capacity of 3 x 200 MiB holds a little less than 200 MiB of images. */
const text = topology({ edges: ['dcn0'], osdSize: '200MiB' })
const disk = randomDisk('hostile', 4 * MiB)
let dcn: LiveDcn
let good: Buffer
let empty: readonly number[]

beforeAll(async () => {
  good = await qcow2Of(disk)
  dcn = await startDcn({ topology: text, speed: 50 })
  empty = await used()
})
afterAll(() => dcn[Symbol.asyncDispose]())

/** A qcow2 file with other bytes in its header. */
function damaged(change: (file: Buffer) => void): Buffer {
  const file = Buffer.from(good)
  change(file)
  return file
}

/** A small file that says that it is a disk of so many bytes, all zeros. */
async function hollow(sizeBytes: number): Promise<Buffer> {
  let file = Buffer.alloc(0)
  const write = async (offset: number, bytes: Uint8Array) => {
    file = Buffer.concat([file, Buffer.alloc(Math.max(0, offset + bytes.byteLength - file.byteLength))])
    file.set(bytes, offset)
  }
  const { fileBytes } = await writeQcow2({ write }, [], { virtualSizeBytes: sizeBytes })
  return file.subarray(0, fileBytes)
}

/** Offsets in QEMU's docs/interop/qcow2.txt: 8 backing file, 20 its length, 24 size, 40 L1 table, 72 features. */
const hostile: readonly {
  readonly name: string
  readonly file: () => Buffer | Promise<Buffer>
  readonly reason: string
}[] = [
  {
    name: 'a backing file',
    file: () =>
      damaged((file) => {
        file.write('/etc/passwd', 512)
        file.writeBigUInt64BE(512n, 8)
        file.writeUInt32BE(11, 16)
      }),
    reason: 'QCOW images with backing files are not allowed',
  },
  {
    name: 'a data file',
    file: () => damaged((file) => file.writeBigUInt64BE(4n, 72)),
    reason: 'QCOW images with data-file set are not allowed',
  },
  { name: 'a wrong magic', file: () => damaged((file) => file.write('QFX')), reason: 'Image format mismatch' },
  { name: 'an absurd size', file: () => damaged((file) => file.writeBigUInt64BE(2n ** 62n, 24)), reason: 'too big' },
  {
    name: 'a size beyond image_size_cap',
    file: () => hollow(2 ** 44),
    reason: 'Denying attempt to upload image larger than 1099511627776 bytes',
  },
  {
    name: 'an L1 table past its end',
    file: () => damaged((file) => file.writeBigUInt64BE(2n ** 50n, 40)),
    reason: 'past the end',
  },
  { name: 'its second half missing', file: () => good.subarray(0, good.byteLength / 2), reason: 'past the end' },
  { name: 'nothing in it', file: () => Buffer.alloc(0), reason: 'Image format mismatch' },
]

const broken: readonly { readonly name: string; readonly answer: RequestListener; readonly reason: string }[] = [
  {
    name: 'dies half-way',
    answer: (_, response) => {
      response.writeHead(200, { 'content-length': good.byteLength })
      response.write(good.subarray(0, good.byteLength / 2), () => response.destroy())
    },
    reason: 'broke off after',
  },
  { name: 'has no such file', answer: (_, response) => response.writeHead(404).end('no'), reason: 'answers 404' },
  {
    name: 'does not say how long the file is',
    answer: (_, response) => response.writeHead(200, { 'transfer-encoding': 'chunked' }).end(good),
    reason: 'does not say how long it is',
  },
]

/** Serves one answer, on a port that is closed when it is left. */
async function serve(answer: RequestListener) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/disk.qcow2`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const sending =
  (file: Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-length': file.byteLength }).end(file)
  }

async function importFrom(url: string, name: string): Promise<string> {
  await dcn.ok(
    ...['glance', 'image-create-via-import', '--disk-format', 'qcow2', '--container-format', 'bare', '--name', name],
    ...['--import-method', 'web-download', '--uri', url, '--stores', 'central,dcn0'],
  )
  return (await dcn.image(name)).id
}

const storedImages = async () => [
  ...(await (await dcn.cluster('central')).listImages('images')),
  ...(await (await dcn.cluster('dcn0')).listImages('images')),
]

const used = async () => [await usedBytes('central'), await usedBytes('dcn0')]
const usedBytes = async (site: string) => (await (await dcn.cluster(site)).df()).usedBytes

describe('an import of a file with', () => {
  test.each(hostile)('$name fails (O28), stores nothing, and can be deleted', async ({ name, file, reason }) => {
    await using server = await serve(sending(await file()))
    const before = await storedImages()
    const id = await importFrom(server.url, name)
    const image = await dcn.importOver(id)
    expect(image).toMatchObject({ locations: [] })
    expect(['importing', 'queued']).toContain(image.status)
    expect(await dcn.cloud.images.listTasks(id)).toMatchObject([{ status: 'failure' }])
    const logged = (await dcn.ok('logs', 'central')).split('\n').filter((line) => line.includes(id))
    expect(logged.join('\n')).toContain(reason)
    expect(await storedImages()).toEqual(before)
    await dcn.ok('glance', 'image-delete', id)
    expect(readdirSync(dcn.state.staging)).toEqual([])
  })
})

describe('a web server that', () => {
  test.each(broken)(
    '$name: the image is queued again (O25), with both stores as failed',
    async ({ name, answer, reason }) => {
      await using server = await serve(answer)
      const id = await importFrom(server.url, name)
      const image = await dcn.importOver(id)
      expect(image).toMatchObject({ status: 'queued', locations: [] })
      expect(property(image, 'os_glance_failed_import')).toBe('central,dcn0')
      expect(await dcn.ok('logs', 'central')).toContain(reason)
      await dcn.ok('glance', 'image-delete', id)
    },
  )

  test('is not there at all: the same', async () => {
    const server = await serve(sending(good))
    await server[Symbol.asyncDispose]()
    const id = await importFrom(server.url, 'refused')
    expect(await dcn.importOver(id)).toMatchObject({ status: 'queued', locations: [] })
    await dcn.ok('glance', 'image-delete', id)
  })
})

test('after all of this a sound image is imported into both stores', async () => {
  await using server = await serve(sending(good))
  const id = await importFrom(server.url, 'sound')
  const image = await dcn.importOver(id)
  expect(image).toMatchObject({ status: 'active', diskFormat: 'raw', sizeBytes: disk.byteLength })
  expect(stores(image)).toEqual(['central', 'dcn0'])
  for (const store of stores(image)) expect(await dcn.storedHash(id, store)).toBe(image.osHashValue)
  await dcn.ok('glance', 'image-delete', id)
})

describe('a pool that is full', () => {
  const raw = async (name: string, mib: number) => {
    const path = dcn.scratch.file(`work/${name}.raw`)
    const sizes = { virtualSizeBytes: mib * MiB, allocatedBytes: mib * MiB }
    await writeDemoImage({ path, format: 'raw', ...sizes, contentSeed: name })
    return path
  }

  test('refuses an upload (O20), keeps nothing of it, and all that it had', async () => {
    const kept = await dcn.upload('kept', await raw('kept', 16))
    const before = await usedBytes('central')
    const { exit, stderr } = await dcn.cli(
      ...['glance', 'image-create', '--disk-format', 'raw', '--container-format', 'bare', '--name', 'too-big'],
      ...['--file', await raw('too-big', 224)],
    )
    expect(exit).toBe(1)
    expect(stderr).toMatch(/insufficient space|Image storage media is full/)
    const refused = await dcn.image('too-big')
    expect(refused).toMatchObject({ locations: [] })
    expect(refused.status).not.toBe('active')
    expect(await (await dcn.cluster('central')).listImages('images')).toEqual([kept.id])
    expect(await usedBytes('central')).toBe(before)
    expect(await dcn.storedHash(kept.id, 'central')).toBe(kept.osHashValue)
    await dcn.ok('glance', 'image-delete', refused.id)
    const again = await dcn.upload('fits', await raw('fits', 32))
    expect(await dcn.storedHash(again.id, 'central')).toBe(again.osHashValue)
    await dcn.ok('glance', 'image-delete', again.id, kept.id)
  })

  test('at an edge fails a copy, which can be made when there is room', async () => {
    const { id, osHashValue } = await dcn.upload('big', await raw('big', 64))
    await dcn.ok('rbd', '--cluster', 'dcn0', '-p', 'volumes', 'import', await raw('filler', 150), 'filler')
    const before = await usedBytes('dcn0')
    expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
    const failed = await dcn.importOver(id)
    expect(stores(failed)).toEqual(['central'])
    expect(property(failed, 'os_glance_failed_import')).toBe('dcn0')
    expect(failed).toMatchObject({ status: 'active', osHashValue })
    expect(await (await dcn.cluster('dcn0')).listImages('images')).toEqual([])
    expect(await usedBytes('dcn0')).toBe(before)
    await dcn.ok('rbd', '--cluster', 'dcn0', '-p', 'volumes', 'rm', 'filler')
    expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
    expect(stores(await dcn.importOver(id))).toEqual(['central', 'dcn0'])
    expect(await dcn.storedHash(id, 'dcn0')).toBe(osHashValue)
    await dcn.ok('glance', 'image-delete', id)
  })
})

describe('what does not exist is named, and nothing is made', () => {
  test.each([
    {
      line: 'glance image-create --disk-format raw --container-format bare --name x --file FILE --store dcn9',
      text: "'dcn9' is not valid",
    },
    {
      line: 'glance image-create-via-import --disk-format raw --container-format bare --name x --import-method web-download --uri http://127.0.0.1:9/x --stores central,dcn9',
      text: "'dcn9' is not valid",
    },
    {
      line: 'glance image-create --disk-format raw --container-format bare --name x --file no-such-file',
      text: 'no-such-file',
    },
    {
      line: 'openstack volume create --size 1 --availability-zone dcn9 x',
      text: "Availability zone 'dcn9' is invalid",
    },
    {
      line: 'openstack server create --flavor tiny --network dcn0-network --availability-zone dcn9 --image FILE x',
      text: 'No image found|No Image found|could not be found',
    },
    { line: 'rbd --cluster dcn9 -p images ls', text: 'dcn9' },
    { line: 'link down dcn9', text: 'dcn9' },
  ])('$line', async ({ line, text: wanted }) => {
    writeFileSync(dcn.scratch.file('work/small.raw'), disk)
    const before = [await dcn.cloud.images.list(), await dcn.cloud.volumes.list(), await dcn.cloud.servers.list()]
    const { exit, stderr } = await dcn.cli(...line.replace('FILE', 'small.raw').split(' '))
    expect(exit).toBeGreaterThan(0)
    expect(stderr).toMatch(new RegExp(wanted))
    expect([await dcn.cloud.images.list(), await dcn.cloud.volumes.list(), await dcn.cloud.servers.list()]).toEqual(
      before,
    )
  })
})

describe('dcnsim demo --image', () => {
  test.each([
    ...hostile.filter(({ name }) => name === 'a backing file' || name === 'a data file'),
    { name: 'nothing in it', file: () => Buffer.alloc(0), reason: 'is empty' },
    {
      name: 'a size beyond the clusters',
      file: () => damaged((file) => file.writeBigUInt64BE(2n ** 50n, 24)),
      reason: 'more than the clusters hold',
    },
  ])('refuses a file with $name before anything is started', async ({ file, reason }) => {
    using scratch = new Scratch()
    const path = scratch.file('image.qcow2', await file())
    const { exit, stderr, stdout } = await dcnsim(['demo', '--image', path], { env: { TMPDIR: scratch.path } })
    expect(exit).toBe(2)
    expect(stderr).toContain(reason)
    expect(stdout).toBe('')
    expect(readdirSync(scratch.path)).toEqual(['image.qcow2'])
  })

  test('refuses one that does not exist', async () => {
    const { exit, stderr } = await dcnsim(['demo', '--image', 'no-such-image.qcow2'])
    expect(exit).toBe(2)
    expect(stderr).toContain('no-such-image.qcow2: cannot be read')
  })
})

test('the hub has lived through all of it, and holds nothing', async () => {
  const status = JSON.parse(await dcn.ok('status', '--json'))
  expect(status.processes.every(({ running }: { running: boolean }) => running)).toBe(true)
  await eventually('empty pools', async () => ((await storedImages()).length === 0 ? true : undefined))
  expect(await used()).toEqual(empty)
})
