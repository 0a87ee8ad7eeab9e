import { nbdFailureOf } from './nbd-error.ts'
import {
  decodeInfoRequest,
  decodeMetaContextRequest,
  decodeOptionHeader,
  encodeBlockSizeInfo,
  encodeExportInfo,
  encodeExportNameReply,
  encodeGreeting,
  encodeMetaContext,
  encodeOptionReply,
  encodeServer,
  encodeTextInfo,
  type MetaContextRequest,
} from './option-codec.ts'
import {
  allocationContext,
  handshakeFlag,
  infoType,
  maxPayloadBytes,
  nbdErrno,
  option,
  optionHeaderBytes,
  optionReply,
  transmissionFlag,
} from './protocol.ts'
import type { Session } from './requests.ts'
import type { ServedImage } from './served-image.ts'
import { ProtocolError } from './transmission.ts'
import type { Wire } from './wire.ts'

/** Longer data than any option needs. */
const maxOptionBytes = 64 * 1024
/** A client that haggles longer than this wants nothing good. */
const maxOptions = 128
const allocationContextId = 1
/** The grain of a layer: what is smaller costs a read of the rest. */
const preferredBlockBytes = 4096

/** What a server offers. */
export interface Exports {
  readonly images: readonly ServedImage[]
  /** Refuses everything until STARTTLS; absent where there is no TLS. */
  readonly startTls?: ((wire: Wire) => Promise<void>) | undefined
}

export interface Negotiated {
  readonly image: ServedImage
  readonly session: Session
}

/**
 * The handshake of one connection, from the greeting to the choice of an export.
 *
 * @returns undefined when the client took its leave
 * @throws ProtocolError for one that cannot be talked with; ConnectionEnded
 */
export async function negotiate(wire: Wire, exports: Exports): Promise<Negotiated | undefined> {
  wire.write(encodeGreeting())
  const clientFlags = (await wire.read(4)).readUInt32BE(0)
  if ((clientFlags & ~(handshakeFlag.fixedNewstyle | handshakeFlag.noZeroes)) !== 0)
    throw new ProtocolError(`client flags ${clientFlags}`)
  const negotiation = new Negotiation(wire, exports, { withZeroes: (clientFlags & handshakeFlag.noZeroes) === 0 })
  for (let count = 0; count < maxOptions; count++) {
    const outcome = await negotiation.step()
    if (outcome === 'left') return undefined
    if (outcome !== 'more') return outcome
  }
  throw new ProtocolError(`more than ${maxOptions} options`)
}

type Outcome = Negotiated | 'more' | 'left'

class Negotiation {
  readonly #wire: Wire
  readonly #exports: Exports
  readonly #withZeroes: boolean
  #isSecure: boolean
  #hasStructuredReplies = false
  /** The export for which `base:allocation` was chosen. */
  #contextFor: ServedImage | undefined

  constructor(wire: Wire, exports: Exports, { withZeroes }: { withZeroes: boolean }) {
    this.#wire = wire
    this.#exports = exports
    this.#withZeroes = withZeroes
    this.#isSecure = exports.startTls === undefined
  }

