import type { ByteRun } from '../direct-image.ts'
import { allocation, command, commandFlag, maxPayloadBytes, type NbdErrno, nbdErrno } from './protocol.ts'
import type { Request, StatusRun } from './transmission-codec.ts'

/** What a client and its server have agreed on when the handshake is over. */
export interface Session {
  readonly sizeBytes: number
  readonly isReadOnly: boolean
  readonly hasStructuredReplies: boolean
  /** The id of `base:allocation`, if the client has asked for it. */
  readonly allocationContextId: number | undefined
}

const knownFlags: Readonly<Record<number, number>> = {
  [command.read]: commandFlag.df,
  [command.write]: 0,
  [command.flush]: 0,
  [command.trim]: 0,
  [command.cache]: 0,
  [command.writeZeroes]: commandFlag.noHole | commandFlag.fastZero,
  [command.blockStatus]: commandFlag.reqOne,
}
const changing: ReadonlySet<number> = new Set([command.write, command.trim, command.writeZeroes])

/** Why a request is refused before the image is asked: undefined when it is not. */
export function refusalOf(request: Request, session: Session): { error: NbdErrno; message: string } | undefined {
  const known = knownFlags[request.command]
  if (known === undefined) return invalid(`there is no command ${request.command}`)
  if ((request.flags & ~(known | commandFlag.fua)) !== 0) return invalid(`flags ${request.flags} are not known here`)
  if (changing.has(request.command) && session.isReadOnly) {
    return { error: nbdErrno.EPERM, message: 'the export is read-only' }
  }
  if (request.command === command.flush) return undefined
  const { offset, lengthBytes } = request
  if (offset + lengthBytes > session.sizeBytes) {
    const isWrite = request.command === command.write || request.command === command.writeZeroes
    const error = isWrite ? nbdErrno.ENOSPC : nbdErrno.EINVAL
    return { error, message: `${offset}+${lengthBytes} is past the end (${session.sizeBytes} bytes)` }
  }
  if (request.command === command.read && lengthBytes > maxPayloadBytes)
    return invalid(`${lengthBytes} bytes are too many for one read`)
  if (request.command === command.read && (request.flags & commandFlag.df) !== 0 && !session.hasStructuredReplies)
    return invalid('structured replies were not negotiated')
  if (request.command === command.blockStatus && session.allocationContextId === undefined)
    return invalid('no metadata context was negotiated')
  if (request.command === command.blockStatus && lengthBytes === 0) return invalid('the status of nothing')
  return undefined
}

/** The flags of `base:allocation`: written zeros are allocated and read as zeros. */
export function statusOf(runs: readonly ByteRun[]): StatusRun[] {
  const bits = { data: 0, zero: allocation.zero, hole: allocation.zero | allocation.hole } as const
  return runs.map(({ lengthBytes, kind }) => ({ lengthBytes, flags: bits[kind] }))
}

function invalid(message: string): { error: NbdErrno; message: string } {
  return { error: nbdErrno.EINVAL, message }
}
