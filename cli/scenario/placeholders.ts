import type { RunContext } from './run-context.ts'

/**
 * Expected texts name what a run draws anew: `<fsid:SITE>`, `<image:NAME>`, `<volume:NAME>`, `<snapshot:NAME>`,
 * `<server:NAME>` stand for that thing's id, `<bytes:FILE>` for the virtual size of one of the scenario's files and `<$VAR>` for a captured value; `<uuid>`, `<hex128>`, `<hex32>`,
 * `<timestamp>`, `<number>` and `<any>` stand for anything of that form.
 */
const forms: Readonly<Record<string, string>> = {
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  hex128: '[0-9a-f]{128}',
  hex32: '[0-9a-f]{32}',
  timestamp: '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|\\+00:00)?',
  number: '\\d+',
  any: '.*?',
}
const placeholder =
  /<(fsid|image|volume|snapshot|server|bytes):([^>]+)>|<\$(\w+)>|<(uuid|hex128|hex32|timestamp|number|any)>/g

/** A regular expression's source that matches the text with its placeholders, everything else literally. */
export function literalPattern(text: string, ids: ReadonlyMap<string, string>): string {
  return replacePlaceholders(text, ids, quoteLiteral)
}

/** The same, for a text that is a regular expression already. */
export function expressionPattern(source: string, ids: ReadonlyMap<string, string>): string {
  return replacePlaceholders(source, ids, (text) => text)
}

/** What the placeholders of a text stand for in this run. Unknown things stand for a text that matches nothing. */
export async function resolvePlaceholders(text: string, context: RunContext): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const [whole, kind, name, variable] of text.matchAll(placeholder)) {
    if (ids.has(whole)) continue
    if (variable !== undefined) ids.set(whole, context.variables.get(variable) ?? whole)
    else if (kind !== undefined && name !== undefined) ids.set(whole, (await idOf(kind, name, context)) ?? whole)
  }
  return ids
}

async function idOf(kind: string, name: string, { world, scenario }: RunContext): Promise<string | undefined> {
  if (kind === 'bytes') return scenario.files.find((file) => file.name === name)?.virtualSizeBytes.toString()
  if (kind === 'fsid') return world.fsid(name)
  if (kind === 'image') return (await world.image(name))?.id
  if (kind === 'volume') return (await world.volume(name))?.id
  if (kind === 'snapshot') return (await world.snapshot(name))?.id
  return (await world.server(name))?.id
}

function replacePlaceholders(
  text: string,
  ids: ReadonlyMap<string, string>,
  literal: (text: string) => string,
): string {
  let pattern = ''
  let from = 0
  for (const match of text.matchAll(placeholder)) {
    const form = match[4]
    pattern += literal(text.slice(from, match.index))
    pattern += form === undefined ? quoteLiteral(ids.get(match[0]) ?? match[0]) : (forms[form] ?? '')
    from = match.index + match[0].length
  }
  return pattern + literal(text.slice(from))
}

function quoteLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
