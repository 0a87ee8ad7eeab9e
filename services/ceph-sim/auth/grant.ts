/** What an operation needs of a pool's objects or of the monitors. `x` stands for class methods, which RBD is made of. */
export type Access = 'r' | 'w' | 'x' | 'class-read' | 'class-write'

/** One grant: what may be done where. A place that is not named is every place. */
export interface Grant {
  readonly access: ReadonlySet<Access>
  readonly pool?: string | undefined
  /** A name space, or all that begin like it where it ends with `*`; empty is the default one. */
  readonly namespace?: string | undefined
  readonly objectPrefix?: string | undefined
  /** A part of the monitors: `osd`, `auth`, ... */
  readonly service?: string | undefined
  /** Only this command of the monitors. */
  readonly command?: string | undefined
  /** Bound to something that is not simulated (an application's tag, a network), so nothing matches it. */
  readonly void?: boolean
}

/** What is asked for. */
export interface Target {
  readonly pool?: string | undefined
  /** Of the pool; absent is the default one. */
  readonly namespace?: string | undefined
  readonly object?: string | undefined
  readonly service?: string | undefined
  readonly command?: string | undefined
}

const everything: readonly Access[] = ['r', 'w', 'x', 'class-read', 'class-write']

/** What `*`, `rwx`, `r class-read` and their like stand for. */
export function accessOf(spec: string): Set<Access> {
  if (spec === '*' || spec === 'all') return new Set(everything)
  const access = new Set<Access>()
  for (const word of spec.split(/\s+/)) {
    if (word === 'class-read' || word === 'class-write') access.add(word)
    else for (const letter of word) access.add(letter as Access)
  }
  if (access.has('x')) access.add('class-read').add('class-write')
  return access
}

export function matches(grant: Grant, { pool, namespace = '', object, service, command }: Target): boolean {
  if (grant.void) return false
  if (grant.pool !== undefined && grant.pool !== pool) return false
  if (grant.namespace !== undefined && !namespaceMatches(grant.namespace, namespace)) return false
  if (grant.service !== undefined && grant.service !== service) return false
  if (grant.command !== undefined && grant.command !== command) return false
  return grant.objectPrefix === undefined || (object?.startsWith(grant.objectPrefix) ?? false)
}

function namespaceMatches(granted: string, asked: string): boolean {
  return granted.endsWith('*') ? asked.startsWith(granted.slice(0, -1)) : granted === asked
}
