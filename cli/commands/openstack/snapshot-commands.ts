import { Command } from 'commander'
import { isoStored } from '../api-time.ts'
import type { CloudVolume } from '../cloud.ts'
import { type Cell, FormattedCell, mapCell } from './cells.ts'
import { deleteEach } from './delete-each.ts'
import { viaCinder } from './errors.ts'
import { findSnapshot, findVolume } from './find.ts'
import { integer } from './options.ts'
import { addListOptions, addShowOptions, type OutputOptions, printList, printOne } from './output.ts'
import type { OpenstackContext } from './run-openstack.ts'
import { newSnapshotCells, snapshotCells } from './volume-cells.ts'

export function snapshotCommands(context: OpenstackContext): readonly Command[] {
  return [snapshotCreate(context), snapshotDelete(context), snapshotList(context), snapshotShow(context)]
}

interface CreateOptions extends OutputOptions {
  readonly volume?: string
  readonly force?: boolean
  readonly description?: string
}

function snapshotCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('volume snapshot create')
    .summary('create a snapshot of a volume')
    .description(
      'Create new volume snapshot. A volume that is in use needs --force; stop its server first for a clean one.',
    )
    .argument('<snapshot-name>', 'name of the new snapshot')
    .option('--volume <volume>', 'volume to snapshot (name or ID); the one named like the snapshot when absent')
    .option('--force', 'create a snapshot attached to an instance')
    .option('--description <description>', 'description of the snapshot')
  return addShowOptions(command, io).action(async (name: string, options: CreateOptions) => {
    const { id } = await findVolume(cloud, io, options.volume ?? name)
    const request = { volumeId: id, name, force: options.force ?? false, description: options.description }
    const snapshot = await viaCinder(cloud.volumes.createSnapshot(request, { signal: io.signal }))
    printOne(io, newSnapshotCells(snapshot), options)
  })
}

function snapshotDelete({ io, cloud }: OpenstackContext): Command {
  return new Command('volume snapshot delete')
    .summary('delete snapshots of volumes')
    .description('Delete volume snapshot(s).')
    .argument('<snapshot...>', 'snapshot(s) to delete (name or ID)')
    .action((names: readonly string[]) =>
      deleteEach(io, 'snapshot', names, async (name) => {
        const { id } = await findSnapshot(cloud, io, name)
        await viaCinder(cloud.volumes.deleteSnapshot(id, { signal: io.signal }))
      }),
    )
}

interface ListOptions extends OutputOptions {
  readonly name?: string
  readonly status?: string
  readonly volume?: string
  readonly long?: boolean
  readonly limit?: number
}

function snapshotList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('volume snapshot list')
    .summary('list snapshots of volumes')
    .description('List volume snapshots.')
    .option('--name <name>', 'only snapshots of this name')
    .option('--status <status>', 'only snapshots in this status')
    .option('--volume <volume>', 'only snapshots of this volume (name or ID)')
    .option('--all-projects', 'include all projects')
    .option('--long', 'list additional fields')
    .option('--limit <num-snapshots>', 'maximum number of snapshots to display', integer)
  return addListOptions(command, io).action(async (options: ListOptions) => {
    const { signal } = io
    const volumes = options.long ? await cloud.volumes.list({}, { signal }).catch((): readonly CloudVolume[] => []) : []
    const volumeId = options.volume === undefined ? undefined : (await findVolume(cloud, io, options.volume)).id
    const all = await viaCinder(cloud.volumes.listSnapshots({ name: options.name }, { signal }))
    const snapshots = all
      .filter(({ status }) => options.status === undefined || status === options.status)
      .filter((snapshot) => volumeId === undefined || snapshot.volumeId === volumeId)
      .slice(0, options.limit)
    const volumeName = (id: string) => volumes.find((volume) => volume.id === id)?.name ?? id
    const columns = ['ID', 'Name', 'Description', 'Status', 'Size']
    const rows = snapshots.map((snapshot): readonly Cell[] => [
      snapshot.id,
      snapshot.name,
      snapshot.description || null,
      snapshot.status,
      snapshot.sizeGib,
      ...(options.long
        ? [
            isoStored(snapshot.createdMs),
            new FormattedCell(volumeName(snapshot.volumeId), snapshot.volumeId),
            mapCell({}),
          ]
        : []),
    ])
    printList(io, options.long ? [...columns, 'Created At', 'Volume', 'Properties'] : columns, rows, options)
  })
}

function snapshotShow({ io, cloud }: OpenstackContext): Command {
  const command = new Command('volume snapshot show')
    .summary('show a snapshot of a volume')
    .description('Display volume snapshot details.')
    .argument('<snapshot>', 'snapshot to display (name or ID)')
  return addShowOptions(command, io).action(async (name: string, options: OutputOptions) => {
    printOne(io, snapshotCells(await findSnapshot(cloud, io, name)), options)
  })
}
