import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUsualEnd } from '#ceph-sim/nbd/connection.ts'
import { ServedImage } from '#ceph-sim/nbd/served-image.ts'
import { KiB } from '#kernel/units/bytes.ts'
import { NbdTestClient, request, u64 } from '../../support/nbd-client.ts'
import { openCluster } from '../../support/test-cluster.ts'

const sizeBytes = 256 * KiB
const command = { read: 0, write: 1, disconnect: 2 }

/** Any request but a leave: sound ones, ones past the end, and ones with everything wrong but the magic. */
const anyRequest = fc.record({
  command: fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 0xffff })).filter((code) => code !== 2),
  flags: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 31 }), fc.integer({ min: 0, max: 0xffff })),
  offset: fc.oneof(fc.integer({ min: 0, max: sizeBytes }), fc.maxSafeNat()),
  length: fc.oneof(fc.integer({ min: 0, max: 64 * KiB }), fc.integer({ min: 0, max: 300 * KiB })),
  byte: fc.integer({ min: 0, max: 255 }),
})
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never

async function connected() {
  const { rbd } = await openCluster('dcn0')
  const disk = { pool: 'vms', image: 'disk' }
  await rbd.createImage(disk, { sizeBytes })
  const image = new ServedImage(rbd, disk, { isReadOnly: false, owner: 'nbd:test' })
  const client = new NbdTestClient({ images: [image] })
  await client.go('vms/disk')
  return { client, rbd, disk }
}

test('every request is answered once, one after the other as a plain disk would', async () => {
  const property = fc.asyncProperty(fc.array(anyRequest, { maxLength: 30 }), async (requests) => {
    const { client } = await connected()
    const model = Buffer.alloc(sizeBytes)
    for (const [index, each] of requests.entries()) {
      const { length } = each
      client.send(request(each.command, { ...each, name: u64(index + 1) }))
      if (each.command === command.write) client.sendBytes(Buffer.alloc(length, each.byte))
      const head = Buffer.from(await client.receive(16), 'hex')
      expect(head.readUInt32BE(0)).toBe(0x67446698)
      expect(head.readUInt32BE(12)).toBe(index + 1)
      if (head.readUInt32BE(4) === 0) await compare(client, model, each)
    }
    client.end()
    await client.served
  })
  await fc.assert(property, { numRuns: 150 })
})

/** What a request that was granted has read, or has done to the model. */
async function compare(client: NbdTestClient, model: Buffer, { command: code, offset, length, byte }: AnyRequest) {
  if (code === command.read) {
    const found = await client.receive(length)
    expect(found === model.toString('hex', offset, offset + length), `${length} bytes read at ${offset}`).toBe(true)
  }
  if (code === command.write) model.fill(byte, offset, offset + length)
  const trimmed = { from: Math.ceil(offset / (64 * KiB)), to: Math.floor((offset + length) / (64 * KiB)) }
  if (code === 4 && trimmed.from < trimmed.to) model.fill(0, trimmed.from * 64 * KiB, trimmed.to * 64 * KiB)
  if (code === 6) model.fill(0, offset, offset + length)
}

test('noise ends the connection, and touches nothing', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ minLength: 28, maxLength: 4096 }), async (noise) => {
    fc.pre(noise[0] !== 0x25)
    const { client, rbd, disk } = await connected()
    client.sendBytes(noise)
    client.end()
    await client.served.catch((thrown) => expect(isUsualEnd(thrown)).toBe(true))
    expect(await rbd.extents(disk)).toEqual([])
  })
  await fc.assert(property, { numRuns: 100 })
})
