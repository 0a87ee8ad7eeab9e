import type { CallOptions, Content, Rbd, RbdSpec, ReadOptions } from './rbd.ts'

/** One call on its way to a cluster. */
export interface RbdCall<T> {
  readonly method: Exclude<keyof Rbd, 'read'>
  readonly parameters: readonly unknown[]
  /** Makes the call; may be called again to try again. */
  proceed(): Promise<T>
  readonly signal: AbortSignal | undefined
}

/** What a decorator adds around the calls of a cluster. */
export interface RbdAround {
  /** Around every call but `read`: awaits whatever it needs, makes the call, answers its result. */
  call<T>(call: RbdCall<T>): Promise<T>
  /** Around a read; by default the read itself. */
  read?(image: RbdSpec, options: ReadOptions & CallOptions): AsyncIterable<Content>
}

/**
 * A cluster with something around each of its calls (waiting for a link, trying again while a site is away).
 *
 * @param target - asked at each call, because a site that restarts is another connection
 */
export function decorateRbd(target: () => Rbd, around: RbdAround): Rbd {
  return new Proxy({} as Rbd, {
    get(_, name) {
      const method = name as keyof Rbd
      if (method === 'read') {
        return around.read ?? ((image: RbdSpec, options: ReadOptions & CallOptions) => target().read(image, options))
      }
      return (...parameters: unknown[]) => {
        const { signal } = parameters.findLast(isOptions) ?? {}
        const proceed = async () => {
          const rbd = target()
          return (rbd[method] as (...all: unknown[]) => Promise<unknown>).apply(rbd, parameters)
        }
        return around.call({ method, parameters, proceed, signal })
      }
    },
  })
}

function isOptions(value: unknown): value is CallOptions {
  return typeof value === 'object' && value !== null && 'signal' in value
}
