import { isFeature } from '#ceph-sim/engine/images/features.ts'
import { parseByteSize, parseImageSize } from '../../format/sizes.ts'

/** An option of `rbd`: a flag, or one with a value that must pass `accepts`. */
export interface OptionSpec {
  readonly short?: string
  readonly flag?: true
  readonly accepts?: (value: string) => boolean
  /** The parser names the value that it does not accept. */
  readonly namesValue?: true
}

const anyValue: OptionSpec = {}
const flag: OptionSpec = { flag: true }
const imageSize: OptionSpec = { short: 's', accepts: (value) => parseImageSize(value) !== undefined }
const byteSize: OptionSpec = { accepts: (value) => parseByteSize(value) !== undefined }
const count: OptionSpec = { accepts: (value) => /^\d+$/.test(value), namesValue: true }
const between = (low: number, high: number): OptionSpec => ({
  accepts: (value) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high,
})

const oneOf = (...values: string[]): OptionSpec => ({ accepts: (value) => values.includes(value) })

/** Every option of the simulated commands, by its long name. */
export const optionTable = {
  all: { short: 'a', flag: true },
  'allow-shrink': flag,
  'data-pool': anyValue,
  descendants: flag,
  'device-type': { short: 't', accepts: (value) => ['ggate', 'krbd', 'nbd', 'wnbd'].includes(value) },
  dest: anyValue,
  'dest-group': anyValue,
  'dest-namespace': anyValue,
  'dest-pool': anyValue,
  'dest-snap': anyValue,
  exact: flag,
  'expired-before': anyValue,
  'expires-at': anyValue,
  'export-format': between(1, 2),
  flatten: flag,
  force: flag,
  format: { accepts: (value) => ['plain', 'json', 'xml'].includes(value) },
  'from-snap': anyValue,
  'ignore-quiesce-error': flag,
  group: anyValue,
  'group-namespace': anyValue,
  'group-pool': anyValue,
  image: anyValue,
  'image-id': anyValue,
  'image-namespace': anyValue,
  'image-pool': anyValue,
  'io-pattern': oneOf('rand', 'seq', 'full-seq'),
  'io-size': byteSize,
  'io-threads': count,
  'io-total': byteSize,
  'io-type': oneOf('read', 'write', 'readwrite', 'rw'),
  'image-feature': {
    accepts: (value) => value.split(',').every((name) => name === '' || isFeature(name)),
  },
  'image-format': between(1, 2),
  'image-shared': flag,
  'journal-object-size': byteSize,
  'journal-pool': anyValue,
  'journal-splay-width': count,
  limit: anyValue,
  'merge-snapshots': flag,
  long: { short: 'l', flag: true },
  namespace: anyValue,
  'new-format': flag,
  'no-progress': flag,
  'object-size': byteSize,
  order: between(12, 25),
  path: anyValue,
  pool: { short: 'p' },
  'pretty-format': flag,
  'read-only': flag,
  'rw-mix-read': between(0, 100),
  shared: anyValue,
  size: imageSize,
  'skip-quiesce': flag,
  snap: anyValue,
  'snap-id': count,
  'sparse-size': byteSize,
  'stripe-count': count,
  'stripe-unit': byteSize,
  'thick-provision': flag,
  threshold: { accepts: (value) => /^-?\d*\.?\d+$/.test(value), namesValue: true },
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
  'rbd-default-clone-format': anyValue,
  user: anyValue,
  version: { short: 'v', flag: true },
} satisfies Readonly<Record<string, OptionSpec>>

export type OptionName = keyof typeof optionTable
