import { describe, expect, test } from 'vitest'
import { ByteQueue } from '#ceph-sim/nbd/byte-queue.ts'
import { formatNbdAddress, nbdUri, parseNbdAddress } from '#ceph-sim/nbd/nbd-address.ts'
import { nbdFailureOf } from '#ceph-sim/nbd/nbd-error.ts'
import {
  decodeInfoRequest,
  decodeMetaContextRequest,
  decodeOptionHeader,
  encodeExportNameReply,
  encodeGreeting,
} from '#ceph-sim/nbd/option-codec.ts'
import {
  decodeRequest,
  writeDataChunk,
  writeErrorChunk,
  writeHoleChunk,
  writeSimpleReply,
  writeStatusChunk,
} from '#ceph-sim/nbd/transmission-codec.ts'
import { ConflictError, domainCodes, domainError, NoSpaceError } from '#kernel/errors/domain-error.ts'
import { cookie, hex, optionBytes, request, text, u32 } from '../../../support/nbd-client.ts'

const name = { high: 0x01020304, low: 0x05060708 }
const written = (lengthBytes: number, write: (into: Buffer) => number) => {
  const into = Buffer.alloc(lengthBytes + 8)
  return into.toString('hex', 0, write(into))
}

describe('requests and answers, byte by byte', () => {
  test('a request is read from where it stands, beyond 4 GiB too', () => {
    const bytes = hex('ffff', request(1, { offset: 0x1_0000_0001, length: 0x1000, flags: 1 }))
    expect(decodeRequest(bytes, 2)).toEqual({
      ...{ flags: 1, command: 1, ...name },
      ...{ offset: 0x1_0000_0001, lengthBytes: 4096 },
    })
    expect(decodeRequest(bytes, 0)).toBeUndefined()
  })

  test('a simple answer carries the error and the cookie', () => {
    expect(written(16, (into) => writeSimpleReply(into, 0, name, 22))).toBe(`6744669800000016${cookie}`)
  })

  test('chunks of data, holes, status and errors', () => {
    const at = { offset: 0x1_0000_0200, lengthBytes: 512, isLast: true }
    expect(written(28, (into) => writeDataChunk(into, 0, name, at))).toBe(
      `668e33ef00010001${cookie}00000208 0000000100000200`.replaceAll(' ', ''),
    )
    expect(written(32, (into) => writeHoleChunk(into, 0, name, { ...at, isLast: false }))).toBe(
      `668e33ef00000002${cookie}0000000c 0000000100000200 00000200`.replaceAll(' ', ''),
    )
    const runs = [
      { lengthBytes: 4096, flags: 0 },
      { lengthBytes: 8192, flags: 3 },
    ]
    expect(written(40, (into) => writeStatusChunk(into, 0, name, { contextId: 1, runs }))).toBe(
      `668e33ef00010005${cookie}00000014 00000001 00001000 00000000 00002000 00000003`.replaceAll(' ', ''),
    )
    expect(written(30, (into) => writeErrorChunk(into, 0, name, 28, Buffer.from('full')))).toBe(
      `668e33ef00018001${cookie}0000000a 0000001c 0004 ${text('full')}`.replaceAll(' ', ''),
    )
  })
})

