import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ConfigError, type Problem } from './config-error.ts'
import { nearestHint } from './nearest.ts'

/** Keys and list positions from the document's root. */
export type Path = readonly (string | number)[]

/**
 * A YAML file with its positions kept, so that every complaint about a value, from the schema or from later checks,
 * can name its line.
 */
export class YamlDocument {
  readonly file: string
  readonly #lines: readonly string[]
  readonly #counter = new LineCounter()
  readonly #root: Node | null
  readonly #value: unknown

  /** @throws ConfigError naming every syntax error and duplicate key */
  constructor(text: string, file: string) {
    this.file = file
    this.#lines = text.split(/\r?\n/)
    const document = parseDocument(text, { lineCounter: this.#counter, prettyErrors: false, uniqueKeys: true })
    const faults = [...document.errors, ...document.warnings]
    if (faults.length > 0) {
      throw new ConfigError(
        faults.map(({ code, message, pos: [start, end] }) => {
          const key = code === 'DUPLICATE_KEY' ? /^["']?[\w.-]+/.exec(text.slice(start))?.[0] : undefined
          return this.#at([start, end], [], key === undefined ? message : `duplicate key "${key.replace(/^["']/, '')}"`)
        }),
      )
    }
    this.#root = document.contents
    this.#value = document.toJS({ maxAliasCount: 100 })
  }

  /** The value at a path, as plain data; undefined where there is none. */
  valueAt(path: Path): unknown {
    return path.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      this.#value,
    )
  }

  /** @throws ConfigError with every problem the schema finds */
  parse<S extends z.ZodType>(schema: S): z.output<S> {
    const result = this.check(schema, [])
    if (!result.ok) throw new ConfigError(result.problems)
    return result.value
  }

  /** Checks one part of the document by a schema of its own; problems carry their full path. `absent` stands in for nothing. */
  check<S extends z.ZodType>(
    schema: S,
    path: Path,
    absent?: unknown,
  ):
    | { readonly ok: true; readonly value: z.output<S> }
    | { readonly ok: false; readonly problems: readonly Problem[] } {
    const knownKeys = new Map<string, readonly string[]>()
    const result = schema.safeParse(this.valueAt(path) ?? absent, {
      error: (issue) => {
        if (issue.code !== 'unrecognized_keys') return undefined
        knownKeys.set(JSON.stringify(issue.path ?? []), shapeKeys(issue.inst))
        return undefined
      },
    })
    if (result.success) return { ok: true, value: result.data }
    return {
      ok: false,
      problems: result.error.issues.flatMap((issue) =>
        this.#issueProblems(issue, path, knownKeys.get(JSON.stringify(issue.path)) ?? []),
      ),
    }
  }

  /** A problem with the value at a path; at the nearest enclosing value when there is none. */
  problem(path: Path, message: string): Problem {
    return this.#at(this.#rangeOf(path), path, message)
  }

  #issueProblems(issue: z.core.$ZodIssue, base: Path, knownKeys: readonly string[]): Problem[] {
    const path = [...base, ...(issue.path as (string | number)[])]
    if (issue.code !== 'unrecognized_keys') return [this.problem(path, describeIssue(issue, this.valueAt(path)))]
    return issue.keys.map((key) =>
      this.#at(
        this.#keyRange([...path, key]) ?? this.#rangeOf(path),
        [...path, key],
        `unknown key "${key}"${nearestHint(key, knownKeys)}`,
      ),
    )
  }

  #rangeOf(path: Path): readonly [number, number] {
    for (let length = path.length; length >= 0; length--) {
      const node = this.#nodeAt(path.slice(0, length))
      if (node?.range && !(isScalar(node) && node.value === null)) return [node.range[0], node.range[1]]
      const key = length > 0 ? this.#keyRange(path.slice(0, length)) : undefined
      if (key) return key
    }
    return [0, 1]
  }

  #keyRange(path: Path): readonly [number, number] | undefined {
    const parent = this.#nodeAt(path.slice(0, -1))
    if (!isMap(parent)) return undefined
    const pair = parent.items.find((item) => keyText(item.key) === String(path.at(-1)))
    return isPair(pair) && isNode(pair.key) && pair.key.range ? [pair.key.range[0], pair.key.range[1]] : undefined
  }

  #nodeAt(path: Path): Node | undefined {
    let node: unknown = this.#root
    for (const key of path) {
      if (isMap(node)) node = node.items.find((item) => keyText(item.key) === String(key))?.value
      else if (isSeq(node)) node = node.items[Number(key)]
      else return undefined
    }
    return isNode(node) ? node : undefined
  }

  #at([start, end]: readonly [number, number], path: Path, message: string): Problem {
    const { line, col } = this.#counter.linePos(start)
    const sourceLine = this.#lines[line - 1] ?? ''
    const length = Math.max(1, Math.min(end - start, sourceLine.length - col + 1))
    return {
      file: this.file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      path: formatPath(path),
      message,
      sourceLine,
      length,
    }
  }
}

/** `sites[1].link.rtt` */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  )
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

function shapeKeys(schema: unknown): readonly string[] {
  const shape = (schema as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape
  return shape ? Object.keys(shape) : []
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom' || issue.message.startsWith('not simulated yet')) return issue.message
  if (value === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return `expected ${kinds[issue.expected] ?? issue.expected}, not ${show(value)}`
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String)
    return `${show(value)} is not one of ${allowed.join(', ')}${typeof value === 'string' ? nearOnly(value, allowed) : ''}`
  }
  if (issue.code === 'too_small') return `${show(value)} is too small: at least ${issue.minimum}`
  if (issue.code === 'too_big') return `${show(value)} is too large: at most ${issue.maximum}`
  return issue.message
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
}

function nearOnly(word: string, known: readonly string[]): string {
  const hint = nearestHint(word, known)
  return hint.startsWith(' (did') ? hint : ''
}

function show(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : JSON.stringify(value)
}
