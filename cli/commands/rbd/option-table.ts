import { parseByteSize, parseImageSize } from '../../format/sizes.ts'

/** An option of `rbd`: a flag, or one with a value that must pass `accepts`. */
export interface OptionSpec {
  readonly short?: string
  readonly flag?: true
  readonly accepts?: (value: string) => boolean
}

const features = [
  'layering',
  'striping',
  'exclusive-lock',
  'object-map',
  'fast-diff',
  'deep-flatten',
  'journaling',
  'data-pool',
]

const anyValue: OptionSpec = {}
const flag: OptionSpec = { flag: true }
const imageSize: OptionSpec = { short: 's', accepts: (value) => parseImageSize(value) !== undefined }
const byteSize: OptionSpec = { accepts: (value) => parseByteSize(value) !== undefined }
const count: OptionSpec = { accepts: (value) => /^\d+$/.test(value) }
const between = (low: number, high: number): OptionSpec => ({
  accepts: (value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high,
})

/** Every option of the simulated commands, by its long name. */
export const optionTable = {
  all: { short: 'a', flag: true },
  'allow-shrink': flag,
  'data-pool': anyValue,
  descendants: flag,
  dest: anyValue,
  'dest-namespace': anyValue,
  'dest-pool': anyValue,
  exact: flag,
  'export-format': between(1, 2),
  force: flag,
  format: { accepts: (value) => ['plain', 'json', 'xml'].includes(value) },
  'from-snap': anyValue,
  image: anyValue,
  'image-feature': { accepts: (value) => value.split(',').every((name) => features.includes(name)) },
  'image-format': between(1, 2),
  'image-shared': flag,
  long: { short: 'l', flag: true },
  namespace: anyValue,
  'no-progress': flag,
  'object-size': byteSize,
  order: between(12, 25),
  path: anyValue,
  pool: { short: 'p' },
  'pretty-format': flag,
  size: imageSize,
  snap: anyValue,
  'sparse-size': byteSize,
  'stripe-count': count,
  'stripe-unit': byteSize,
  'thick-provision': flag,
  'whole-object': flag,
} satisfies Readonly<Record<string, OptionSpec>>

/** What every Ceph program takes, before or after its command. */
export const globalOptionTable = {
  'client-mount-timeout': count,
  cluster: anyValue,
  conf: { short: 'c' },
  'connect-timeout': count,
  help: { short: 'h', flag: true },
  id: { short: 'i' },
  keyfile: { short: 'K' },
  keyring: { short: 'k' },
  'mon-host': { short: 'm' },
  name: { short: 'n' },
  user: anyValue,
  version: { short: 'v', flag: true },
} satisfies Readonly<Record<string, OptionSpec>>

export type OptionName = keyof typeof optionTable
export type GlobalOptionName = keyof typeof globalOptionTable
