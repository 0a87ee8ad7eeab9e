import fc from 'fast-check'

/** One call, as both ends of the differential test understand it; see `librbd-server.py` for what each does. */
export type Operation =
  | { op: 'create'; image: string; size: number; order: number; features: number }
  | { op: 'write'; image: string; offset: number; length: number; byte: number }
  | { op: 'discard' | 'write-zeroes'; image: string; offset: number; length: number }
  | { op: 'resize'; image: string; size: number; allowShrink: boolean }
  | { op: SnapshotVerb; image: string; snapshot: string }
  | { op: 'rename-snapshot'; image: string; snapshot: string; name: string }
  | {
      op: 'clone'
      image: string
      snapshot: string
      child: string
      order: number | null
      features: number
      format: 1 | 2
    }
  | { op: 'copy' | 'deep-copy'; image: string; child: string }
  | { op: 'rename'; image: string; name: string }
  | { op: 'set-metadata'; image: string; key: string; text: string }
  | { op: 'flatten' | 'remove' | 'trash' | 'restore' | 'empty-trash'; image: string }

type SnapshotVerb = 'snapshot' | 'remove-snapshot' | 'protect' | 'unprotect' | 'rollback'

/** What is there to be named by the next operation. */
export interface Known {
  readonly images: readonly { readonly name: string; readonly size: number; readonly snapshots: readonly string[] }[]
}

/** A step before it is known what there is: numbers that pick, so that a shortened sequence still makes sense. */
export interface Intent {
  readonly kind: Operation['op']
  readonly image: number
  readonly other: number
  readonly snapshot: number
  readonly offset: number
  readonly length: number
  readonly byte: number
  readonly shape: number
}

const weights: Readonly<Record<Operation['op'], number>> = {
  create: 5,
  write: 30,
  discard: 12,
  'write-zeroes': 4,
  resize: 8,
  snapshot: 10,
  'remove-snapshot': 5,
  protect: 6,
  unprotect: 2,
  rollback: 3,
  'rename-snapshot': 2,
  clone: 9,
  copy: 2,
  'deep-copy': 2,
  rename: 2,
  'set-metadata': 1,
  flatten: 3,
  remove: 3,
  trash: 2,
  restore: 2,
  'empty-trash': 1,
}

const anyNumber = fc.nat(2 ** 31 - 1)

export const intents: fc.Arbitrary<Intent> = fc.record({
  kind: fc.oneof(
    ...Object.entries(weights).map(([op, weight]) => ({ weight, arbitrary: fc.constant(op as Operation['op']) })),
  ),
  image: anyNumber,
  other: anyNumber,
  snapshot: anyNumber,
  offset: anyNumber,
  length: anyNumber,
  byte: fc.integer({ min: 1, max: 255 }),
  shape: anyNumber,
})

const imageNames = ['a', 'b', 'c', 'd', 'e', 'f']
const snapshotNames = ['s0', 's1', 's2', 's3']
const orders = [12, 14, 16, 17, 20]
/** Names of features are bits: layering 1, exclusive-lock 4, object-map 8, fast-diff 16, deep-flatten 32. */
const featureSets = [61, 61, 61, 61, 29, 1, 5, 13]
const largestBytes = 640 * 1024

/** One step in eight names something that need not be there. */
export function resolve(intent: Intent, known: Known): Operation {
  const { byte, shape } = intent
  // Without an image there is little to do but to make one.
  const kind = known.images.length === 0 && shape % 8 !== 0 ? 'create' : intent.kind
  const target = known.images[intent.image % Math.max(1, known.images.length)]
  const image = intent.shape % 8 === 0 || !target ? pick(imageNames, intent.image) : target.name
  const size = known.images.find(({ name }) => name === image)?.size ?? 0
  const snapshots = known.images.find(({ name }) => name === image)?.snapshots ?? []
  const snapshot =
    kind === 'snapshot' || snapshots.length === 0 || intent.other % 8 === 0
      ? pick(snapshotNames, intent.snapshot)
      : pick(snapshots, intent.snapshot)
  const name = pick(imageNames, intent.other)
  switch (kind) {
    case 'create':
      return { op: kind, image: name, size: sizeOf(intent), order: pick(orders, shape), features: featuresOf(intent) }
    case 'write':
      return { op: kind, image, ...range(intent, size), byte }
    case 'discard':
    case 'write-zeroes':
      return { op: kind, image, ...range(intent, size) }
    case 'resize':
      return { op: kind, image, size: sizeOf(intent), allowShrink: byte > 32 }
    case 'clone':
      return {
        ...{ op: kind, image, snapshot, child: name },
        order: byte % 4 === 0 ? pick(orders, intent.length) : null,
        features: featuresOf(intent),
        format: byte % 3 === 0 ? 2 : 1,
      }
    case 'copy':
      return { op: kind, image, child: name }
    case 'deep-copy':
      // librbd 16.2.15 crashes when it copies an image onto itself.
      return { op: kind, image, child: name === image ? pick(imageNames, intent.other + 1) : name }
    case 'rename':
      return { op: kind, image, name }
    case 'rename-snapshot':
      return { op: kind, image, snapshot, name: pick(snapshotNames, intent.other) }
    case 'set-metadata':
      return { op: kind, image, key: `key${byte % 3}`, text: String(shape) }
    case 'flatten':
    case 'remove':
    case 'trash':
      return { op: kind, image }
    case 'restore':
    case 'empty-trash':
      return { op: kind, image: name }
    default:
      return { op: kind, image, snapshot }
  }
}

function pick<T>(items: readonly T[], number: number): T {
  return items[number % items.length] as T
}

function featuresOf({ length }: Intent): number {
  return pick(featureSets, length)
}

/** Whole objects, odd sizes, and sometimes nothing. */
function sizeOf({ offset, length }: Intent): number {
  if (length % 16 === 0) return 0
  const size = offset % largestBytes
  return length % 3 === 0 ? size : size - (size % 65536)
}

/** Anything from one byte to a good part of the image; sometimes aligned, sometimes past the end. */
function range({ offset, length, shape }: Intent, size: number): { offset: number; length: number } {
  const longest = pick([16, 700, 5000, 65536, 140_000, 400_000], shape)
  const start = offset % (shape % 16 === 0 ? size + 70_000 : Math.max(1, size))
  const count = 1 + (length % longest)
  if (shape % 3 !== 0) return { offset: start, length: count }
  const grain = pick([512, 4096, 16384, 65536], length)
  return { offset: start - (start % grain), length: Math.ceil(count / grain) * grain }
}
