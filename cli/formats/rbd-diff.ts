import { type ByteSource, expectBanner, number64, tagged, text32 } from './byte-source.ts'

/**
 * The stream of `rbd export-diff` (`rbd diff v1`), and its second version, which is found inside `rbd image v2`:
 *
 * ```
 * "rbd diff v1\n" | "rbd diff v2\n"
 * f TEXT      the snapshot that the diff starts from; absent for one from the beginning
 * t TEXT      the snapshot that it leads to; absent for the head
 * p BYTE      whether that is protected (only in version 2, which says 8 of its length and writes 1)
 * s NUMBER    the image's size
 * w NUMBER NUMBER BYTES   offset, length, content
 * z NUMBER NUMBER         offset and length of zeros
 * e
 * ```
 *
 * In version 2 a NUMBER, the length of what follows, stands after every tag but `e`.
 *
 * @see https://docs.ceph.com/en/pacific/dev/rbd-diff/ and golden/rbd 07
 */
export type DiffVersion = 1 | 2

export const diffBanner: Readonly<Record<DiffVersion, string>> = { 1: 'rbd diff v1\n', 2: 'rbd diff v2\n' }

/** A snapshot's name in a stream is no longer. */
export const longestNameBytes = 4096

export interface DiffHeader {
  readonly fromSnapshot?: string | undefined
  readonly toSnapshot?: string | undefined
  /** Of `toSnapshot`; version 2 only. */
  readonly protected?: boolean | undefined
  readonly sizeBytes: number
}

export type DiffRecord =
  | { readonly kind: 'from-snapshot' | 'to-snapshot'; readonly name: string }
  | { readonly kind: 'protection'; readonly protected: boolean }
  | { readonly kind: 'size'; readonly sizeBytes: number }
  /** For `write`, the reader takes the content (`lengthBytes` of it) from the source before it asks for another record. */
  | { readonly kind: 'write' | 'zero'; readonly offset: number; readonly lengthBytes: number }
  /** A tag that nobody knows; version 1 does not say how much belongs to it. */
  | { readonly kind: 'unknown'; readonly tag: number; readonly lengthBytes: number }

export function encodeDiffHeader(version: DiffVersion, header: DiffHeader): Buffer {
  const { fromSnapshot, toSnapshot, sizeBytes } = header
  const parts = [tagged(diffBanner[version])]
  const add = (tag: string, value: Buffer, saidBytes = value.byteLength) =>
    parts.push(tagged(tag), ...(version === 2 ? [number64(saidBytes)] : []), value)
  if (fromSnapshot !== undefined) add('f', text32(fromSnapshot))
  if (toSnapshot !== undefined) {
    add('t', text32(toSnapshot))
    if (version === 2) add('p', Buffer.from([header.protected ? 1 : 0]), 8)
  }
  add('s', number64(sizeBytes))
  return Buffer.concat(parts)
}

/** What stands before the content of an extent, or for one of zeros. */
export function encodeExtent(
  version: DiffVersion,
  kind: 'write' | 'zero',
  { offset, lengthBytes }: { offset: number; lengthBytes: number },
): Buffer {
  const follows = 16 + (kind === 'write' ? lengthBytes : 0)
  return Buffer.concat([
    tagged(kind === 'write' ? 'w' : 'z'),
    ...(version === 2 ? [number64(follows)] : []),
    number64(offset),
    number64(lengthBytes),
  ])
}

export const diffEnd: Buffer = tagged('e')

/** The line that a diff begins with. @throws BadStream (EINVAL, or EDOM for an early end) */
export function expectDiffBanner(source: ByteSource, version: DiffVersion): Promise<void> {
  return expectBanner(source, diffBanner[version])
}

/**
 * The records behind the banner up to the diff's end, as they come.
 *
 * @throws BadStream for a name that is too long (EINVAL), an early end (EDOM)
 */
export async function* readDiff(source: ByteSource, version: DiffVersion): AsyncGenerator<DiffRecord> {
  for (;;) {
    const tag = await source.byte('tag')
    const letter = String.fromCharCode(tag)
    if (letter === 'e') return
    const lengthBytes = version === 2 ? await source.number('tag length') : 0
    yield await readRecord(source, letter, { tag, lengthBytes })
  }
}

async function readRecord(
  source: ByteSource,
  letter: string,
  unknown: { tag: number; lengthBytes: number },
): Promise<DiffRecord> {
  switch (letter) {
    case 'f':
      return { kind: 'from-snapshot', name: await source.string(longestNameBytes, 'start snap name') }
    case 't':
      return { kind: 'to-snapshot', name: await source.string(longestNameBytes, 'end snap name') }
    case 'p':
      return { kind: 'protection', protected: (await source.byte('snap protection status')) !== 0 }
    case 's':
      return { kind: 'size', sizeBytes: await source.number('image size') }
    case 'w':
    case 'z': {
      const offset = await source.number('IO length')
      return { kind: letter === 'w' ? 'write' : 'zero', offset, lengthBytes: await source.number('IO length') }
    }
    default:
      return { kind: 'unknown', ...unknown }
  }
}
