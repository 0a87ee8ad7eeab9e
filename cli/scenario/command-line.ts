/**
 * The little of a shell's language that the procedures use: words, quotes, `$VAR`, line continuation,
 * `VAR=$(command)` and `| grep WORD`. Nothing else of a shell is understood, and nothing is ever run by one.
 */
export interface CommandLine {
  /** As written, line continuations joined. */
  readonly text: string
  readonly words: readonly Word[]
  readonly filters: readonly GrepFilter[]
  /** From `VAR=$(command)`. */
  readonly capture?: string
}

export type Word = readonly WordPart[]
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }

export interface GrepFilter {
  readonly text: string
  readonly ignoreCase: boolean
  /** `-v`: lines without the text. */
  readonly invert: boolean
}

export type ParsedLine =
  | { readonly ok: true; readonly line: CommandLine }
  | { readonly ok: false; readonly problem: string }

/** `<host>`, the seeds' stand-in for a web server's address, is a variable by another spelling. */
export const hostVariable = 'host'

export function parseCommandLine(source: string): ParsedLine {
  const text = source.replace(/\s*\\\r?\n\s*/g, ' ').trim()
  const assignment = /^([A-Za-z_]\w*)=\$\((.*)\)$/s.exec(text)
  try {
    const segments = splitSegments(assignment ? (assignment[2] ?? '') : text)
    const [words = [], ...pipes] = segments
    if (words.length === 0) return { ok: false, problem: 'there is no command' }
    const filters = pipes.map(grepFilter)
    return { ok: true, line: { text, words, filters, ...(assignment?.[1] && { capture: assignment[1] }) } }
  } catch (error) {
    if (error instanceof NotUnderstood) return { ok: false, problem: error.message }
    throw error
  }
}

/** The names a line needs values for, in order of first use. */
export function variablesOf(line: CommandLine): readonly string[] {
  return [
    ...new Set(line.words.flatMap((word) => word.flatMap((part) => (part.kind === 'variable' ? [part.name] : [])))),
  ]
}

/** Puts values in: one word stays one argument, whatever its value. @throws RangeError for a name without a value */
export function expandWords(words: readonly Word[], variables: ReadonlyMap<string, string>): readonly string[] {
  return words.map((word) =>
    word.map((part) => (part.kind === 'text' ? part.text : valueFor(part.name, variables))).join(''),
  )
}

/** `$VAR` and `<host>` inside a plain text, such as the name in a waitFor. */
export function expandText(text: string, variables: ReadonlyMap<string, string>): string {
  return text
    .replace(/\$\{(\w+)\}|\$([A-Za-z_]\w*)/g, (_, braced?: string, bare?: string) =>
      valueFor(braced ?? bare ?? '', variables),
    )
    .replaceAll('<host>', () => valueFor(hostVariable, variables))
}

/** The lines that pass every filter. */
export function applyFilters(output: string, filters: readonly GrepFilter[]): string {
  if (filters.length === 0) return output
  const kept = filters.reduce(
    (lines, { text, ignoreCase, invert }) =>
      lines.filter((line) => {
        const found = ignoreCase ? line.toLowerCase().includes(text.toLowerCase()) : line.includes(text)
        return found !== invert
      }),
    output.replace(/\n$/, '').split('\n'),
  )
  return kept.map((line) => `${line}\n`).join('')
}

/** Drops `sudo` and `podman exec CONTAINER`: the simulated clusters' commands need no container to run in. */
export function withoutContainer(argv: readonly string[]): readonly string[] {
  const rest = argv[0] === 'sudo' ? argv.slice(1) : argv
  return (rest[0] === 'podman' || rest[0] === 'docker') && rest[1] === 'exec' ? rest.slice(3) : rest
}

class NotUnderstood extends Error {}

function valueFor(name: string, variables: ReadonlyMap<string, string>): string {
  const value = variables.get(name)
  if (value === undefined) throw new RangeError(`$${name} has no value`)
  return value
}

