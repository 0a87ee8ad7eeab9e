import { InvalidArgumentError as InvalidOption } from 'commander'
import { usageFailure } from '../command-failure.ts'

export function integer(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidOption(`invalid int value: '${text}'`)
  return Number(text)
}

/** Collects `--property key=value` into one object. */
export function keyValue(text: string, soFar: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidOption(`Expected 'key=value' type, but got: ${text}`)
  return { ...soFar, [text.slice(0, at)]: text.slice(at + 1) }
}

/** Collects an option that may be used more than once. */
export function repeated(text: string, soFar: readonly string[] = []): readonly string[] {
  return [...soFar, text]
}

/** At most one of these options. @throws CommandFailure of wrong usage naming the last one and its rival */
export function exclusive(command: string, given: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.keys(given).filter((name) => given[name] !== undefined && given[name] !== false)
  const [first, second] = names
  if (second !== undefined) {
    throw usageFailure(`${command}: error: argument ${second}: not allowed with argument ${first}`)
  }
  return first
}

/** What `--public`, `--private`, `--community` and `--shared` say. */
export function visibilityOf(
  command: string,
  options: {
    readonly public?: boolean
    readonly private?: boolean
    readonly community?: boolean
    readonly shared?: boolean
  },
): string | undefined {
  const name = exclusive(command, {
    '--public': options.public,
    '--private': options.private,
    '--community': options.community,
    '--shared': options.shared,
  })
  return name?.slice(2)
}
