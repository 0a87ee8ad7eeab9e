import type { ByteRange, Rbd } from '#ceph-sim/rbd.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { CommandFailure } from './command-failure.ts'
import { errno, errnoOf, reasonOf } from './errno.ts'
import { anyTarget, poolFailure, poolTarget, specOf, type Target } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, snapshotOptions, tableUnlessEmpty } from './rbd-context.ts'

interface UsageRow {
  readonly image: string
  readonly id: string
  readonly snapshot?: string
  readonly snapshotId?: number
  readonly provisionedBytes: number
  readonly usedBytes: number
}

/** `du`: objects that hold something, by snapshot and head; whole objects, as the object map knows them. */
export const diskUsage: RbdCommand = {
  names: ['du', 'disk-usage'],
  options: [...snapshotOptions, 'from-snap', 'exact', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { args } = context
    if (args.has('exact')) throw new CommandFailure(38, 'rbd: du --exact is not simulated')
    const wholePool = args.positionals.length === 0 && !args.has('image')
    const target = wholePool ? poolTarget(args) : anyTarget(args)
    const rbd = await context.cluster()
    const rows: UsageRow[] = []
    for (const image of wholePool ? await imagesIn(context, rbd, target) : [target.image]) {
      rows.push(...(await rowsOf(context, rbd, { ...target, image })))
    }
    printUsage(context, rows, target.snapshot !== undefined)
  },
}

async function imagesIn(context: RbdContext, rbd: Rbd, target: Target): Promise<readonly string[]> {
  try {
    return await rbd.listImages(target.pool, context.call)
  } catch (thrown) {
    throw poolFailure(thrown, target) ?? duFailure(thrown)
  }
}

async function rowsOf(context: RbdContext, rbd: Rbd, target: Target): Promise<UsageRow[]> {
  const head = { pool: target.pool, image: target.image }
  try {
    const [info, usages, snapshots] = await Promise.all([
      rbd.info(head, context.call),
      rbd.diskUsage(head, context.call),
      rbd.listSnapshots(head, context.call),
    ])
    if (!info.features.includes('fast-diff')) {
      context.io.stderr(`warning: fast-diff map is not enabled for ${target.image}. operation may be slow.\n`)
    }
    const rows = usages.map(({ snapshot, provisionedBytes, usedBytes }) => ({
      image: target.image,
      id: info.id,
      ...(snapshot === undefined
        ? {}
        : { snapshot, snapshotId: snapshots.find(({ name }) => name === snapshot)?.id ?? 0 }),
      provisionedBytes,
      usedBytes,
    }))
    return rows.slice(rowAfter(rows, context.args.get('from-snap')), rowAfter(rows, target.snapshot) || rows.length)
  } catch (thrown) {
    if (reasonOf(thrown) === 'image_missing') {
      throw duFailure(thrown, `specified image ${target.image} is not found.\n`)
    }
    throw poolFailure(thrown, target) ?? (thrown instanceof CommandFailure ? thrown : duFailure(thrown))
  }
}

/** The index behind a snapshot's row; 0 when none is named. */
function rowAfter(rows: readonly UsageRow[], snapshot: string | undefined): number {
  if (snapshot === undefined) return 0
  const index = rows.findIndex((row) => row.snapshot === snapshot)
  if (index >= 0) return index + 1
  throw new CommandFailure(2, `specified snapshot is not found.\nrbd: du failed: ${errno('ENOENT').text}`)
}

function duFailure(thrown: unknown, before = ''): CommandFailure {
  const code = errnoOf(thrown)
  return new CommandFailure(code.number, `${before}rbd: du failed: ${code.text}`)
}

/** The total counts an image's provisioned bytes once, by its head, unless only snapshots were asked for. */
function printUsage(context: RbdContext, rows: readonly UsageRow[], snapshotsOnly: boolean): void {
  const counted = rows.filter(({ snapshot }) => snapshotsOnly || snapshot === undefined)
  const provisioned = counted.reduce((sum, row) => sum + row.provisionedBytes, 0)
  const used = rows.reduce((sum, row) => sum + row.usedBytes, 0)
  const columns = [
    { heading: 'NAME' },
    { heading: 'PROVISIONED', values: 'right' },
    { heading: 'USED', values: 'right' },
  ] as const
  const lines = rows.map((row) => [
    row.snapshot === undefined ? row.image : `${row.image}@${row.snapshot}`,
    formatBytes(row.provisionedBytes),
    formatBytes(row.usedBytes),
  ])
  const total = rows.length > 1 ? [['<TOTAL>', formatBytes(provisioned), formatBytes(used)]] : []
  const wholePool = context.args.positionals.length === 0 && !context.args.has('image')
  context.print(() => tableUnlessEmpty(columns, [...lines, ...total]), {
    name: 'stats',
    value: {
      images: rows.map((row) => ({
        name: row.image,
        id: row.id,
        snapshot: row.snapshot,
        snapshot_id: row.snapshotId,
        provisioned_size: row.provisionedBytes,
        used_size: row.usedBytes,
      })),
      ...(wholePool ? { total_provisioned_size: provisioned, total_used_size: used } : {}),
    },
    items: { images: 'image' },
  })
}

/**
 * `diff` since the image's creation: for each object what lies between its start and its last stored byte, or the whole
 * object, as Ceph reports them.
 */
export const diff: RbdCommand = {
  names: ['diff'],
  options: [...snapshotOptions, 'from-snap', 'whole-object', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = anyTarget(context.args)
    if (context.args.has('from-snap')) throw new CommandFailure(38, 'rbd: diff --from-snap is not simulated')
    const { rbd, info } = await context.open(target)
    const whole = context.args.has('whole-object')
    const extents = byObject(await rbd.extents(specOf(target), context.call), 2 ** info.order, whole, info.sizeBytes)
    const columns = [{ heading: 'Offset' }, { heading: 'Length' }, { heading: 'Type' }]
    const rows = extents.map(({ offset, lengthBytes }) => [String(offset), String(lengthBytes), 'data'])
    context.print(() => tableUnlessEmpty(columns, rows), {
      name: 'extents',
      value: extents.map(({ offset, lengthBytes }) => ({ offset, length: lengthBytes, exists: 'true' })),
      items: { extents: 'extent' },
    })
  },
}

function byObject(runs: readonly ByteRange[], objectBytes: number, whole: boolean, sizeBytes: number): ByteRange[] {
  const ends = new Map<number, number>()
  for (const { offset, lengthBytes } of runs) {
    for (let at = offset; at < offset + lengthBytes; at = (Math.floor(at / objectBytes) + 1) * objectBytes) {
      const object = Math.floor(at / objectBytes)
      ends.set(object, Math.min(offset + lengthBytes, (object + 1) * objectBytes))
    }
  }
  return [...ends].map(([object, end]) => {
    const offset = object * objectBytes
    return { offset, lengthBytes: Math.min(whole ? offset + objectBytes : end, sizeBytes) - offset }
  })
}
