import { unparsable } from './command-failure.ts'
import type { OptionSpec } from './option-table.ts'

/** One word of a command line, as the option tables read it. */
export type Word =
  | { readonly kind: 'positional'; readonly text: string }
  | { readonly kind: 'option'; readonly name: string; readonly value: string | undefined; readonly spec: OptionSpec }
  | { readonly kind: 'unknown'; readonly text: string }

/** Splits a command line into positionals and options; options may stand anywhere, spelled `--a b`, `--a=b`, `-ab`, `-a b`. */
export function readWords(argv: readonly string[], table: Readonly<Record<string, OptionSpec>>): Word[] {
  const words: Word[] = []
  for (let at = 0; at < argv.length; at++) {
    const text = argv[at]!
    if (text === '-' || !text.startsWith('-')) {
      words.push({ kind: 'positional', text })
      continue
    }
    const { name, attached } = splitOption(text, table)
    const spec = name === undefined ? undefined : table[name]
    if (name === undefined || !spec) words.push({ kind: 'unknown', text: text.replace(/=.*/, '') })
    else if (spec.flag) words.push({ kind: 'option', name, value: undefined, spec })
    else words.push({ kind: 'option', name, value: attached ?? argv[++at], spec })
  }
  return words
}

/** Ceph takes `--client_mount_timeout` and `--client-mount-timeout` alike. */
function splitOption(text: string, table: Readonly<Record<string, OptionSpec>>) {
  if (text.startsWith('--')) {
    const [name = '', ...rest] = text.slice(2).split('=')
    return { name: name.replaceAll('_', '-'), attached: rest.length === 0 ? undefined : rest.join('=') }
  }
  const name = Object.keys(table).find((each) => table[each]!.short === text[1])
  return { name, attached: text.length > 2 ? text.slice(2) : undefined }
}

/** The options and arguments of one command, checked against what it takes. */
export class CommandArguments {
  readonly positionals: readonly string[]
  readonly #values = new Map<string, string[]>()

  /**
   * @param allowed - the names of the options that the command takes
   * @throws CommandFailure (exit 1) for options it does not take, bad or missing values and too many arguments
   */
  constructor(words: readonly Word[], allowed: ReadonlySet<string>, maxPositionals: number) {
    const positionals: string[] = []
    for (const word of words) {
      if (word.kind === 'positional') positionals.push(word.text)
      else if (word.kind === 'unknown') throw unparsable(`unrecognised option '${word.text}'`)
      else this.#take(word, allowed)
    }
    if (positionals.length > maxPositionals) throw unparsable('too many arguments')
    this.positionals = positionals
  }

  #take({ name, value, spec }: Extract<Word, { kind: 'option' }>, allowed: ReadonlySet<string>): void {
    if (!allowed.has(name)) throw unparsable(`unrecognised option '--${name}'`)
    if (!spec.flag) {
      if (value === undefined) throw unparsable(`the required argument for option '--${name}' is missing`)
      if (spec.accepts && !spec.accepts(value))
        throw unparsable(`the argument${spec.namesValue ? ` ('${value}')` : ''} for option '--${name}' is invalid`)
    }
    this.#values.set(name, [...(this.#values.get(name) ?? []), value ?? ''])
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** The last value given. */
  get(name: string): string | undefined {
    return this.#values.get(name)?.at(-1)
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }
}
