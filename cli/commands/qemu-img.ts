import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { getSystemErrorMap, parseArgs } from 'node:util'
import type { CommandIo } from '#cli/command-io.ts'
import { DomainError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { ByteSource } from '#openstack/formats/byte-source.ts'
import { openAsRaw, readableFormats } from '#openstack/formats/convert.ts'
import { inspectImage } from '#openstack/formats/inspect.ts'
import { checkQcow2 } from '#openstack/formats/qcow2-check.ts'
import { writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import {
  type FileSource,
  fileSink,
  isSystemError,
  openFileSource,
  watched,
  writeSparse,
  writeWholeFile,
} from '../image-file.ts'
import { printCheck, printInfo } from './qemu-img-print.ts'

/** Subcommands that qemu-img has and this one does not. */
const otherCommands = new Set(
  'amend bench bitmap commit compare create dd map measure rebase resize snapshot'.split(' '),
)
const unsupportedCheckExitCode = 63
const tryHelp = "Try 'qemu-img --help' for more information"

/** What ends a command early: its message goes to stderr behind `qemu-img: `. */
class QemuImgFailure extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * `qemu-img convert|info|check` on local files, with qemu-img's options, texts and exit codes as far as they are
 * simulated. Unlike qemu-img it refuses images with a backing file, and damage that qemu reads as zeros (clusters past
 * the end of the file); an output appears only when it is complete.
 *
 * @param argv - the words after `qemu-img`
 * @returns the exit code
 */
export async function runQemuImg(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const [command, ...rest] = argv
    if (command === undefined) throw new QemuImgFailure(`Not enough arguments\n${tryHelp}`)
    if (command === 'convert') return await convert(rest, io)
    if (command === 'info') return await info(rest, io)
    if (command === 'check') return await check(rest, io)
    if (otherCommands.has(command)) throw new QemuImgFailure(`${command}: not simulated`)
    throw new QemuImgFailure(`Command not found: ${command}\n${tryHelp}`)
  } catch (error) {
    if (!(error instanceof QemuImgFailure)) throw error
    io.stderr(`qemu-img: ${error.message}\n`)
    return error.exitCode
  }
}

async function convert(argv: readonly string[], io: CommandIo): Promise<number> {
  const { flags, values, names } = parseWords(argv, { flags: 'cpq', values: 'fO', refused: 'oBFlmnrStTUWC' })
  const outFormat = values.get('O') ?? 'raw'
  const [inName, outName, ...more] = names
  if (inName === undefined || outName === undefined) throw new QemuImgFailure('Must specify image file name')
  if (more.length > 0) throw new QemuImgFailure('convert of more than one image: not simulated')
  if (outFormat !== 'raw' && outFormat !== 'qcow2') {
    const known = qemuFormats.has(outFormat)
    throw new QemuImgFailure(known ? `convert -O ${outFormat}: not simulated` : `Unknown file format '${outFormat}'`)
  }
  const compressed = flags.has('c')
  if (compressed && outFormat === 'raw') throw new QemuImgFailure('Compression not supported for this file format')
  await using source = await openNamed(inName, io)
  const inPath = resolve(io.cwd, inName)
  const outPath = resolve(io.cwd, outName)
  if (await isSameFile(inPath, outPath)) {
    throw new QemuImgFailure(
      `${outName}: error while converting ${outFormat}: Failed to get "write" lock\nIs another process using the image [${outName}]?`,
    )
  }
  const image = await opening(inName, async () => openAsRaw(source, await inputFormat(source, values.get('f'))))
  const progress = new Progress(image.virtualSizeBytes, flags.has('p') && !flags.has('q') ? io.stdout : () => {})
  await converting({ outName, outFormat, progress }, () =>
    writeWholeFile(outPath, async (file) => {
      const content = watched(image.runs(), (offset) => progress.at(offset), io.signal)
      if (outFormat === 'raw') await writeSparse(file, content, image.virtualSizeBytes)
      else
        await writeQcow2(fileSink(file), content, { virtualSizeBytes: toSectors(image.virtualSizeBytes), compressed })
    }),
  )
  progress.done()
  return 0
}

async function info(argv: readonly string[], io: CommandIo): Promise<number> {
  const { values, names } = parseWords(argv, { flags: 'U', values: 'f', refused: '', output: true })
  const [name, ...more] = names
  if (name === undefined || more.length > 0) throw new QemuImgFailure(`Expecting one image file name\n${tryHelp}`)
  await using source = await openNamed(name, io)
  await opening(name, async () => {
    const format = await inputFormat(source, values.get('f'))
    const inspection = await inspectImage(source)
    const shown =
      format === 'raw'
        ? { format, virtualSizeBytes: toSectors(source.sizeBytes), details: {} }
        : { ...inspection, format }
    if (inspection.details.backingFile === undefined || format !== 'qcow2') await openAsRaw(source, format)
    io.stdout(printInfo({ name, allocatedBytes: source.allocatedBytes, ...shown }, values.get('output') === 'json'))
  })
  return 0
}

async function check(argv: readonly string[], io: CommandIo): Promise<number> {
  const { values, names } = parseWords(argv, { flags: 'Uq', values: 'f', refused: 'rT', output: true })
  const [name, ...more] = names
  if (name === undefined || more.length > 0) throw new QemuImgFailure(`Expecting one image file name\n${tryHelp}`)
  await using source = await openNamed(name, io)
  const result = await opening(name, async () => {
    const format = await inputFormat(source, values.get('f'))
    return format === 'qcow2' ? checkQcow2(source) : undefined
  })
  if (!result) throw new QemuImgFailure('This image format does not support checks', unsupportedCheckExitCode)
  const asJson = values.get('output') === 'json'
  if (!asJson) for (const finding of result.findings) io.stderr(`${finding}\n`)
  io.stdout(printCheck(name, result, asJson))
  if (result.corruptions > 0) return 2
  return result.leaks > 0 ? 3 : 0
}

interface KnownOptions {
  readonly flags: string
  readonly values: string
  /** Options of qemu-img's that are not simulated. */
  readonly refused: string
  readonly output?: boolean
}

function parseWords(argv: readonly string[], known: KnownOptions) {
  const options: Record<string, { type: 'boolean' | 'string'; short?: string }> = {}
  for (const letter of known.flags) options[letter] = { type: 'boolean', short: letter }
  for (const letter of known.values) options[letter] = { type: 'string', short: letter }
  if (known.output) options.output = { type: 'string' }
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true, allowPositionals: true })
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const names: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') names.push(token.value)
    if (token.kind !== 'option') continue
    const type = options[token.name]?.type
    if (type === undefined && known.refused.includes(token.name))
      throw new QemuImgFailure(`option ${token.rawName}: not simulated`)
    if (type === undefined) throw new QemuImgFailure(`unrecognized option '${token.rawName}'\n${tryHelp}`)
    if (type === 'boolean') flags.add(token.name)
    else if (token.value === undefined)
      throw new QemuImgFailure(`missing argument for option '${token.rawName}'\n${tryHelp}`)
    else values.set(token.name, token.value)
  }
  const output = values.get('output')
  if (output !== undefined && output !== 'json' && output !== 'human') {
    throw new QemuImgFailure('--output must be used with human or json as argument.')
  }
  return { flags, values, names }
}

