import type { Identity, IdentityCaps, NewIdentity } from '../auth/identity.ts'
import type { Auth } from '../port/auth.ts'
import type { CallOptions } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class AuthSession implements Auth {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async getOrCreate(entity: string, caps: IdentityCaps, options?: CallOptions): Promise<Identity> {
    this.#context.mayUseIdentities('w', 'auth get-or-create', options)
    return this.#context.identities.create(entity, caps)
  }

  async add(identity: NewIdentity, options?: CallOptions): Promise<boolean> {
    this.#context.mayUseIdentities('w', 'auth add', options)
    return this.#context.identities.add(identity)
  }

  async import(identities: readonly NewIdentity[], options?: CallOptions): Promise<void> {
    this.#context.mayUseIdentities('w', 'auth import', options)
    await this.#context.identities.import(identities)
  }

  async setCaps(entity: string, caps: IdentityCaps, options?: CallOptions): Promise<void> {
    this.#context.mayUseIdentities('w', 'auth caps', options)
    await this.#context.identities.setCaps(entity, caps)
  }

  async get(entity: string, options?: CallOptions): Promise<Identity> {
    this.#context.mayUseIdentities('r', 'auth get', options)
    return this.#context.identities.get(entity)
  }

  async list(options?: CallOptions): Promise<readonly Identity[]> {
    this.#context.mayUseIdentities('r', 'auth ls', options)
    return this.#context.identities.list()
  }

  async remove(entity: string, options?: CallOptions): Promise<boolean> {
    this.#context.mayUseIdentities('w', 'auth rm', options)
    return this.#context.identities.remove(entity)
  }
}
