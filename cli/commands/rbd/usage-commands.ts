import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { DiffExtent } from '#ceph-sim/port/diffs.ts'
import type { RbdImageInfo, RbdUsage } from '#ceph-sim/rbd.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { CommandFailure, failedWith } from './command-failure.ts'
import { errno, errnoOf, reasonOf } from './errno.ts'
import { anyTarget, headOf, poolFailure, poolTarget, specOf, type Target } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, snapshotOptions, tableUnlessEmpty } from './rbd-context.ts'

interface UsageRow {
  readonly image: string
  readonly id: string
  readonly snapshot?: string
  readonly snapshotId?: number
  readonly provisionedBytes: number
  readonly usedBytes: number
}

/** `du`: what each snapshot and the head added; by whole objects, as the object maps know them, or to the byte. */
export const diskUsage: RbdCommand = {
  names: ['du', 'disk-usage'],
  options: [...snapshotOptions, 'from-snap', 'exact', 'merge-snapshots', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { args } = context
    const wholePool = args.positionals.length === 0 && !args.has('image')
    const target = wholePool ? poolTarget(args) : anyTarget(args)
    if (target.snapshot !== undefined && target.snapshot === args.get('from-snap')) return
    const rbd = await context.cluster()
    const rows: UsageRow[] = []
    for (const image of wholePool ? await imagesIn(context, rbd, target) : [target.image]) {
      rows.push(...(await rowsOf(context, rbd, { ...target, image })))
    }
    printUsage(context, rows, { snapshotsOnly: target.snapshot !== undefined, wholePool })
  },
}

async function imagesIn(context: RbdContext, rbd: ClusterClient, target: Target): Promise<readonly string[]> {
  try {
    return await rbd.listImages(target.pool, { namespace: target.namespace, ...context.call })
  } catch (thrown) {
    throw poolFailure(thrown, target) ?? failedWith('du failed', errnoOf(thrown))
  }
}

async function rowsOf(context: RbdContext, rbd: ClusterClient, target: Target): Promise<readonly UsageRow[]> {
  const head = headOf(target)
  const { args } = context
  try {
    const info = await rbd.info(head, context.call)
    warn(context, info)
    const usages = await rbd.diffs.usage(head, { exact: args.has('exact'), ...context.call })
    const snapshots = await rbd.listSnapshots(head, context.call)
    const first = placeAfter(usages, args.get('from-snap')) ?? 0
    const last = placeAfter(usages, target.snapshot) ?? usages.length
    if (last < first) throw failedWith('du failed', errno('EINVAL'))
    return usages.slice(first, last).map(({ snapshot, provisionedBytes, usedBytes }) => ({
      image: target.image,
      id: info.id,
      ...(snapshot !== undefined && {
        snapshot,
        snapshotId: snapshots.find(({ name }) => name === snapshot)?.id ?? 0,
      }),
      provisionedBytes,
      usedBytes,
    }))
  } catch (thrown) {
    if (thrown instanceof CommandFailure) throw thrown
    if (reasonOf(thrown) === 'image_missing') context.io.stderr(`specified image ${target.image} is not found.\n`)
    throw poolFailure(thrown, target) ?? failedWith('du failed', errnoOf(thrown))
  }
}

function warn({ io }: RbdContext, { name, features, flags }: RbdImageInfo): void {
  if (!features.includes('fast-diff')) {
    io.stderr(`warning: fast-diff map is not enabled for ${name}. operation may be slow.\n`)
  } else if (flags.includes('fast diff invalid')) {
    io.stderr(`warning: fast-diff map is invalid for ${name}. operation may be slow.\n`)
  }
}

/** The index behind a snapshot's entry; undefined when none is named. */
function placeAfter(usages: readonly RbdUsage[], snapshot: string | undefined): number | undefined {
  if (snapshot === undefined) return undefined
  const index = usages.findIndex((usage) => usage.snapshot === snapshot)
  if (index >= 0) return index + 1
  throw new CommandFailure(2, `specified snapshot is not found.\nrbd: du failed: ${errno('ENOENT').text}`)
}

/** The total counts an image's provisioned bytes once, by its head, unless only snapshots were asked for. */
function printUsage(
  context: RbdContext,
  rows: readonly UsageRow[],
  { snapshotsOnly, wholePool }: { snapshotsOnly: boolean; wholePool: boolean },
): void {
  const counted = rows.filter(({ snapshot }) => snapshotsOnly || snapshot === undefined)
  const provisioned = counted.reduce((sum, row) => sum + row.provisionedBytes, 0)
  const used = rows.reduce((sum, row) => sum + row.usedBytes, 0)
  const shown = context.args.has('merge-snapshots') ? mergedRows(rows) : rows
  const lines = shown.map((row) => [
    row.snapshot === undefined ? row.image : `${row.image}@${row.snapshot}`,
    formatBytes(row.provisionedBytes),
    formatBytes(row.usedBytes),
  ])
  const total = rows.length > 1 ? [['<TOTAL>', formatBytes(provisioned), formatBytes(used)]] : []
  const columns = [
    { heading: 'NAME' },
    { heading: 'PROVISIONED', values: 'right' },
    { heading: 'USED', values: 'right' },
  ] as const
  context.print(() => tableUnlessEmpty(columns, [...lines, ...total]), {
    name: 'stats',
    value: {
      images: shown.map((row) => ({
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

/** One row an image, its head's, with what its snapshots hold added. */
function mergedRows(rows: readonly UsageRow[]): readonly UsageRow[] {
  const usedBytes = (id: string) => rows.reduce((sum, row) => sum + (row.id === id ? row.usedBytes : 0), 0)
  return rows
    .filter(({ snapshot }) => snapshot === undefined)
    .map((head) => ({ ...head, usedBytes: usedBytes(head.id) }))
}

/** `diff`: what changed since a snapshot, or since the image's creation. */
export const diff: RbdCommand = {
  names: ['diff'],
  options: [...snapshotOptions, 'from-snap', 'whole-object', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { args } = context
    const target = anyTarget(args)
    const { rbd } = await context.open(target)
    const options = { fromSnapshot: args.get('from-snap'), wholeObject: args.has('whole-object'), ...context.call }
    const extents: DiffExtent[] = []
    try {
      for await (const extent of rbd.diffs.list(specOf(target), options)) extents.push(extent)
    } catch (thrown) {
      throw failedWith('diff error', errnoOf(thrown))
    }
    const columns = [{ heading: 'Offset' }, { heading: 'Length' }, { heading: 'Type' }]
    const rows = extents.map(({ offset, lengthBytes, exists }) => [
      String(offset),
      String(lengthBytes),
      exists ? 'data' : 'zero',
    ])
    context.print(() => tableUnlessEmpty(columns, rows), {
      name: 'extents',
      value: extents.map(({ offset, lengthBytes, exists }) => ({
        offset,
        length: lengthBytes,
        exists: String(exists),
      })),
      items: { extents: 'extent' },
    })
  },
}
