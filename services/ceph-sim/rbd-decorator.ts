import type { CallOptions, Content, Rbd, RbdSpec, ReadOptions } from './rbd.ts'

/** What a decorator adds around the calls of a cluster. */
export interface RbdAround {
  /** Around every call but `read`: awaits whatever it needs, makes the call, answers its result. */
  call<T>(method: Exclude<keyof Rbd, 'read'>, proceed: () => Promise<T>, options: CallOptions): Promise<T>
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
        const options = parameters.findLast((parameter) => isOptions(parameter)) ?? {}
        const proceed = () => (target()[method] as (...all: unknown[]) => Promise<unknown>)(...parameters)
        return around.call(method, proceed, options)
      }
    },
  })
}

function isOptions(value: unknown): value is CallOptions {
  return typeof value === 'object' && value !== null && 'signal' in value
}