/** qemu's names of the formats; `vpc` is VHD. */
const qemuFormats = new Set(['raw', 'qcow2', 'vmdk', 'vdi', 'vpc', 'vhdx'])

async function inputFormat(source: ByteSource, named: string | undefined): Promise<string> {
  if (named !== undefined) {
    if (!qemuFormats.has(named)) throw new QemuImgFailure(`Unknown driver '${named}'`)
    return named === 'vpc' ? 'vhd' : named
  }
  const { format } = await inspectImage(source)
  // qemu has no driver for file systems: an ISO image is raw to it.
  if (format === 'iso') return 'raw'
  if (!readableFormats.includes(format)) throw new QemuImgFailure(`images of format ${format}: not simulated`)
  return format
}

async function openNamed(name: string, io: CommandIo): Promise<FileSource> {
  return opening(name, async () => {
    try {
      return await openFileSource(resolve(io.cwd, name))
    } catch (error) {
      if (isSystemError(error)) throw new QemuImgFailure(`Could not open '${name}': ${systemText(error)}`)
      throw error
    }
  })
}

async function opening<T>(name: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof QemuImgFailure || error instanceof DomainError) {
      throw new QemuImgFailure(`Could not open '${name}': ${error.message}`)
    }
    throw error
  }
}

interface Conversion {
  readonly outName: string
  readonly outFormat: string
  readonly progress: Progress
}

/** Damage in the image is a read error, a full disk a write error; both say how far the conversion had come. */
async function converting({ outName, outFormat, progress }: Conversion, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    throw conversionFailure(error, { outName, outFormat, progress })
  }
}

function conversionFailure(error: unknown, { outName, outFormat, progress }: Conversion): unknown {
  const isSystem = isSystemError(error)
  if (!isSystem && !(error instanceof DomainError)) return error
  const reason = isSystem ? systemText(error) : error.message
  if (isSystem ? error.syscall === 'open' : error instanceof InvalidArgumentError) {
    return new QemuImgFailure(
      `${outName}: error while converting ${outFormat}: Could not create '${outName}': ${reason}`,
    )
  }
  const doing = isSystem && error.syscall !== 'read' ? 'writing' : 'reading'
  return new QemuImgFailure(`error while ${doing} at byte ${progress.offset}: ${reason}`)
}

class Progress {
  readonly #sizeBytes: number
  readonly #print: (text: string) => void
  #shown = -1
  offset = 0

  constructor(sizeBytes: number, print: (text: string) => void) {
    this.#sizeBytes = sizeBytes
    this.#print = print
  }

  at(offset: number): void {
    this.offset = offset
    const percent = this.#sizeBytes === 0 ? 100 : (offset / this.#sizeBytes) * 100
    if (percent - this.#shown < 1) return
    this.#shown = percent
    this.#print(`    (${percent.toFixed(2)}/100%)\r`)
  }

  done(): void {
    this.#print('    (100.00/100%)\r\n')
  }
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => stat(path).catch(() => undefined)))
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino
}

/** A disk has whole sectors: a file that ends within one is padded with zeros. */
function toSectors(sizeBytes: number): number {
  return Math.ceil(sizeBytes / 512) * 512
}

/** An errno as strerror(3) words it. */
function systemText(error: NodeJS.ErrnoException): string {
  const text = (error.errno === undefined ? undefined : getSystemErrorMap().get(error.errno)?.[1]) ?? error.message
  return text.charAt(0).toUpperCase() + text.slice(1)
}
