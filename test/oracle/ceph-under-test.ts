import type { Operation } from './operations.ts'

/** What an operation came to: a value, or librbd's errno. */
export interface Answer {
  readonly value?: unknown
  readonly errno?: number
  readonly message?: string
}

/** A Ceph cluster, real or simulated, that a sequence is played on; each sequence in a name space of its own. */
export interface CephUnderTest {
  openScope(namespace: string): Promise<Answer>
  act(namespace: string, operation: Operation): Promise<Answer>
  /** Names, sorted. */
  list(namespace: string): Promise<{ images: unknown; trash: unknown }>
  /** Everything that can be told of an image; errno 2 where there is none. */
  observe(namespace: string, image: string): Promise<Answer>
  stop(): Promise<void>
}
