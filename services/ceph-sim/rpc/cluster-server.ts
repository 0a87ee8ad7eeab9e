import type { RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterClient } from '../cluster-client.ts'
import { serveAuth } from './auth-rpc.ts'
import { serveNamespaces } from './namespaces-rpc.ts'
import { serveRbd } from './rbd-server.ts'
import { type Connect, cachedSessions } from './sessions.ts'

/** A cluster's whole port as gRPC services. Each call names its cephx identity in its headers. */
export function serveCluster(connect: Connect<ClusterClient>): RpcServiceImplementation[] {
  const session = cachedSessions(connect)
  return [serveRbd(session), serveAuth(session), serveNamespaces(session)]
}
