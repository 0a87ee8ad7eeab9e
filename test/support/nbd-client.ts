import { duplexPair } from 'node:stream'
import { ByteQueue } from '#ceph-sim/nbd/byte-queue.ts'
import { serveConnection } from '#ceph-sim/nbd/connection.ts'
import type { Exports } from '#ceph-sim/nbd/negotiation.ts'
import { Wire } from '#ceph-sim/nbd/wire.ts'

/** Bytes as they are written down: `hex('00 01', 'beef')`. */
export const hex = (...parts: readonly string[]): Buffer => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex')
export const u16 = (value: number): string => value.toString(16).padStart(4, '0')
export const u32 = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
export const u64 = (value: number): string => value.toString(16).padStart(16, '0')
export const text = (value: string): string => Buffer.from(value).toString('hex')

export const cookie = '0102030405060708'

/** The 28 bytes of a request. */
export function request(
  command: number,
  {
    offset = 0,
    length = 0,
    flags = 0,
    name = cookie,
  }: { offset?: number; length?: number; flags?: number; name?: string },
): string {
  return `25609513${u16(flags)}${u16(command)}${name}${u64(offset)}${u32(length)}`
}

export const optionBytes = (number: number, data = ''): string =>
  `49484156454f5054${u32(number)}${u32(data.length / 2)}${data}`
export const optionReplyBytes = (number: number, type: number, data = ''): string =>
  `0003e889045565a9${u32(number)}${u32(type)}${u32(data.length / 2)}${data}`

/** The far end of a connection that is served in this process, byte by byte. */
export class NbdTestClient {
  /** Settles as the connection does at the server. */
  readonly served: Promise<void>
  readonly #stream
  readonly #queue = new ByteQueue()
  #arrived: (() => void) | undefined
  #hasEnded = false

  constructor(exports: Exports) {
    const [ours, theirs] = duplexPair()
    const wire = new Wire(theirs)
    this.served = serveConnection(wire, exports, () => {}).finally(() => wire.destroy())
    this.served.catch(() => {})
    this.#stream = ours
    const end = () => {
      this.#hasEnded = true
      this.#arrived?.()
    }
    ours.on('end', end).on('close', end).on('error', end)
    ours.on('data', (chunk: Buffer) => {
      this.#queue.push(chunk)
      this.#arrived?.()
    })
  }

  /** Reads what the server sends. */
  listen(): void {
    this.#stream.resume()
  }

  /** Reads nothing any more. */
  stop(): void {
    this.#stream.pause()
  }

  /** Once the server has done all that it will do while nobody reads. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
  }

  send(...parts: readonly string[]): void {
    this.#stream.write(hex(...parts))
  }

  sendBytes(bytes: Uint8Array): void {
    this.#stream.write(bytes)
  }

  /** The next bytes, in hexadecimal. */
  async receive(lengthBytes: number): Promise<string> {
    while (this.#queue.lengthBytes < lengthBytes) {
      if (this.#hasEnded) throw new Error(`the server closed after ${this.#queue.lengthBytes} of ${lengthBytes} bytes`)
      await new Promise<void>((resolve) => {
        this.#arrived = resolve
      })
    }
    return this.#queue.take(lengthBytes).toString('hex')
  }

  /** Everything until the server closes. */
  async rest(): Promise<string> {
    await this.served.catch(() => {})
    while (!this.#hasEnded) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve
      })
    }
    return this.#queue.take(this.#queue.lengthBytes).toString('hex')
  }

  /** Nothing more is sent. */
  end(): void {
    this.#stream.end()
  }

  /** As a killed client. */
  destroy(): void {
    this.#stream.destroy()
  }

  /** Through the handshake to the transmission phase. */
  async go(name: string, { structured = false, allocation = false } = {}): Promise<void> {
    await this.receive(18)
    this.send('00000003')
    if (structured) await this.#option(8)
    if (allocation)
      await this.#option(10, `${u32(name.length)}${text(name)}00000001${u32(15)}${text('base:allocation')}`)
    await this.#option(7, `${u32(name.length)}${text(name)}0000`)
  }

  /** Sends an option and reads what is said to it, to the end. */
  async #option(number: number, data = ''): Promise<void> {
    this.send(optionBytes(number, data))
    for (;;) {
      const head = Buffer.from(await this.receive(20), 'hex')
      await this.receive(head.readUInt32BE(16))
      if (head.readUInt32BE(12) === 1) return
      if (head.readUInt32BE(12) >= 2 ** 31) throw new Error(`option ${number} was refused`)
    }
  }
}
