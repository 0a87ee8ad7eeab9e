/** A value as an API answers it, and as the real clients (Python programs) hold it. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue }

/** What Python's `str()` makes of it: `None`, `True`, `['a']`, `{'a': 1}`; text stays as it is. */
export function pythonText(value: PlainValue): string {
  return typeof value === 'string' ? value : pythonLiteral(value)
}

/** What Python's `repr()` makes of it: text in quotes. */
export function pythonLiteral(value: PlainValue): string {
  if (value === null) return 'None'
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (isList(value)) return `[${value.map(pythonLiteral).join(', ')}]`
  return `{${Object.entries(value)
    .map(([name, item]) => `${quoted(name)}: ${pythonLiteral(item)}`)
    .join(', ')}}`
}

/** A tuple's literal: `('a',)` when it has one member. */
export function pythonTuple(values: readonly PlainValue[]): string {
  const members = values.map(pythonLiteral).join(', ')
  return values.length === 1 ? `(${members},)` : `(${members})`
}

/** JSON on one line as Python writes it: blanks after commas and colons, ASCII only. */
export function pythonJson(value: PlainValue): string {
  if (value === null || typeof value !== 'object') return asciiOnly(JSON.stringify(value))
  if (isList(value)) return `[${value.map(pythonJson).join(', ')}]`
  const members = Object.entries(value).map(([name, item]) => `${asciiOnly(JSON.stringify(name))}: ${pythonJson(item)}`)
  return `{${members.join(', ')}}`
}

/** Escapes what lies beyond ASCII in JSON text, half by half of a surrogate pair. */
export function asciiOnly(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) =>
    unit === '\u007f' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

export function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value)
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  const body = [...text].map((character) => {
    if (character === quote) return `\\${quote}`
    const short = escapes[character]
    if (short) return short
    const code = character.codePointAt(0) ?? 0
    return code < 0x20 || code === 0x7f ? `\\x${code.toString(16).padStart(2, '0')}` : character
  })
  return quote + body.join('') + quote
}
