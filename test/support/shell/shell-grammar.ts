/** The part of the shell's language that the golden transcripts use, as a tree. */
export type ShellNode =
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'pipeline'; readonly stages: readonly ShellNode[] }
  | { readonly kind: 'group'; readonly body: ShellNode; readonly redirects: readonly Redirect[] }
  | { readonly kind: 'for'; readonly name: string; readonly words: readonly Word[]; readonly body: ShellNode }
  | { readonly kind: 'while'; readonly condition: ShellNode; readonly body: ShellNode }
  | {
      readonly kind: 'simple'
      readonly assignments: readonly { name: string; value: Word }[]
      readonly words: readonly Word[]
      readonly redirects: readonly Redirect[]
    }

export interface ListItem {
  readonly node: ShellNode
  /** What stands behind it. */
  readonly separator: ';' | '&' | '&&' | '||'
}
export interface Redirect {
  readonly from: '0' | '1' | '2'
  readonly to: { readonly kind: 'file'; readonly path: Word } | { readonly kind: 'copy'; readonly of: '1' | '2' }
}
export type Word = readonly WordPart[]
export type WordPart =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'command'; readonly body: ShellNode; readonly quoted: boolean }
  /** `$((left-right))`, `$((left+right))`: names of variables, or numbers. */
  | { readonly kind: 'difference'; readonly left: string; readonly right: string; readonly quoted: boolean }
  | { readonly kind: 'sum'; readonly left: string; readonly right: string; readonly quoted: boolean }

const keywords = new Set(['do', 'done', 'in', 'for', 'while'])

export function parseShell(text: string): ShellNode {
  const parser = new Parser(text)
  const list = parser.list(() => false)
  if (!parser.atEnd) throw new SyntaxError(`cannot parse the rest of: ${text}`)
  return list
}

