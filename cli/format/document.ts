/** What Ceph's formatters dump. */
export type DocumentValue =
  | string
  | number
  | boolean
  | Fraction
  | readonly DocumentValue[]
  | { readonly [key: string]: DocumentValue | undefined }

/** A ratio: Ceph holds it as a float of 32 bits, or as a double of 64, and prints 17 significant digits of that. */
export class Fraction {
  readonly value: number
  constructor(value: number, kind: 'float' | 'double' = 'float') {
    this.value = kind === 'float' ? Math.fround(value) : value
  }
}

/** JSON as Ceph's JSONFormatter writes it: nothing between tokens, or four spaces an inset when pretty. */
export function formatJson(value: DocumentValue, pretty: boolean): string {
  return write(value, pretty ? '\n' : '')

  function write(item: DocumentValue, lineStart: string): string {
    if (item instanceof Fraction) return seventeenDigits(item.value)
    if (typeof item !== 'object') return JSON.stringify(item)
    const inner = lineStart && `${lineStart}    `
    if (Array.isArray(item))
      return wrap(
        '[',
        (item as readonly DocumentValue[]).map((each) => write(each, inner)),
        ']',
      )
    return wrap(
      '{',
      members(item).map(([key, each]) => `${JSON.stringify(key)}:${pretty ? ' ' : ''}${write(each, inner)}`),
      '}',
    )

    function wrap(opening: string, parts: readonly string[], closing: string): string {
      if (parts.length === 0) return opening + closing
      return opening + parts.map((part) => inner + part).join(',') + lineStart + closing
    }
  }
}

/** What the elements of an array are called in XML: `images` holds `image`, and so on. */
export type ItemNames = Readonly<Record<string, string>>

/** XML as Ceph's XMLFormatter writes it; one space an inset when pretty. */
export function formatXml(name: string, value: DocumentValue, items: ItemNames, pretty: boolean): string {
  return element(name, value, 0)

  function element(tag: string, item: DocumentValue, depth: number): string {
    const inset = pretty ? ' '.repeat(depth) : ''
    const end = pretty ? '\n' : ''
    if (item instanceof Fraction) return `${inset}<${tag}>${seventeenDigits(item.value)}</${tag}>${end}`
    if (typeof item !== 'object') return `${inset}<${tag}>${escapeXml(String(item))}</${tag}>${end}`
    const parts = Array.isArray(item)
      ? (item as readonly DocumentValue[]).map((each) => [items[tag] ?? 'item', each] as const)
      : members(item)
    const body = parts.map(([key, each]) => element(key, each, depth + 1)).join('')
    return `${inset}<${tag}>${end}${body}${inset}</${tag}>${end}`
  }
}

function members(item: object): [string, DocumentValue][] {
  return (Object.entries(item) as [string, DocumentValue | undefined][]).filter(
    (entry): entry is [string, DocumentValue] => entry[1] !== undefined,
  )
}

export function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}

/** C's `%.17g`. */
function seventeenDigits(value: number): string {
  if (value === 0) return '0'
  const [mantissa = '', exponent = ''] = value.toExponential(16).split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 17) return trimZeros(value.toFixed(16 - power))
  return `${trimZeros(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
