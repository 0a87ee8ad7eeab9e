import { describe, expect, test } from 'vitest'
import type { Exports } from '#ceph-sim/nbd/negotiation.ts'
import { ServedImage } from '#ceph-sim/nbd/served-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { NbdTestClient, optionBytes, optionReplyBytes, text, u32 } from '../../../support/nbd-client.ts'
import { openCluster } from '../../../support/test-cluster.ts'

const greeting = `${text('NBDMAGICIHAVEOPT')}0003`
const error = { unsupported: 0x80000001, policy: 0x80000002, invalid: 0x80000003, tls: 0x80000005, unknown: 0x80000006 }
const nameOf = (spec: string) => `${u32(spec.length)}${text(spec)}`
/** Flags of a writable export without structured replies: all that there is but DF. */
const writable = '0d6d'

async function exports({ names = ['disk'] }: { names?: readonly string[] } = {}): Promise<Exports> {
  const { rbd } = await openCluster('dcn0')
  for (const image of names) await rbd.createImage({ pool: 'vms', image }, { sizeBytes: 4 * MiB })
  return {
    images: names.map(
      (image) => new ServedImage(rbd, { pool: 'vms', image }, { isReadOnly: false, owner: 'nbd:test' }),
    ),
  }
}

async function client(offered: Exports, flags = '00000003'): Promise<NbdTestClient> {
  const opened = new NbdTestClient(offered)
  expect(await opened.receive(18)).toBe(greeting)
  opened.send(flags)
  return opened
}

/** What an option is answered with: everything up to the first final reply. */
async function answer(to: NbdTestClient, number: number, data = ''): Promise<string> {
  to.send(optionBytes(number, data))
  let all = ''
  for (;;) {
    const head = await to.receive(20)
    const bytes = Buffer.from(head, 'hex')
    const body = await to.receive(bytes.readUInt32BE(16))
    const type = bytes.readUInt32BE(12)
    // The texts of errors are for people.
    if (type >= 2 ** 31) return `${all}${head.slice(0, 32)}`
    all += head + body
    if (type === 1) return all
  }
}
const refusal = (number: number, type: number) => optionReplyBytes(number, type).slice(0, 32)

