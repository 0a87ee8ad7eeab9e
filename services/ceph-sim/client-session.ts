import type { ClusterClient } from './cluster-client.ts'
import { DirectImage, type DirectSession, type ImageBytes } from './direct-image.ts'
import type { ImageIo } from './image-io.ts'
import type { Auth } from './port/auth.ts'
import type { Blocklist } from './port/blocklist.ts'
import type { ImageClients } from './port/image-clients.ts'
import type { ImageLocks } from './port/image-locks.ts'
import type { Namespaces } from './port/namespaces.ts'
import type { RadosObjects } from './port/rados-objects.ts'
import type { RbdSpec } from './rbd.ts'
import { RbdSession } from './rbd-session.ts'
import { AuthSession } from './sessions/auth-session.ts'
import { BlocklistSession } from './sessions/blocklist-session.ts'
import { ImageClientsSession } from './sessions/image-clients-session.ts'
import { ImageLocksSession } from './sessions/image-locks-session.ts'
import { NamespacesSession } from './sessions/namespaces-session.ts'
import { RadosObjectsSession } from './sessions/rados-objects-session.ts'
import type { SessionContext } from './sessions/session-context.ts'

/** A cluster's whole port in process, for one cephx identity. */
export class ClientSession extends RbdSession implements ClusterClient, DirectSession {
  readonly auth: Auth
  readonly blocklist: Blocklist
  readonly clients: ImageClients
  readonly locks: ImageLocks
  readonly namespaces: Namespaces
  readonly objects: RadosObjects
  readonly #context: SessionContext
  readonly #io: ImageIo

  constructor(context: SessionContext, io: ImageIo) {
    super(context, io)
    this.#context = context
    this.#io = io
    this.auth = new AuthSession(context)
    this.blocklist = new BlocklistSession(context)
    this.clients = new ImageClientsSession(context)
    this.locks = new ImageLocksSession(context)
    this.namespaces = new NamespacesSession(context)
    this.objects = new RadosObjectsSession(context, io)
  }

  directImage(spec: RbdSpec): ImageBytes {
    return new DirectImage(this.#context, this.#io, spec)
  }
}
