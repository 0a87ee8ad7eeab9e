import { NotFoundError } from '#kernel/errors/domain-error.ts'
import type { CallOptions } from '../rbd.ts'
import { isWantOfSpace, type SpaceGate } from '../space-gate.ts'

type Method = (...parameters: unknown[]) => unknown

/**
 * A session whose calls wait while there is no room, as librbd's do, instead of failing. A call that fails for want of
 * room has changed nothing, so it is made again as a whole; a stream that is being written waits piece by piece beneath
 * this. Removal is the exception: librbd tries it even on a full cluster, fails at its first step, and says ENOENT.
 *
 * @see golden/rbd 13
 */
export function patientSession<T extends object>(session: T, gate: SpaceGate): T {
  return new Proxy(session, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value === 'function') return patientMethod(target, name, value as Method, gate)
      return typeof value === 'object' && value !== null ? patientSession(value, gate) : value
    },
  })
}

function patientMethod(target: object, name: string | symbol, method: Method, gate: SpaceGate): Method {
  return (...parameters) => {
    const first = method.apply(target, parameters)
    if (!(first instanceof Promise)) return first
    return first.catch((thrown: unknown) => {
      if (!isWantOfSpace(thrown)) throw thrown
      if (name === 'removeImage') throw notRemoved(thrown)
      return gate.pass(() => method.apply(target, parameters), signalOf(parameters))
    })
  }
}

function notRemoved(cause: unknown): NotFoundError {
  const details = { errno: 'ENOENT', reason: 'pool_full' }
  return new NotFoundError('the image could not be moved to the trash, which is full', details, { cause })
}

function signalOf(parameters: readonly unknown[]): AbortSignal | undefined {
  const options = parameters.findLast(
    (value): value is CallOptions => typeof value === 'object' && value !== null && 'signal' in value,
  )
  return options?.signal
}