describe('the handshake', () => {
  test('LIST names every export', async () => {
    const to = await client(await exports({ names: ['a', 'b'] }))
    expect(await answer(to, 3)).toBe(
      optionReplyBytes(3, 2, nameOf('vms/a')) + optionReplyBytes(3, 2, nameOf('vms/b')) + optionReplyBytes(3, 1),
    )
    expect(await answer(to, 3, 'ff')).toBe(refusal(3, error.invalid))
  })

  test('INFO tells size, flags, name and block sizes, and leaves the choice open', async () => {
    const to = await client(await exports())
    expect(await answer(to, 6, `${nameOf('vms/disk')}000200010003`)).toBe(
      optionReplyBytes(6, 3, `0000${'0000000000400000'}${writable}`) +
        optionReplyBytes(6, 3, `0001${text('vms/disk')}`) +
        optionReplyBytes(6, 3, `0003${u32(1)}${u32(4096)}${u32(32 * MiB)}`) +
        optionReplyBytes(6, 1),
    )
    expect(await answer(to, 7, `${nameOf('vms/disk')}0000`)).toBe(
      optionReplyBytes(7, 3, `0000${'0000000000400000'}${writable}`) + optionReplyBytes(7, 1),
    )
  })

  test('the empty name is the only export, and nothing where there are more', async () => {
    expect(await answer(await client(await exports()), 7, '000000000000')).toContain(optionReplyBytes(7, 1))
    const two = await client(await exports({ names: ['a', 'b'] }))
    expect(await answer(two, 7, '000000000000')).toBe(refusal(7, error.unknown))
  })

  test('EXPORT_NAME goes straight on, with zeroes for a client that wants them', async () => {
    const offered = await exports()
    const modern = await client(offered)
    modern.send(optionBytes(1, text('vms/disk')))
    expect(await modern.receive(10)).toBe(`0000000000400000${writable}`)
    const old = await client(offered, '00000001')
    old.send(optionBytes(1, text('vms/disk')))
    expect(await old.receive(134)).toBe(`0000000000400000${writable}${'00'.repeat(124)}`)
    const lost = await client(offered)
    lost.send(optionBytes(1, text('vms/other')))
    expect(await lost.rest()).toBe('')
  })

  test('what is not known is refused, and the talk goes on', async () => {
    const to = await client(await exports())
    expect(await answer(to, 11)).toBe(refusal(11, error.unsupported))
    expect(await answer(to, 5)).toBe(refusal(5, error.policy))
    expect(await answer(to, 7, `${nameOf('vms/other')}0000`)).toBe(refusal(7, error.unknown))
    expect(await answer(to, 7, `${nameOf('vms/disk')}00`)).toBe(refusal(7, error.invalid))
    expect(await answer(to, 2)).toBe(optionReplyBytes(2, 1))
    expect(await to.rest()).toBe('')
  })

  test('an image that somebody else has open is refused with a reason', async () => {
    const { rbd } = await openCluster('dcn0')
    const disk = { pool: 'vms', image: 'disk' }
    await rbd.createImage(disk, { sizeBytes: MiB })
    await rbd.attach(disk, { owner: 'a guest' })
    const image = new ServedImage(rbd, disk, { isReadOnly: false, owner: 'nbd:test' })
    const to = await client({ images: [image] })
    expect(await answer(to, 7, `${nameOf('vms/disk')}0000`)).toBe(refusal(7, error.policy))
    const reading = new ServedImage(rbd, disk, { isReadOnly: true, owner: 'nbd:test' })
    const other = await client({ images: [reading] })
    expect(await answer(other, 7, `${nameOf('vms/disk')}0000`)).toContain(`${'0000000000100000'}050f`)
  })

  test('contexts are listed to all, and chosen after structured replies alone', async () => {
    const to = await client(await exports())
    const query = `00000001${u32(15)}${text('base:allocation')}`
    const listed = optionReplyBytes(9, 4, `00000000${text('base:allocation')}`) + optionReplyBytes(9, 1)
    expect(await answer(to, 9, `${nameOf('vms/disk')}00000000`)).toBe(listed)
    expect(await answer(to, 9, `${nameOf('vms/disk')}00000001${u32(5)}${text('base:')}`)).toBe(listed)
    expect(await answer(to, 9, `${nameOf('vms/disk')}00000001${u32(5)}${text('qemu:')}`)).toBe(optionReplyBytes(9, 1))
    expect(await answer(to, 10, `${nameOf('vms/disk')}${query}`)).toBe(refusal(10, error.invalid))
    expect(await answer(to, 8)).toBe(optionReplyBytes(8, 1))
    expect(await answer(to, 10, `${nameOf('vms/disk')}${query}`)).toBe(
      optionReplyBytes(10, 4, `00000001${text('base:allocation')}`) + optionReplyBytes(10, 1),
    )
    // With structured replies a read may be asked for in one piece.
    expect(await answer(to, 7, `${nameOf('vms/disk')}0000`)).toContain('0ded')
  })

  test('where TLS is required nothing else comes first', async () => {
    const to = await client({ ...(await exports()), startTls: async () => {} })
    expect(await answer(to, 3)).toBe(refusal(3, error.tls))
    expect(await answer(to, 7, `${nameOf('vms/disk')}0000`)).toBe(refusal(7, error.tls))
    expect(await answer(to, 5)).toBe(optionReplyBytes(5, 1))
    expect(await answer(to, 3)).toBe(optionReplyBytes(3, 2, nameOf('vms/disk')) + optionReplyBytes(3, 1))
  })
})

describe('clients that mean no good', () => {
  test.each([
    ['flags that nobody knows', '80000003'],
    ['no magic before an option', `00000003${'00'.repeat(16)}`],
    ['an option of 4 GiB', `0000000349484156454f505400000003ffffffff`],
    ['an option of 1 MiB', `0000000349484156454f50540000000700100000`],
    ['options without end', `00000003${optionBytes(3).repeat(500)}`],
  ])('%s end the connection', async (_, bytes) => {
    const to = new NbdTestClient(await exports())
    await to.receive(18)
    to.send(bytes)
    await expect(to.served).rejects.toThrow('the client breaks the protocol')
  })

  test('plain text behind STARTTLS is not taken for the secured client', async () => {
    const to = await client({ ...(await exports()), startTls: async () => {} })
    to.send(optionBytes(5), optionBytes(3))
    await expect(to.served).rejects.toThrow('the client breaks the protocol')
  })

  test.each([
    ['before its flags', ''],
    ['in the middle of an option', `00000003${optionBytes(7, '00'.repeat(20)).slice(0, 40)}`],
  ])('a client that goes away %s is forgotten', async (_, bytes) => {
    const to = new NbdTestClient(await exports())
    await to.receive(18)
    to.send(bytes)
    to.destroy()
    await expect(to.served).rejects.toThrow('the connection has ended')
  })
})