function splitSegments(text: string): Word[][] {
  const segments: Word[][] = [[]]
  const reader = new WordReader(text)
  for (;;) {
    reader.skipBlanks()
    if (reader.atEnd) return segments
    if (reader.take('|')) segments.push([])
    else segments.at(-1)?.push(reader.word())
  }
}

class WordReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  skipBlanks(): void {
    while (/\s/.test(this.#peek())) this.#at++
  }

  take(expected: string): boolean {
    if (!this.#text.startsWith(expected, this.#at)) return false
    this.#at += expected.length
    return true
  }

  word(): Word {
    const parts: WordPart[] = []
    const text = (piece: string) => parts.push({ kind: 'text', text: piece })
    while (!this.atEnd && !/[\s|]/.test(this.#peek())) {
      if (this.take("'")) text(this.#until("'"))
      else if (this.take('"')) this.#doubleQuoted(parts)
      else if (this.take('\\')) text(this.#next())
      else if (this.take('<host>')) parts.push({ kind: 'variable', name: hostVariable })
      else if (this.take('$')) parts.push(this.#variable())
      else if (/[;&<>`()*?~]/.test(this.#peek())) {
        throw new NotUnderstood(
          `"${this.#peek()}" is not understood here: this is not a shell (quote it if it is meant as it stands)`,
        )
      } else text(this.#next())
    }
    return merged(parts)
  }

  #doubleQuoted(parts: WordPart[]): void {
    parts.push({ kind: 'text', text: '' })
    while (!this.take('"')) {
      if (this.atEnd) throw new NotUnderstood('a double quote is not closed')
      if (this.take('$')) parts.push(this.#variable())
      else if (/^\\["\\$]/.test(this.#text.slice(this.#at))) {
        this.#at++
        parts.push({ kind: 'text', text: this.#next() })
      } else parts.push({ kind: 'text', text: this.#next() })
    }
  }

  #variable(): WordPart {
    const match = /^(?:\{(\w+)\}|([A-Za-z_]\w*))/.exec(this.#text.slice(this.#at))
    if (!match) throw new NotUnderstood('"$" is followed by no name: this is not a shell')
    this.#at += match[0].length
    return { kind: 'variable', name: match[1] ?? match[2] ?? '' }
  }

  #until(end: string): string {
    const stop = this.#text.indexOf(end, this.#at)
    if (stop < 0) throw new NotUnderstood('a single quote is not closed')
    const piece = this.#text.slice(this.#at, stop)
    this.#at = stop + end.length
    return piece
  }

  #peek(): string {
    return this.#text[this.#at] ?? ''
  }

  #next(): string {
    return this.#text[this.#at++] ?? ''
  }
}

function merged(parts: readonly WordPart[]): Word {
  const word: WordPart[] = []
  for (const part of parts) {
    const last = word.at(-1)
    if (part.kind === 'text' && last?.kind === 'text')
      word[word.length - 1] = { kind: 'text', text: last.text + part.text }
    else word.push(part)
  }
  return word
}

function grepFilter(words: readonly Word[]): GrepFilter {
  const [command, ...rest] = words.map((word) => {
    if (word.some((part) => part.kind === 'variable')) throw new NotUnderstood('a grep pattern is plain text here')
    return word.map((part) => (part.kind === 'text' ? part.text : '')).join('')
  })
  if (command !== 'grep')
    throw new NotUnderstood(`only "| grep WORD" is understood after a pipe, not "${command ?? ''}"`)
  const flags = rest.filter((word) => word.startsWith('-'))
  const [text, ...more] = rest.filter((word) => !word.startsWith('-'))
  const unknown = flags.find((flag) => !/^-[ivF]+$/.test(flag))
  if (unknown !== undefined) throw new NotUnderstood(`grep's option ${unknown} is not understood here`)
  if (text === undefined || more.length > 0) throw new NotUnderstood('grep takes one word here')
  if (/[[\]*^$.\\]/.test(text) && !flags.some((flag) => flag.includes('F'))) {
    throw new NotUnderstood('a grep pattern is plain text here (or give -F)')
  }
  return {
    text,
    ignoreCase: flags.some((flag) => flag.includes('i')),
    invert: flags.some((flag) => flag.includes('v')),
  }
}