describe('options, byte by byte', () => {
  test('the greeting says fixed newstyle and that zeroes may be left out', () => {
    expect(encodeGreeting().toString('hex')).toBe(`${text('NBDMAGICIHAVEOPT')}0003`)
  })

  test('an option begins with its magic', () => {
    expect(decodeOptionHeader(hex(optionBytes(7, 'aabbcc')))).toEqual({ number: 7, lengthBytes: 3 })
    expect(decodeOptionHeader(hex('00'.repeat(16)))).toBeUndefined()
  })

  test('the oldest answer is padded for clients that want it so', () => {
    expect(encodeExportNameReply(2 ** 33, 0x16d, { withZeroes: false }).toString('hex')).toBe('0000000200000000016d')
    expect(encodeExportNameReply(512, 1, { withZeroes: true })).toHaveLength(134)
  })

  test('GO names an export and what it wants to know', () => {
    expect(decodeInfoRequest(hex('00000003', text('a/b'), '0002', '0001', '0003'))).toEqual({
      name: 'a/b',
      infos: [1, 3],
    })
  })

  test.each([
    ['nothing', ''],
    ['a name longer than the data', `${u32(100)}${text('a/b')}0000`],
    ['a name of 4 GiB', `ffffffff${text('a/b')}0000`],
    ['more infos than there are', `00000003${text('a/b')}00020001`],
    ['bytes behind the end', `00000003${text('a/b')}000000`],
  ])('GO with %s is not of the form', (_, data) => {
    expect(decodeInfoRequest(hex(data))).toBeUndefined()
  })

  test.each([
    ['four billion queries', `00000001${text('a')}ffffffff`],
    ['a query longer than the data', `00000001${text('a')}00000001000000ff${text('base:')}`],
    ['no count', `00000001${text('a')}`],
  ])('a metadata context with %s is not of the form', (_, data) => {
    expect(decodeMetaContextRequest(hex(data))).toBeUndefined()
  })
})

describe('bytes that arrive in pieces', () => {
  test('are a view where they lie in one piece, and joined where they do not', () => {
    const queue = new ByteQueue()
    const first = hex('01020304')
    queue.push(first)
    queue.push(hex('0506'))
    queue.push(hex('07'))
    const view = queue.take(3)
    expect(view.buffer).toBe(first.buffer)
    expect(queue.isWhole(2)).toBe(false)
    expect(queue.take(3).toString('hex')).toBe('040506')
    const into = Buffer.alloc(4)
    expect(queue.takeInto(into)).toBe(1)
    expect(into.toString('hex')).toBe('07000000')
    expect(queue.lengthBytes).toBe(0)
  })
})

describe('failures of the port', () => {
  test("librbd's errno decides, else the domain's code", () => {
    expect(nbdFailureOf(new NoSpaceError('full', { errno: 'ENOSPC' }))).toEqual({ error: 28, message: 'full' })
    expect(nbdFailureOf(new ConflictError('locked', { errno: 'EROFS' })).error).toBe(1)
    expect(nbdFailureOf(new ConflictError('busy', { errno: 'EBUSY' })).error).toBe(5)
    expect(nbdFailureOf(new RangeError('a bug')).error).toBe(5)
  })

  test.each(domainCodes)('%s has an error that the protocol knows', (code) => {
    expect([1, 5, 12, 22, 28, 75, 95, 108]).toContain(nbdFailureOf(domainError(code, 'no')).error)
  })
})

describe('addresses and URIs', () => {
  test.each([
    ['127.0.0.1:10810', { kind: 'tcp', host: '127.0.0.1', port: 10_810 }],
    ['localhost', { kind: 'tcp', host: 'localhost', port: 10_809 }],
    ['[::1]:0', { kind: 'tcp', host: '::1', port: 0 }],
    ['unix:/run/nbd.sock', { kind: 'unix', path: '/run/nbd.sock' }],
  ] as const)('%s', (written, address) => {
    expect(parseNbdAddress(written)).toEqual(address)
    expect(parseNbdAddress(formatNbdAddress(address))).toEqual(address)
  })

  test.each(['', 'unix:', 'a:b', '127.0.0.1:65536', ':10809', '::1'])("'%s' is no address", (written) => {
    expect(() => parseNbdAddress(written)).toThrow(expect.objectContaining({ code: 'invalid_argument' }))
  })

  test('an export is part of the path', () => {
    const tcp = parseNbdAddress('127.0.0.1:10810')
    expect(nbdUri(tcp, 'images/base@snap')).toBe('nbd://127.0.0.1:10810/images/base@snap')
    expect(nbdUri(tcp, 'images/a b?', { tls: true })).toBe('nbds://127.0.0.1:10810/images/a%20b%3F')
    expect(nbdUri(parseNbdAddress('[::1]'), 'a/b')).toBe('nbd://[::1]:10809/a/b')
    expect(nbdUri(parseNbdAddress('unix:/run/a b'), 'a/b')).toBe('nbd+unix:///a/b?socket=/run/a%20b')
  })
})
