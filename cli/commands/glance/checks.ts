import type { CommandIo } from '#cli/command-io.ts'
import type { Cloud } from '../cloud.ts'
import { CommandFailure, usageFailure } from '../command-failure.ts'
import { isReadable, readLocalFile } from '../local-file.ts'

export const diskFormats = ['ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop']
export const containerFormats = ['ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed']
export const visibilities = ['community', 'public', 'private', 'shared']

/** What the client takes for true; anything else is false. */
export function truth(text: string): boolean {
  return ['1', 't', 'true', 'on', 'y', 'yes'].includes(text.trim().toLowerCase())
}

/** A whole number argument. @throws CommandFailure of wrong usage */
export function wholeNumber(text: string): number {
  if (!/^-?\d+$/.test(text)) throw usageFailure(`invalid int value: '${text}'`)
  return Number(text)
}

/** Collects `--property key=value` into one object; the last one of a key counts. */
export function keyValue(text: string, soFar: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const at = text.indexOf('=')
  if (at < 1) throw usageFailure(`invalid key=value argument: '${text}'`)
  return { ...soFar, [text.slice(0, at)]: text.slice(at + 1) }
}

/** Refuses a format that Glance's image schema does not list, before anything is sent. */
export function checkFormat(field: string, value: string | undefined, known: readonly string[]): void {
  if (value === undefined || known.includes(value)) return
  const list = known.map((name) => `'${name}'`).join(', ')
  throw new CommandFailure(`Unable to set '${field}' to '${value}'. Reason: '${value}' is not one of [None, ${list}]`)
}

/** @throws CommandFailure naming the first store that the cloud does not have (requirements O06) */
export async function checkStores(cloud: Cloud, io: CommandIo, stores: readonly string[]): Promise<void> {
  if (stores.length === 0) return
  const known = await cloud.images.listStores({ signal: io.signal })
  const unknown = stores.find((store) => !known.some(({ id }) => id === store))
  if (unknown !== undefined) {
    const hint = 'Valid values can be retrieved with stores-info command.'
    throw new CommandFailure(`Store '${unknown}' is not valid for this cloud. ${hint}`)
  }
}

/** @throws CommandFailure when the cloud has not enabled the import method (requirements A26) */
export async function checkMethod(cloud: Cloud, io: CommandIo, method: string): Promise<void> {
  const enabled = await cloud.images.importMethods({ signal: io.signal })
  if (enabled.includes(method)) return
  const hint = 'Valid values can be retrieved with import-info command.'
  throw new CommandFailure(`Import method '${method}' is not valid for this cloud. ${hint}`)
}

/** Only one way of saying where to (requirements O05). */
export function checkOneTarget(options: {
  readonly store?: string | undefined
  readonly stores?: string | undefined
  readonly allStores?: boolean | undefined
}): void {
  const given = [options.store, options.stores, options.allStores].filter(Boolean)
  if (given.length > 1) throw new CommandFailure('Only one of --store, --stores and --all-stores can be provided')
}

/** Data needs both formats to be said with it. */
export function checkFormatsGiven(
  options: { readonly diskFormat?: string | undefined; readonly containerFormat?: string | undefined },
  source: string,
): void {
  const missing = [
    ...(options.containerFormat ? [] : ['--container-format']),
    ...(options.diskFormat ? [] : ['--disk-format']),
  ]
  if (missing.length > 0) throw new CommandFailure(`error: Must provide ${missing.join(', ')} when using ${source}.`)
}

/** The image data that a command was given: a file, or what is piped in. */
export function dataSource(io: CommandIo, file: string | undefined): AsyncIterable<Uint8Array> | undefined {
  return file === undefined ? io.stdin : readLocalFile(io, file)
}

export async function checkReadable(io: CommandIo, file: string | undefined, end = ''): Promise<void> {
  if (file === undefined || (await isReadable(io, file))) return
  throw new CommandFailure(`File ${file} does not exist or user does not have read privileges to it${end}`)
}
