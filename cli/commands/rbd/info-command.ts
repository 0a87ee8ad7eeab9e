import { formatSpec, type ParentRef, type Rbd, type RbdImageInfo } from '#ceph-sim/rbd.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { formatCtime } from '../../format/dates.ts'
import { anyTarget } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, snapshotOptions } from './rbd-context.ts'

export const info: RbdCommand = {
  names: ['info'],
  options: [...snapshotOptions, 'image-id', ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { rbd, info: image } = await context.open(anyTarget(context.args))
    const wantsParentId = image.parent && context.args.get('format') !== undefined
    const parentId = wantsParentId ? await idOfParent(rbd, image.parent!, context) : undefined
    context.print(() => infoText(image), { name: 'image', value: infoDocument(image, parentId), items: infoItems })
  },
}

const infoItems = { features: 'feature', op_features: 'op_feature', flags: 'flag' }

async function idOfParent(rbd: Rbd, parent: ParentRef, context: RbdContext): Promise<string | undefined> {
  if (parent.trashId !== undefined) return parent.trashId
  const { snapshot: _, overlapBytes: __, ...head } = parent
  try {
    return (await rbd.info(head, context.call)).id
  } catch {
    return undefined
  }
}

function infoText(image: RbdImageInfo): string {
  const { parent, group, dataPool, snapshotLimit, protected: isProtected } = image
  const lines = [
    `size ${formatBytes(image.sizeBytes)} in ${image.objects} objects`,
    `order ${image.order} (${formatBytes(2 ** image.order)} objects)`,
    `snapshot_count: ${image.snapshotCount}`,
    `id: ${image.id}`,
    ...(dataPool === undefined ? [] : [`data_pool: ${dataPool}`]),
    `block_name_prefix: ${image.dataPrefix}`,
    'format: 2',
    `features: ${image.features.join(', ')}`,
    `op_features: ${image.opFeatures.join(', ')}`,
    `flags: ${image.flags.join(', ')}`,
    ...(group === undefined ? [] : [`group: ${group}`]),
    `create_timestamp: ${formatCtime(image.createdMs)}`,
    `access_timestamp: ${formatCtime(image.accessedMs)}`,
    `modify_timestamp: ${formatCtime(image.modifiedMs)}`,
    ...(isProtected === undefined ? [] : [`protected: ${isProtected ? 'True' : 'False'}`]),
    ...(snapshotLimit === undefined ? [] : [`snapshot_limit: ${snapshotLimit}`]),
    ...(parent ? [parentLine(parent), `overlap: ${formatBytes(parent.overlapBytes)}`] : []),
    ...stripingLines(image),
    ...(image.features.includes('journaling') ? [`journal: ${image.id}`] : []),
    ...mirroringLines(image),
  ]
  return `rbd image '${image.name}':\n${lines.map((line) => `\t${line}\n`).join('')}`
}

function parentLine(parent: ParentRef): string {
  const trashed = parent.trashId === undefined ? '' : ` (trash ${parent.trashId})`
  return `parent: ${formatSpec(parent)}${trashed}`
}

function stripingLines({ features, stripeUnitBytes, stripeCount }: RbdImageInfo): string[] {
  if (!features.includes('striping')) return []
  return [`stripe unit: ${formatBytes(stripeUnitBytes)}`, `stripe count: ${stripeCount}`]
}

/** Of an image that is mirrored, or could be by its journal. */
function mirroringLines({ mirroring, features }: RbdImageInfo): string[] {
  if (!mirroring) return features.includes('journaling') ? ['mirroring state: disabled'] : []
  return [
    'mirroring state: enabled',
    `mirroring mode: ${mirroring.mode}`,
    `mirroring global id: ${mirroring.globalId}`,
    `mirroring primary: ${mirroring.primary}`,
  ]
}

function infoDocument(image: RbdImageInfo, parentId: string | undefined) {
  const { parent, features } = image
  return {
    name: image.name,
    id: image.id,
    size: image.sizeBytes,
    objects: image.objects,
    order: image.order,
    object_size: 2 ** image.order,
    snapshot_count: image.snapshotCount,
    data_pool: image.dataPool,
    block_name_prefix: image.dataPrefix,
    format: 2,
    features,
    op_features: image.opFeatures,
    flags: image.flags,
    group: image.group,
    create_timestamp: formatCtime(image.createdMs),
    access_timestamp: formatCtime(image.accessedMs),
    modify_timestamp: formatCtime(image.modifiedMs),
    protected: image.protected === undefined ? undefined : String(image.protected),
    snapshot_limit: image.snapshotLimit,
    parent: parent && {
      pool: parent.pool,
      pool_namespace: parent.namespace ?? '',
      image: parent.image,
      id: parentId,
      snapshot: parent.snapshot,
      trash: parent.trashId !== undefined,
      overlap: parent.overlapBytes,
    },
    ...(features.includes('striping') && { stripe_unit: image.stripeUnitBytes, stripe_count: image.stripeCount }),
    journal: features.includes('journaling') ? image.id : undefined,
    mirroring: mirroringDocument(image),
  }
}

function mirroringDocument({ mirroring, features }: RbdImageInfo) {
  if (!mirroring) return features.includes('journaling') ? { mode: 'journal', state: 'disabled' } : undefined
  const { mode, globalId, primary } = mirroring
  return { mode, state: 'enabled', global_id: globalId, primary }
}
