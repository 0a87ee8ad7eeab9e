import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { DaemonType, IdentityCaps } from './identity.ts'

/** What an operation needs of a pool's objects. `x` stands for class methods, which RBD is made of. */
export type Access = 'r' | 'w' | 'x' | 'class-read' | 'class-write'

/** One grant: what may be done where. */
interface Grant {
  readonly access: ReadonlySet<Access>
  readonly pool: string | undefined
  readonly objectPrefix: string | undefined
}

export interface Target {
  readonly pool?: string | undefined
  readonly object?: string | undefined
}

const everything: readonly Access[] = ['r', 'w', 'x', 'class-read', 'class-write']
/** Keeps the list of clones; every user of a parent must be able to ask it. */
export const childrenObject = 'rbd_children'

/**
 * The caps of one daemon type.
 *
 *     caps  = grant { ("," | ";") grant }
 *     grant = "allow" ("*" | letters of rwx | "class-read" | "class-write") [pool] [namespace] [prefix]
 *           | "profile" NAME [pool] [namespace]
 *     pool  = "pool" ("=" | " ") NAME        prefix = "object_prefix" NAME
 *
 * An unknown profile or pool is accepted and grants nothing. @see ceph/ceph src/osd/OSDCap.cc
 */
export class Caps {
  readonly #grants: readonly Grant[]

  private constructor(grants: readonly Grant[]) {
    this.#grants = grants
  }

  /** @throws InvalidArgumentError (EINVAL) saying where parsing stopped */
  static parse(daemon: DaemonType, text: string): Caps {
    let rest = text.trimStart()
    const grants: Grant[] = []
    while (rest !== '') {
      const parsed = parseGrant(rest, daemon)
      if (!parsed) throw stopped(daemon, rest, text)
      grants.push(...parsed.grants)
      rest = parsed.rest.trimStart()
      if (rest === '') break
      if (!/^[,;]/.test(rest)) throw stopped(daemon, rest, text)
      rest = rest.slice(1).trimStart()
    }
    return new Caps(grants)
  }

  /** Whether all of `access` is granted on the target; several grants may add up to it. */
  allows(access: readonly Access[], target: Target = {}): boolean {
    const matching = this.#grants.filter((grant) => matches(grant, target))
    return access.every((wanted) => matching.some((grant) => grant.access.has(wanted)))
  }
}

/** @throws InvalidArgumentError (EINVAL) for the first that does not parse */
export function assertParses(caps: IdentityCaps): void {
  for (const [daemon, text] of Object.entries(caps)) if (text !== undefined) Caps.parse(daemon as DaemonType, text)
}

function matches(grant: Grant, { pool, object }: Target): boolean {
  if (grant.pool !== undefined && grant.pool !== pool) return false
  return grant.objectPrefix === undefined || (object?.startsWith(grant.objectPrefix) ?? false)
}

function parseGrant(text: string, daemon: DaemonType): { grants: Grant[]; rest: string } | undefined {
  const profile = /^(?:allow\s+)?profile\s+([\w-]+)/.exec(text)
  if (profile) {
    const scope = parseScope(text.slice(profile[0].length))
    return { grants: profileGrants(profile[1]!, daemon, scope.pool), rest: scope.rest }
  }
  const allow = /^allow\s+(\*|all\b|class-read\b|class-write\b|[rwx]+)/.exec(text)
  if (!allow) return undefined
  const scope = parseScope(text.slice(allow[0].length))
  const grant = { access: lettersOf(allow[1]!), pool: scope.pool, objectPrefix: scope.objectPrefix }
  return { grants: [grant], rest: scope.rest }
}

function parseScope(text: string): { pool?: string; objectPrefix?: string; rest: string } {
  const scope: { pool?: string; objectPrefix?: string } = {}
  let rest = text
  for (;;) {
    const match = /^\s+(pool|namespace|object_prefix)\s*[=\s]\s*("[^"]*"|[^\s,;]+)/.exec(rest)
    if (!match) return { ...scope, rest }
    const value = match[2]!.replace(/^"(.*)"$/, '$1')
    if (match[1] === 'pool') scope.pool = value
    if (match[1] === 'object_prefix') scope.objectPrefix = value
    rest = rest.slice(match[0].length)
  }
}

function lettersOf(spec: string): Set<Access> {
  if (spec === '*' || spec === 'all') return new Set(everything)
  if (spec === 'class-read' || spec === 'class-write') return new Set([spec])
  const access = new Set<Access>()
  for (const letter of spec) access.add(letter as Access)
  if (access.has('x')) access.add('class-read').add('class-write')
  return access
}

/** What the profiles of RBD stand for. @see ceph/ceph src/osd/OSDCap.cc, expand_profile; src/mon/MonCap.cc */
function profileGrants(name: string, daemon: DaemonType, pool: string | undefined): Grant[] {
  if (daemon !== 'osd') {
    const access = name.startsWith('rbd') || name === 'osd' ? (['r', 'x', 'class-read'] as const) : []
    return [{ access: new Set(access), pool: undefined, objectPrefix: undefined }]
  }
  const children: Grant = { access: new Set(['class-read']), pool: undefined, objectPrefix: childrenObject }
  if (name === 'rbd') return [children, { access: lettersOf('rwx'), pool, objectPrefix: undefined }]
  if (name === 'rbd-read-only') {
    return [children, { access: new Set(['r', 'class-read', 'x']), pool, objectPrefix: undefined }]
  }
  return []
}

function stopped(daemon: DaemonType, rest: string, text: string): InvalidArgumentError {
  return new InvalidArgumentError(`${daemon} capability parse failed, stopped at '${rest}' of '${text}'`, {
    errno: 'EINVAL',
    daemon,
    stoppedAt: rest,
  })
}
