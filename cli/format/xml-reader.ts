import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'

/** An element of a document: its name, attributes, child elements and the text directly inside it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const namePattern = /[A-Za-z_][\w.:-]*/y
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads a small document, strictly: elements, attributes, text, comments, the five entities and numbered characters. No
 * document types, so nothing can be pulled in from elsewhere.
 *
 * @throws InvalidArgumentError naming the line
 */
export function readXml(text: string): XmlElement {
  const reader = new XmlReader(text)
  return reader.document()
}

class XmlReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): XmlElement {
    this.#skipBetween()
    const root = this.#element()
    this.#skipBetween()
    if (this.#at < this.#text.length) throw this.#wrong('Extra content at the end of the document')
    return root
  }

  #element(): XmlElement {
    this.#expect('<')
    const name = this.#name()
    const attributes = this.#attributes()
    if (this.#take('/>')) return { name, attributes, children: [], text: '' }
    this.#expect('>')
    const children: XmlElement[] = []
    let text = ''
    for (;;) {
      const next = this.#text.indexOf('<', this.#at)
      if (next < 0) throw this.#wrong(`Premature end of data in tag ${name}`)
      text += this.#decoded(this.#text.slice(this.#at, next))
      this.#at = next
      if (this.#comment()) continue
      if (this.#take('</')) break
      children.push(this.#element())
    }
    if (this.#name() !== name) throw this.#wrong(`Opening and ending tag mismatch: ${name}`)
    this.#space()
    this.#expect('>')
    return { name, attributes, children, text }
  }

  #attributes(): Record<string, string> {
    const attributes: Record<string, string> = {}
    for (;;) {
      const spaced = this.#space()
      if (/[/>]/.test(this.#text[this.#at] ?? '>')) return attributes
      if (!spaced) throw this.#wrong('attributes construct error')
      const name = this.#name()
      if (Object.hasOwn(attributes, name)) throw this.#wrong(`Attribute ${name} redefined`)
      this.#space()
      this.#expect('=')
      this.#space()
      const quote = this.#text[this.#at]
      const end = quote === '"' || quote === "'" ? this.#text.indexOf(quote, this.#at + 1) : -1
      if (end < 0) throw this.#wrong('AttValue: " or \' expected')
      attributes[name] = this.#decoded(this.#text.slice(this.#at + 1, end))
      this.#at = end + 1
    }
  }

  #skipBetween(): void {
    this.#space()
    while (this.#comment() || this.#declaration()) this.#space()
  }

  #declaration(): boolean {
    const end = this.#text.startsWith('<?', this.#at) ? this.#text.indexOf('?>', this.#at) : -1
    if (end < 0) return false
    this.#at = end + 2
    return true
  }

  #comment(): boolean {
    if (!this.#take('<!--')) return false
    const end = this.#text.indexOf('-->', this.#at)
    if (end < 0) throw this.#wrong('Comment not terminated')
    this.#at = end + 3
    return true
  }

  #decoded(text: string): string {
    return text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));|&/g, (_, hex, decimal, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex as string, 16))
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      const character = entities[name as string]
      if (character === undefined) throw this.#wrong(`Entity '${String(name ?? '')}' not defined`)
      return character
    })
  }

  #name(): string {
    namePattern.lastIndex = this.#at
    const [name] = namePattern.exec(this.#text) ?? []
    if (name === undefined) throw this.#wrong('StartTag: invalid element name')
    this.#at += name.length
    return name
  }

  #space(): boolean {
    const start = this.#at
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
    return this.#at > start
  }

  #take(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false
    this.#at += word.length
    return true
  }

  #expect(word: string): void {
    if (!this.#take(word)) throw this.#wrong(`Start tag expected, '${word}' not found`)
  }

  #wrong(message: string): InvalidArgumentError {
    const line = this.#text.slice(0, this.#at).split('\n').length
    return new InvalidArgumentError(`${line}: ${message}`, { errno: 'EINVAL', line })
  }
}
