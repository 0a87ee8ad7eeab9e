import type { ByteRange, Content, Rbd, RbdImageSpec, RbdSpec } from '#ceph-sim/rbd.ts'

/** `images/a` or `images/a@snap`. */
export function image(text: string): RbdImageSpec {
  const [pool, name] = text.split('/')
  return { pool: pool!, image: name! }
}
export function snapshot(text: string): RbdImageSpec & { snapshot: string } {
  const [spec, name] = text.split('@')
  return { ...image(spec!), snapshot: name! }
}
export function spec(text: string): RbdSpec {
  return text.includes('@') ? snapshot(text) : image(text)
}

export function filled(offset: number, lengthBytes: number, byte: number): Content {
  return { kind: 'data', offset, bytes: new Uint8Array(lengthBytes).fill(byte) }
}
export function zeros(offset: number, lengthBytes: number): Content {
  return { kind: 'zero', offset, lengthBytes }
}

/** Writes one run of one byte value. */
export async function writeRun(
  rbd: Rbd,
  target: string,
  offset: number,
  lengthBytes: number,
  byte: number,
): Promise<void> {
  await rbd.write(image(target), [filled(offset, lengthBytes, byte)])
}

/** Everything a read gives, as one buffer; holes are zeros. */
export async function readBytes(rbd: Rbd, target: RbdSpec, range: Partial<ByteRange> = {}): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of rbd.read(target, range)) {
    parts.push(piece.kind === 'data' ? Buffer.from(piece.bytes) : Buffer.alloc(piece.lengthBytes))
  }
  return Buffer.concat(parts)
}

/** Runs of equal bytes: `offset length 0xbyte`, as the recordings show content. */
export async function readRuns(rbd: Rbd, target: string, range: Partial<ByteRange> = {}): Promise<string[]> {
  const bytes = await readBytes(rbd, spec(target), range)
  const start = range.offset ?? 0
  const runs: string[] = []
  let at = 0
  while (at < bytes.length) {
    let end = at + 1
    while (end < bytes.length && bytes[end] === bytes[at]) end++
    runs.push(`${start + at} ${end - at} 0x${bytes[at]!.toString(16).padStart(2, '0')}`)
    at = end
  }
  return runs
}

/** Offsets and lengths of what `extents` lists. */
export async function extentRuns(rbd: Rbd, target: string): Promise<string[]> {
  return (await rbd.extents(spec(target))).map(({ offset, lengthBytes }) => `${offset} ${lengthBytes}`)
}

/** Used bytes by `rbd du`, keyed by snapshot name; the head under `''`. */
export async function usedBytes(rbd: Rbd, target: string): Promise<Record<string, number>> {
  const rows = await rbd.diskUsage(image(target))
  return Object.fromEntries(rows.map(({ snapshot: name = '', usedBytes: used }) => [name, used]))
}

export async function poolUsage(rbd: Rbd, name: string) {
  return (await rbd.df()).pools.find((pool) => pool.name === name)!
}
