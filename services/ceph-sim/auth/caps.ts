import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type Access, accessOf, type Grant, matches, type Target } from './grant.ts'
import { type DaemonType, daemonTypes, type IdentityCaps } from './identity.ts'
import { profileGrants } from './profiles.ts'

/**
 * The caps of one daemon type.
 *
 *     caps  = grant { ("," | ";") grant }
 *     grant = "allow" ("*" | (letters of rwx | "class-read" | "class-write") ...) { place }
 *           | ["allow"] "profile" NAME { place }
 *           | "allow" "service" NAME letters | "allow" "command" NAME          (monitors)
 *     place = ("pool" | "namespace" | "object_prefix") ("=" | " ") NAME
 *
 * An unknown profile or pool is accepted and grants nothing, as are tags of applications and networks, which are not
 * simulated. @see ceph/ceph src/osd/OSDCap.cc, src/mon/MonCap.cc
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
  for (const daemon of daemonTypes) if (caps[daemon] !== undefined) Caps.parse(daemon, caps[daemon])
}

interface Parsed {
  readonly grants: readonly Grant[]
  readonly rest: string
}

function parseGrant(text: string, daemon: DaemonType): Parsed | undefined {
  const profile = /^(?:allow\s+)?profile\s*[=\s]\s*("[^"]*"|[\w-]+)/.exec(text)
  if (profile) {
    const { place, rest } = parsePlace(text.slice(profile[0].length))
    return { grants: profileGrants(unquoted(profile[1]!), daemon, place), rest }
  }
  if (daemon === 'mds') return parseFileSystemGrant(text)
  return (daemon === 'osd' ? undefined : parseMonitorGrant(text)) ?? parseAllow(text)
}

function parseMonitorGrant(text: string): Parsed | undefined {
  const match =
    /^allow\s+(?:service\s*[=\s]\s*(?<service>"[^"]*"|[\w-]+)\s+(?<access>\*|[rwx]+)|command\s*[=\s]\s*(?<command>"[^"]*"|[\w-]+))/.exec(
      text,
    )
  if (!match) return undefined
  const { service, access = '*', command } = match.groups ?? {}
  const place = service === undefined ? { command: unquoted(command!) } : { service: unquoted(service) }
  return { grants: [{ access: accessOf(access), ...place }], rest: text.slice(match[0].length) }
}

/** There are no file systems here: whatever is allowed, nothing asks for it. */
function parseFileSystemGrant(text: string): Parsed | undefined {
  const allow = /^allow\s+[^,;]+/.exec(text)
  return allow ? { grants: [], rest: text.slice(allow[0].length) } : undefined
}

/** `*`, or letters and class words in any number: `allow r class-read`. */
const allowPattern =
  /^allow\s+(\*|all\b|(?:class-read\b|class-write\b|[rwx]+)(?:\s+(?:class-read\b|class-write\b|[rwx]+(?![\w-])))*)/

function parseAllow(text: string): Parsed | undefined {
  const allow = allowPattern.exec(text)
  if (!allow) return undefined
  const { place, rest } = parsePlace(text.slice(allow[0].length))
  return { grants: [{ access: accessOf(allow[1]!), ...place }], rest }
}

type Place = Pick<Grant, 'pool' | 'namespace' | 'objectPrefix' | 'void'>

const placeNames = { pool: 'pool', namespace: 'namespace', object_prefix: 'objectPrefix' } as const

function parsePlace(text: string): { place: Place; rest: string } {
  let place: Place = {}
  let rest = text
  for (;;) {
    const named = /^\s+(pool|namespace|object_prefix)\s*[=\s]\s*("[^"]*"|[^\s,;]+)/.exec(rest)
    const bound = named ? undefined : /^\s+(?:tag\s+\S+\s+[^\s=]+\s*=\s*[^\s,;]+|network\s+[^\s,;]+)/.exec(rest)
    const taken = named?.[0] ?? bound?.[0]
    if (taken === undefined) return { place, rest }
    place = named
      ? { ...place, [placeNames[named[1] as keyof typeof placeNames]]: unquoted(named[2]!) }
      : { ...place, void: true }
    rest = rest.slice(taken.length)
  }
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1')
}

function stopped(daemon: DaemonType, rest: string, text: string): InvalidArgumentError {
  return new InvalidArgumentError(`${daemon} capability parse failed, stopped at '${rest}' of '${text}'`, {
    errno: 'EINVAL',
    daemon,
    stoppedAt: rest,
  })
}