class Parser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    this.#blank()
    return this.#at >= this.#text.length
  }

  list(ends: () => boolean): ShellNode {
    const items: ListItem[] = []
    while (!this.atEnd && !ends()) {
      const node = this.#pipeline()
      const separator = (['&&', '||', ';', '&'] as const).find((each) => this.#take(each)) ?? ';'
      items.push({ node, separator })
    }
    return { kind: 'list', items }
  }

  #pipeline(): ShellNode {
    const stages = [this.#command()]
    while (!this.#looking('||') && this.#take('|')) stages.push(this.#command())
    return stages.length === 1 ? stages[0]! : { kind: 'pipeline', stages }
  }

  #command(): ShellNode {
    if (this.#take('(')) {
      const body = this.list(() => this.#looking(')'))
      this.#expect(')')
      return { kind: 'group', body, redirects: this.#redirects() }
    }
    if (this.#keyword('for')) return this.#for()
    if (this.#keyword('while')) {
      const condition = this.list(() => this.#lookingAtKeyword('do'))
      return { kind: 'while', condition, body: this.#body() }
    }
    return this.#simple()
  }

  #for(): ShellNode {
    this.#blank()
    const name = this.#match(/\w+/y)!
    if (!this.#keyword('in')) throw new SyntaxError('for without in')
    const words: Word[] = []
    while (!this.#take(';')) words.push(this.#word()!)
    return { kind: 'for', name, words, body: this.#body() }
  }

  #body(): ShellNode {
    if (!this.#keyword('do')) throw new SyntaxError(`no do at: ${this.#text.slice(this.#at)}`)
    const body = this.list(() => this.#lookingAtKeyword('done'))
    this.#keyword('done')
    return body
  }

  #simple(): ShellNode {
    const assignments: { name: string; value: Word }[] = []
    const words: Word[] = []
    const redirects: Redirect[] = []
    for (;;) {
      const redirect = this.#redirect()
      if (redirect) {
        redirects.push(redirect)
        continue
      }
      const name = words.length === 0 ? this.#match(/\w+(?==)/y) : undefined
      if (name !== undefined) {
        this.#at++
        assignments.push({ name, value: this.#word() ?? [] })
        continue
      }
      const word = this.#word()
      if (!word) break
      words.push(word)
    }
    return { kind: 'simple', assignments, words, redirects }
  }

  #redirects(): Redirect[] {
    const redirects: Redirect[] = []
    for (let next = this.#redirect(); next; next = this.#redirect()) redirects.push(next)
    return redirects
  }

  #redirect(): Redirect | undefined {
    this.#blank()
    const copied = this.#match(/([12])>&([12])/y)
    if (copied) return { from: copied[0] as '1' | '2', to: { kind: 'copy', of: copied[3] as '1' | '2' } }
    const operator = this.#match(/[012]?>|</y)
    if (!operator) return undefined
    const from = operator === '<' ? '0' : operator.length === 2 ? (operator[0] as '1' | '2') : '1'
    this.#blank()
    return { from, to: { kind: 'file', path: this.#word()! } }
  }

  #word(): Word | undefined {
    this.#blank()
    const parts: WordPart[] = []
    for (;;) {
      const part = this.#wordParts()
      if (!part) break
      parts.push(...part)
    }
    return parts.length === 0 ? undefined : parts
  }

  #wordParts(): WordPart[] | undefined {
    const character = this.#text[this.#at]
    if (character === "'") {
      const end = this.#text.indexOf("'", this.#at + 1)
      const text = this.#text.slice(this.#at + 1, end)
      this.#at = end + 1
      return [{ kind: 'text', text, quoted: true }]
    }
    if (character === '"') return this.#doubleQuoted()
    if (character === '$') return [this.#expansion(false)]
    const text = this.#match(/[^\s'"$;&|()<>]+/y)
    return text === undefined ? undefined : [{ kind: 'text', text, quoted: false }]
  }

  #doubleQuoted(): WordPart[] {
    this.#at++
    const parts: WordPart[] = [{ kind: 'text', text: '', quoted: true }]
    while (this.#text[this.#at] !== '"') {
      const escaped = this.#match(/\\["$\\`]/y)
      if (escaped !== undefined) parts.push({ kind: 'text', text: escaped.slice(1), quoted: true })
      else if (this.#text[this.#at] === '$') parts.push(this.#expansion(true))
      else parts.push({ kind: 'text', text: this.#match(/\\|[^"$\\]+/y)!, quoted: true })
    }
    this.#at++
    return parts
  }

  #expansion(quoted: boolean): WordPart {
    this.#at++
    const arithmetic = this.#match(/\(\((\w+)[-+](\w+)\)\)/y)
    if (arithmetic !== undefined) {
      const [left = '', right = ''] = arithmetic.slice(2, -2).split(/[-+]/)
      return { kind: arithmetic.includes('+') ? 'sum' : 'difference', left, right, quoted }
    }
    if (this.#text[this.#at] === '(') {
      this.#at++
      const body = this.list(() => this.#looking(')'))
      this.#expect(')')
      return { kind: 'command', body, quoted }
    }
    const name = this.#match(/\w+|[?!]/y)
    if (name === undefined) return { kind: 'text', text: '$', quoted }
    return { kind: 'variable', name, quoted }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #blank(): void {
    this.#match(/\s*/y)
  }

  #looking(text: string): boolean {
    this.#blank()
    return this.#text.startsWith(text, this.#at)
  }

  #take(text: string): boolean {
    if (!this.#looking(text)) return false
    this.#at += text.length
    return true
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new SyntaxError(`expected ${text} at: ${this.#text.slice(this.#at)}`)
  }

  #lookingAtKeyword(word: string): boolean {
    this.#blank()
    return (
      keywords.has(word) &&
      new RegExp(`${word}(?![\\w-])`, 'y').test(this.#text.slice(this.#at, this.#at + word.length + 1))
    )
  }

  #keyword(word: string): boolean {
    if (!this.#lookingAtKeyword(word)) return false
    this.#at += word.length
    return true
  }
}
