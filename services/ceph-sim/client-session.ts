import type { ClusterClient } from './cluster-client.ts'
import { DirectImage, type DirectSession, type ImageBytes } from './direct-image.ts'
import type { ImageIo } from './image-io.ts'
import type { Auth } from './port/auth.ts'
import type { Namespaces } from './port/namespaces.ts'
import type { RbdSpec } from './rbd.ts'
import { RbdSession } from './rbd-session.ts'
import { AuthSession } from './sessions/auth-session.ts'
import { NamespacesSession } from './sessions/namespaces-session.ts'
import type { SessionContext } from './sessions/session-context.ts'

/** A cluster's whole port in process, for one cephx identity. */
export class ClientSession extends RbdSession implements ClusterClient, DirectSession {
  readonly auth: Auth
  readonly namespaces: Namespaces
  readonly #context: SessionContext
  readonly #io: ImageIo

  constructor(context: SessionContext, io: ImageIo) {
    super(context, io)
    this.#context = context
    this.#io = io
    this.auth = new AuthSession(context)
    this.namespaces = new NamespacesSession(context)
  }

  directImage(spec: RbdSpec): ImageBytes {
    return new DirectImage(this.#context, this.#io, spec)
  }
}
