import { describe, expect, test } from 'vitest'
import { ServedImage } from '#ceph-sim/nbd/served-image.ts'
import type { Rbd } from '#ceph-sim/rbd.ts'
import { KiB, MiB } from '#kernel/units/bytes.ts'
import { cookie, NbdTestClient, request, text, u16, u32, u64 } from '../../../support/nbd-client.ts'
import { openCluster } from '../../../support/test-cluster.ts'

const disk = { pool: 'vms', image: 'disk' }
const command = { read: 0, write: 1, disconnect: 2, flush: 3, trim: 4, cache: 5, writeZeroes: 6, blockStatus: 7 }
const flag = { fua: 1, noHole: 2, df: 4, reqOne: 8, fastZero: 16 }
const done = `6744669800000000${cookie}`
const failed = (error: number) => `67446698${u32(error)}${cookie}`
const chunk = (type: number, body: string, isLast = true) =>
  `668e33ef${isLast ? '0001' : '0000'}${u16(type)}${cookie}${u32(body.length / 2)}${body}`

/** The port alone: what another process would have. */
function portOnly(rbd: Rbd): Rbd {
  return new Proxy(rbd, {
    has: (target, name) => name !== 'directImage' && Reflect.has(target, name),
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

interface Options {
  readonly structured?: boolean
  readonly allocation?: boolean
  readonly isReadOnly?: boolean
  readonly sizeBytes?: number
  readonly around?: (rbd: Rbd) => Rbd
}

async function connected({ sizeBytes = 8 * MiB, isReadOnly = false, around = (rbd) => rbd, ...go }: Options = {}) {
  const { rbd } = await openCluster('dcn0')
  await rbd.createImage(disk, { sizeBytes })
  const image = new ServedImage(around(rbd), disk, { isReadOnly, owner: 'nbd:test' })
  const client = new NbdTestClient({ images: [image] })
  await client.go('vms/disk', go)
  /** Sends a request and reads as many bytes as the answer should have. */
  const ask = async (bytes: string, answer: string) => {
    client.send(bytes)
    expect(await client.receive(answer.length / 2)).toBe(answer)
  }
  const content = async (offset: number, lengthBytes: number) => {
    const bytes = Buffer.alloc(lengthBytes)
    for await (const piece of rbd.read(disk, { offset, lengthBytes })) {
      if (piece.kind === 'data') bytes.set(piece.bytes, piece.offset - offset)
    }
    return bytes
  }
  return { rbd, image, client, ask, content }
}

describe.each([
  { adapter: 'in process', around: (rbd: Rbd) => rbd },
  { adapter: 'over the port', around: portOnly },
])('requests on an image $adapter', ({ around }) => {
  test('what is written is read, by the client and by the cluster', async () => {
    const { ask, content } = await connected({ around })
    await ask(request(command.write, { offset: 4094, length: 4 }) + text('abcd'), done)
    await ask(request(command.read, { offset: 4092, length: 8 }), `${done}0000${text('abcd')}0000`)
    expect((await content(4094, 4)).toString()).toBe('abcd')
  })

  test('with structured replies a hole is told by its length, and data by chunks', async () => {
    const { ask, client } = await connected({ around, structured: true })
    await ask(request(command.read, { offset: MiB, length: MiB }), chunk(2, `${u64(MiB)}${u32(MiB)}`))
    client.send(request(command.write, { offset: MiB, length: 64 * KiB }))
    client.sendBytes(Buffer.alloc(64 * KiB, 7))
    expect(await client.receive(16)).toBe(done)
    const data = '07'.repeat(64 * KiB)
    const hole = (offset: number, isLast: boolean) => chunk(2, `${u64(offset)}${u32(128 * KiB)}`, isLast)
    await ask(
      request(command.read, { offset: MiB - 128 * KiB, length: 320 * KiB }),
      hole(MiB - 128 * KiB, false) + chunk(1, u64(MiB) + data, false) + hole(MiB + 64 * KiB, true),
    )
    const zeroes = '00'.repeat(128 * KiB)
    await ask(
      request(command.read, { offset: MiB - 128 * KiB, length: 320 * KiB, flags: flag.df }),
      chunk(1, u64(MiB - 128 * KiB) + zeroes + data + zeroes),
    )
    await ask(request(command.read, { offset: 0, length: 0 }), chunk(0, ''))
  })

  test('a simple answer has the zeros of its holes', async () => {
    const { ask } = await connected({ around })
    await ask(request(command.read, { offset: 0, length: 100_000 }), done + '00'.repeat(100_000))
  })

  test('status: holes, data, and one extent where one is enough', async () => {
    const { ask, rbd } = await connected({ around, structured: true, allocation: true })
    await rbd.write(disk, [{ kind: 'data', offset: 2 * MiB, bytes: Buffer.alloc(MiB, 1) }])
    const hole = (length: number) => u32(length) + u32(3)
    await ask(
      request(command.blockStatus, { offset: MiB, length: 4 * MiB }),
      chunk(5, u32(1) + hole(MiB) + u32(MiB) + u32(0) + hole(2 * MiB)),
    )
    await ask(
      request(command.blockStatus, { offset: MiB, length: 4 * MiB, flags: flag.reqOne }),
      chunk(5, u32(1) + hole(MiB)),
    )
    // What is known of the extents is not kept beyond a change.
    await ask(request(command.trim, { offset: 2 * MiB, length: MiB }), done)
    await ask(request(command.blockStatus, { offset: 0, length: 8 * MiB }), chunk(5, u32(1) + hole(8 * MiB)))
  })

  test('zeroes are exact, and keep their room only where they must', async () => {
    const { ask, client, rbd, content } = await connected({ around })
    client.send(request(command.write, { offset: 0, length: 4 * MiB }))
    client.sendBytes(Buffer.alloc(4 * MiB, 0xff))
    expect(await client.receive(16)).toBe(done)
    await ask(request(command.writeZeroes, { offset: 1001, length: 200_000, flags: flag.fastZero }), done)
    const bytes = await content(0, 300_000)
    expect(bytes.indexOf(0)).toBe(1001)
    expect(bytes.lastIndexOf(0)).toBe(201_000)
    await ask(request(command.writeZeroes, { offset: 4 * MiB, length: MiB, flags: flag.noHole | flag.fua }), done)
    await ask(request(command.writeZeroes, { offset: 6 * MiB, length: MiB }), done)
    const extents = await rbd.extents(disk)
    expect(extents.at(-1)).toEqual({ offset: expect.any(Number), lengthBytes: expect.any(Number) })
    const end = extents.at(-1)!
    expect(end.offset + end.lengthBytes).toBe(5 * MiB)
  })

  test('CACHE, FLUSH and FUA are answered', async () => {
    const { ask } = await connected({ around })
    await ask(request(command.cache, { offset: 0, length: MiB }), done)
    await ask(request(command.flush, {}), done)
    await ask(request(command.write, { length: 2, flags: flag.fua }) + text('ab'), done)
  })

  test('requests of one burst are all answered, each by its cookie', async () => {
    const { client } = await connected({ around })
    const names = Array.from({ length: 50 }, (_, i) => u64(i + 1))
    client.send(...names.map((name, i) => `${request(command.write, { name, offset: i * 4096, length: 1 })}aa`))
    const answers = Buffer.from(await client.receive(50 * 16), 'hex')
    const found = names.map((_, i) => answers.toString('hex', i * 16 + 8, i * 16 + 16))
    expect(found.sort()).toEqual(names)
  })

  test('the server waits for answers to be read before it takes more requests', async () => {
    let begun = 0
    const { rbd } = await openCluster('dcn0')
    await rbd.createImage(disk, { sizeBytes: 64 * MiB })
    const image = new ServedImage(around(rbd), disk, { isReadOnly: false, owner: 'nbd:test' })
    const read = image.read.bind(image)
    image.read = (offset, into) => {
      begun++
      return read(offset, into)
    }
    const client = new NbdTestClient({ images: [image] })
    await client.go('vms/disk')
    client.stop()
    for (let i = 0; i < 200; i++) client.send(request(command.read, { length: MiB }))
    await client.settled()
    expect(begun).toBeGreaterThan(0)
    expect(begun).toBeLessThanOrEqual(17)
    client.listen()
    for (let i = 0; i < 200; i++) await client.receive(16 + MiB)
    expect(begun).toBe(200)
  })
})

describe('requests that are refused', () => {
  test.each([
    ['a read past the end', request(command.read, { offset: 8 * MiB - 1, length: 2 }), 22],
    ['a read beyond all disks', request(command.read, { offset: Number.MAX_SAFE_INTEGER, length: 1 }), 22],
    ['a write past the end', `${request(command.write, { offset: 8 * MiB, length: 1 })}aa`, 28],
    ['zeroes past the end', request(command.writeZeroes, { offset: 0, length: 8 * MiB + 1 }), 28],
    ['a trim past the end', request(command.trim, { offset: 8 * MiB, length: 1 }), 22],
    ['a command that nobody knows', request(99, {}), 22],
    ['a flag that nobody knows', request(command.read, { length: 1, flags: 0x100 }), 22],
    ['a status without a context', request(command.blockStatus, { length: 1 }), 22],
    ['one piece without structured replies', request(command.read, { length: 1, flags: flag.df }), 22],
  ])('%s, and the next one is served', async (_, bytes, error) => {
    const { ask } = await connected()
    await ask(bytes, failed(error))
    await ask(request(command.read, { length: 2 }), `${done}0000`)
  })

  test('a read of more than 32 MiB', async () => {
    const { ask } = await connected({ sizeBytes: 64 * MiB })
    await ask(request(command.read, { length: 32 * MiB + 1 }), failed(22))
  })

  test('every change of a read-only export', async () => {
    const { ask, rbd } = await connected({ isReadOnly: true })
    expect((await rbd.info(disk)).watchers).toEqual([])
    await ask(`${request(command.write, { length: 1 })}aa`, failed(1))
    await ask(request(command.trim, { length: MiB }), failed(1))
    await ask(request(command.writeZeroes, { length: MiB }), failed(1))
    await ask(request(command.flush, {}), done)
    expect(await rbd.extents(disk)).toEqual([])
  })

  test('with structured replies an error says why', async () => {
    const { client } = await connected({ structured: true })
    client.send(request(command.read, { offset: 8 * MiB, length: 1 }))
    const head = Buffer.from(await client.receive(20), 'hex')
    expect(head.toString('hex', 0, 16)).toBe(`668e33ef00018001${cookie}`)
    const body = Buffer.from(await client.receive(head.readUInt32BE(16)), 'hex')
    expect(body.readUInt32BE(0)).toBe(22)
    expect(body.toString('utf8', 6)).toContain('past the end')
  })

  test('what the cluster refuses has its reason, and nothing is lost of the rest', async () => {
    const { ask, rbd } = await connected()
    await ask(`${request(command.write, { length: 1 })}aa`, done)
    await rbd.resize(disk, { sizeBytes: 4 * MiB, allowShrink: true })
    await ask(`${request(command.write, { offset: 6 * MiB, length: 1 })}aa`, failed(22))
    await ask(request(command.read, { offset: 6 * MiB, length: 1 }), failed(22))
    await rbd.detach(disk, { owner: 'nbd:test' })
    await ask(`${request(command.write, { length: 1 })}bb`, failed(108))
    await ask(request(command.read, { length: 1 }), `${done}aa`)
  })
})

describe('clients that mean no good', () => {
  test.each([
    ['no magic before a request', '00'.repeat(28)],
    ['a write of 4 GiB', request(command.write, { length: 0xffffffff })],
  ])('%s ends the connection', async (_, bytes) => {
    const { client, content } = await connected()
    client.send(bytes)
    await expect(client.served).rejects.toThrow('the client breaks the protocol')
    expect((await content(0, MiB)).every((byte) => byte === 0)).toBe(true)
  })

  test('half a write is no write', async () => {
    const { client, rbd } = await connected()
    client.send(request(command.write, { length: 64 * KiB }), 'aa'.repeat(1000))
    client.end()
    await client.served
    expect(await rbd.extents(disk)).toEqual([])
  })

  test('a write that arrives byte by byte is one write', async () => {
    const { client, content } = await connected()
    const bytes = request(command.write, { length: 5 }) + text('hello')
    for (let at = 0; at < bytes.length; at += 2) client.send(bytes.slice(at, at + 2))
    expect(await client.receive(16)).toBe(done)
    expect((await content(0, 5)).toString()).toBe('hello')
  })

  test('a client that takes its leave gets what it is owed first', async () => {
    const { client } = await connected()
    client.send(
      `${request(command.write, { length: 1 })}aa`,
      request(command.flush, {}),
      request(command.disconnect, {}),
    )
    expect((await client.rest()).length).toBe(2 * 32)
  })
})
