import { ForbiddenError } from '#kernel/errors/domain-error.ts'

/** Who asks: every call of the hub's services is made for an actor. */
export interface Actor {
  readonly user: string
  readonly project: string
  readonly roles: readonly string[]
}

/** Who types commands at the simulator without saying otherwise. */
export const operator: Actor = { user: 'admin', project: 'admin', roles: ['admin', 'member', 'reader'] }

export const isAdmin = (actor: Actor): boolean => actor.roles.includes('admin')

/** Whether the actor may see a record of a project. */
export function maySee(actor: Actor, owner: string): boolean {
  return isAdmin(actor) || actor.project === owner
}

/** @throws ForbiddenError with Glance's policy text */
export function requirePolicy(allowed: boolean, rule: string): void {
  if (!allowed) throw new ForbiddenError(`You are not authorized to complete ${rule} action.`, { rule })
}
