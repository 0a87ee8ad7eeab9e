import type { ClusterClient } from './cluster-client.ts'
import type { ImageIo } from './image-io.ts'
import type { Namespaces } from './port/namespaces.ts'
import { RbdSession } from './rbd-session.ts'
import { NamespacesSession } from './sessions/namespaces-session.ts'
import type { SessionContext } from './sessions/session-context.ts'

/** A cluster's whole port in process, for one cephx identity. */
export class ClientSession extends RbdSession implements ClusterClient {
  readonly namespaces: Namespaces

  constructor(context: SessionContext, io: ImageIo) {
    super(context, io)
    this.namespaces = new NamespacesSession(context)
  }
}
