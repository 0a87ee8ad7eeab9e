import { LRUCache } from 'lru-cache'
import type { RpcCallContext } from '#kernel/rpc/service-types.ts'

/** Where cephx identities travel: call headers. */
export const cephxUserHeader = 'x-cephx-user'
export const cephxKeyHeader = 'x-cephx-key'

/** Opens a session of one cephx identity. @throws UnauthenticatedError (EACCES) */
export type Connect<T> = (credentials: { user: string; key: string }) => T | Promise<T>

/** The session that a call belongs to, by the identity in its headers. @throws UnauthenticatedError (EACCES) */
export type SessionOf<T> = (context: RpcCallContext) => Promise<T>

/** One session for each identity in use: calls of one client belong to one session, as its connection would. */
export function cachedSessions<T extends object>(connect: Connect<T>): SessionOf<T> {
  const sessions = new LRUCache<string, T>({ max: 256 })
  return async (context) => {
    const user = context.header(cephxUserHeader) ?? ''
    const key = context.header(cephxKeyHeader) ?? ''
    const known = sessions.get(`${user} ${key}`)
    if (known) return known
    const opened = await connect({ user, key })
    sessions.set(`${user} ${key}`, opened)
    return opened
  }
}