  async step(): Promise<Outcome> {
    const header = decodeOptionHeader(await this.#wire.read(optionHeaderBytes))
    if (!header) throw new ProtocolError('an option does not begin with its magic')
    if (header.lengthBytes > maxOptionBytes) throw new ProtocolError(`an option of ${header.lengthBytes} bytes`)
    const data = Buffer.from(await this.#wire.read(header.lengthBytes))
    if (!this.#isSecure && header.number !== option.startTls && header.number !== option.abort) {
      if (header.number === option.exportName) throw new ProtocolError('TLS is required')
      return this.#reply(header.number, optionReply.errorTlsRequired, 'TLS is required: start with STARTTLS')
    }
    return this.#answer(header.number, data)
  }

  async #answer(number: number, data: Buffer): Promise<Outcome> {
    switch (number) {
      case option.exportName:
        return this.#exportName(data)
      case option.abort:
        this.#reply(number, optionReply.ack)
        return 'left'
      case option.list:
        return this.#list(data)
      case option.startTls:
        return this.#startTls(data)
      case option.info:
      case option.go:
        return this.#info(number, data)
      case option.structuredReply:
        if (data.byteLength > 0) return this.#invalid(number)
        this.#hasStructuredReplies = true
        return this.#reply(number, optionReply.ack)
      case option.listMetaContext:
      case option.setMetaContext:
        return this.#metaContext(number, data)
      default:
        return this.#reply(number, optionReply.errorUnsupported, `option ${number} is not known here`)
    }
  }

  /** The oldest way, which has no words for a refusal. */
  async #exportName(data: Buffer): Promise<Outcome> {
    const image = this.#find(data.toString())
    if (!image) throw new ProtocolError(`there is no export '${data.toString()}'`)
    const { sizeBytes } = await image.open().catch((thrown: unknown) => {
      throw new ProtocolError(`no other option than one that cannot say: ${nbdFailureOf(thrown).message}`)
    })
    const reply = encodeExportNameReply(sizeBytes, this.#flagsOf(image), { withZeroes: this.#withZeroes })
    this.#wire.write(reply)
    return this.#negotiated(image, sizeBytes)
  }

  #list(data: Buffer): Outcome {
    if (data.byteLength > 0) return this.#invalid(option.list)
    for (const { name } of this.#exports.images) this.#send(option.list, optionReply.server, encodeServer(name))
    return this.#reply(option.list, optionReply.ack)
  }

  async #startTls(data: Buffer): Promise<Outcome> {
    const { startTls } = this.#exports
    if (!startTls) return this.#reply(option.startTls, optionReply.errorPolicy, 'this server has no certificate')
    if (data.byteLength > 0 || this.#isSecure) return this.#invalid(option.startTls)
    // What came behind the option came in the clear, whoever sent it.
    if (this.#wire.queue.lengthBytes > 0) throw new ProtocolError('plain text behind STARTTLS')
    this.#reply(option.startTls, optionReply.ack)
    await startTls(this.#wire)
    this.#isSecure = true
    this.#hasStructuredReplies = false
    this.#contextFor = undefined
    return 'more'
  }

  async #info(number: number, data: Buffer): Promise<Outcome> {
    const request = decodeInfoRequest(data)
    if (!request) return this.#invalid(number)
    const image = this.#find(request.name)
    if (!image) return this.#reply(number, optionReply.errorUnknown, `there is no export '${request.name}'`)
    const opened = await this.#open(number, image)
    if (!opened) return 'more'
    const { sizeBytes } = opened
    this.#send(number, optionReply.info, encodeExportInfo(sizeBytes, this.#flagsOf(image)))
    if (request.infos.includes(infoType.name))
      this.#send(number, optionReply.info, encodeTextInfo(infoType.name, image.name))
    if (request.infos.includes(infoType.description))
      this.#send(number, optionReply.info, encodeTextInfo(infoType.description, `RBD image ${image.name}`))
    if (request.infos.includes(infoType.blockSize)) {
      const sizes = { minimum: 1, preferred: preferredBlockBytes, maximum: maxPayloadBytes }
      this.#send(number, optionReply.info, encodeBlockSizeInfo(sizes))
    }
    this.#reply(number, optionReply.ack)
    return number === option.go ? this.#negotiated(image, sizeBytes) : 'more'
  }

  /** Undefined when it cannot be opened, and the client was told why. */
  async #open(number: number, image: ServedImage): Promise<{ sizeBytes: number } | undefined> {
    try {
      return await image.open()
    } catch (thrown) {
      const { error, message } = nbdFailureOf(thrown)
      const type = error === nbdErrno.ESHUTDOWN ? optionReply.errorShutdown : optionReply.errorPolicy
      this.#reply(number, type, message)
      return undefined
    }
  }

  #metaContext(number: number, data: Buffer): Outcome {
    const request = decodeMetaContextRequest(data)
    const isSet = number === option.setMetaContext
    if (!request || (isSet && !this.#hasStructuredReplies)) return this.#invalid(number)
    const image = this.#find(request.name)
    if (isSet) this.#contextFor = undefined
    if (!image) return this.#reply(number, optionReply.errorUnknown, `there is no export '${request.name}'`)
    if (isSet ? request.queries.includes(allocationContext) : listsAllocation(request)) {
      if (isSet) this.#contextFor = image
      const context = encodeMetaContext(isSet ? allocationContextId : 0, allocationContext)
      this.#send(number, optionReply.metaContext, context)
    }
    return this.#reply(number, optionReply.ack)
  }

  /** By name; the empty name means the only one. */
  #find(name: string): ServedImage | undefined {
    const { images } = this.#exports
    return name === '' && images.length === 1 ? images[0] : images.find((image) => image.name === name)
  }

  #negotiated(image: ServedImage, sizeBytes: number): Negotiated {
    const session: Session = {
      sizeBytes,
      isReadOnly: image.isReadOnly,
      hasStructuredReplies: this.#hasStructuredReplies,
      allocationContextId: this.#contextFor === image ? allocationContextId : undefined,
    }
    return { image, session }
  }

  /**
   * Several connections are safe for every image: nothing is cached here, so what is written by one is seen by all, and
   * a flush covers whatever was written to the image.
   */
  #flagsOf({ isReadOnly }: ServedImage): number {
    const { hasFlags, canMultiConn, sendCache, sendDf, sendFlush, sendFua } = transmissionFlag
    const always = hasFlags | canMultiConn | sendCache | sendFlush | sendFua
    const { readOnly, sendTrim, sendWriteZeroes, sendFastZero } = transmissionFlag
    const byAccess = isReadOnly ? readOnly : sendTrim | sendWriteZeroes | sendFastZero
    return always | byAccess | (this.#hasStructuredReplies ? sendDf : 0)
  }

  #invalid(number: number): Outcome {
    return this.#reply(number, optionReply.errorInvalid, `the data of option ${number} are not of its form`)
  }

  #reply(number: number, type: number, text = ''): Outcome {
    this.#send(number, type, Buffer.from(text))
    return 'more'
  }

  #send(number: number, type: number, data: Buffer): void {
    this.#wire.write(encodeOptionReply(number, type, data))
  }
}

/** Without queries, everything is asked for; `base:` asks for all of that name space. */
function listsAllocation({ queries }: MetaContextRequest): boolean {
  return queries.length === 0 || queries.includes('base:') || queries.includes(allocationContext)
}
