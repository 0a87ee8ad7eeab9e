import { Metadata, type ServiceError, type StatusObject, status } from '@grpc/grpc-js'
import {
  asDomainError,
  CancelledError,
  DeadlineError,
  type Details,
  type DomainCode,
  DomainError,
  domainCodes,
  domainError,
  UnavailableError,
} from '#kernel/errors/domain-error.ts'
import { domainCodeOf, grpcStatusOf } from '#kernel/errors/grpc-status.ts'
import type { ErrorDetail, ErrorDetail__Output } from '#proto/dcnsim/v1/ErrorDetail.ts'
import { type MessageCodec, messageCodec } from './contracts.ts'

/** The trailer that carries a `dcnsim.v1.ErrorDetail`. */
const trailerName = 'dcnsim-error-bin'

/** Header blocks are small by default everywhere on the way, so long facts stay behind. */
const longestMessage = 1000
const longestDetailJson = 500

/** A failure as the status and trailer of a call. */
export function toStatus(thrown: unknown): StatusObject {
  const error = asDomainError(thrown)
  const metadata = new Metadata()
  const message = error.message.slice(0, longestMessage)
  const detail = { code: error.code, name: error.name, message, detailsJson: detailsJson(error.details) }
  metadata.set(trailerName, errorDetailType().serialize(detail))
  return { code: grpcStatusOf(error.code), details: message, metadata }
}

/** The same error on the far side: its class by code, its facts, and the name it was thrown under. */
export function fromStatus(failure: ServiceError | StatusObject): DomainError {
  const [trailer] = failure.metadata?.get(trailerName) ?? []
  if (trailer instanceof Buffer) {
    const { code, message, name, detailsJson: json } = errorDetailType().deserialize(trailer)
    if (isDomainCode(code)) return domainError(code, message, parseDetails(json), name)
  }
  const text = failure.details || (failure instanceof Error ? failure.message : '')
  // Nobody on this side cancelled (that is checked before): the server went away in the middle of the call.
  if (failure.code === status.CANCELLED) return new UnavailableError(text || 'the call was cut off')
  return domainError(domainCodeOf(failure.code), text)
}

/** Why a signal aborted, as a DomainError. */
export function abortError(signal: AbortSignal): DomainError {
  const reason: unknown = signal.reason
  if (reason instanceof DomainError) return reason
  if (reason instanceof Error && reason.name === 'TimeoutError') return new DeadlineError(reason.message)
  return new CancelledError('the call was cancelled', {}, { cause: reason })
}

function errorDetailType(): MessageCodec<ErrorDetail, ErrorDetail__Output> {
  return messageCodec('dcnsim.v1.ErrorDetail')
}

function detailsJson(details: Details): string {
  const kept = Object.entries(details).filter(([, value]) => JSON.stringify(value).length <= longestDetailJson)
  return JSON.stringify(Object.fromEntries(kept))
}

function parseDetails(json: string): Details {
  return json === '' ? {} : (JSON.parse(json) as Details)
}

function isDomainCode(text: string): text is DomainCode {
  return (domainCodes as readonly string[]).includes(text)
}
