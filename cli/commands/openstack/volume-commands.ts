import { Command } from 'commander'
import type { CloudServer } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import { type Cell, mapCell } from './cells.ts'
import { deleteEach } from './delete-each.ts'
import { viaCinder } from './errors.ts'
import { findImage, findSnapshot, findVolume } from './find.ts'
import { exclusive, integer } from './options.ts'
import { addListOptions, addShowOptions, type OutputOptions, printList, printOne } from './output.ts'
import type { OpenstackContext } from './run-openstack.ts'
import { attachedTo, newVolumeCells, volumeCells } from './volume-cells.ts'

export function volumeCommands(context: OpenstackContext): readonly Command[] {
  return [volumeCreate(context), volumeDelete(context), volumeList(context), volumeShow(context)]
}

interface CreateOptions extends OutputOptions {
  readonly size?: number
  readonly image?: string
  readonly snapshot?: string
  readonly source?: string
  readonly description?: string
  readonly availabilityZone?: string
}

function volumeCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('volume create')
    .summary('create a volume at a site, blank or from an image, snapshot or volume')
    .description(
      "Create new volume. From an image that the zone's own store holds as raw it is a copy-on-write clone; otherwise the image's bytes travel.",
    )
    .argument('<name>', 'volume name')
    .option('--size <size>', 'size in GB; required unless --snapshot or --source is given', integer)
    .option('--image <image>', 'use image as source (name or ID)')
    .option('--snapshot <snapshot>', 'use snapshot as source (name or ID)')
    .option('--source <volume>', 'volume to clone (name or ID)')
    .option('--description <description>', 'volume description')
    .option('--availability-zone <availability-zone>', "the site; the hub's zone when absent")
  return addShowOptions(command, io).action(async (name: string, options: CreateOptions) => {
    exclusive('openstack volume create', {
      '--image': options.image,
      '--snapshot': options.snapshot,
      '--source': options.source,
    })
    if (options.size === undefined && options.snapshot === undefined && options.source === undefined) {
      throw new CommandFailure('--size is a required option if snapshot or source volume is not specified.')
    }
    const source = options.source === undefined ? undefined : await findVolume(cloud, io, options.source)
    const image = options.image === undefined ? undefined : await findImage(cloud, io, options.image)
    const snapshot = options.snapshot === undefined ? undefined : await findSnapshot(cloud, io, options.snapshot)
    const request = {
      name,
      sizeGib: snapshot ? Math.max(options.size ?? 0, snapshot.sizeGib) : options.size,
      availabilityZone: options.availabilityZone,
      imageId: image?.id,
      snapshotId: snapshot?.id,
      sourceVolumeId: source?.id,
      description: options.description,
    }
    const volume = await viaCinder(cloud.volumes.create(request, { signal: io.signal }))
    printOne(io, newVolumeCells(volume), options)
  })
}

function volumeDelete({ io, cloud }: OpenstackContext): Command {
  return new Command('volume delete')
    .summary('delete volumes')
    .description('Delete volume(s).')
    .argument('<volume...>', 'volume(s) to delete (name or ID)')
    .action((names: readonly string[]) =>
      deleteEach(io, 'volume', names, async (name) => {
        const { id } = await findVolume(cloud, io, name)
        await viaCinder(cloud.volumes.delete(id, { signal: io.signal }))
      }),
    )
}

interface ListOptions extends OutputOptions {
  readonly name?: string
  readonly status?: string
  readonly long?: boolean
  readonly limit?: number
}

function volumeList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('volume list')
    .summary('list volumes')
    .description('List volumes.')
    .option('--name <name>', 'only volumes of this name')
    .option('--status <status>', 'only volumes in this status')
    .option('--all-projects', 'include all projects')
    .option('--long', 'list additional fields')
    .option('--limit <num-volumes>', 'maximum number of volumes to display', integer)
  return addListOptions(command, io).action(async (options: ListOptions) => {
    const servers = await cloud.servers.list({}, { signal: io.signal }).catch((): readonly CloudServer[] => [])
    const all = await viaCinder(cloud.volumes.list({ name: options.name }, { signal: io.signal }))
    const volumes = all
      .filter(({ status }) => options.status === undefined || status === options.status)
      .slice(0, options.limit)
    const long = ['Type', 'Bootable']
    const columns = ['ID', 'Name', 'Status', 'Size', ...(options.long ? long : []), 'Attached to']
    const rows = volumes.map((volume): readonly Cell[] => [
      volume.id,
      volume.name,
      volume.status,
      volume.sizeGib,
      ...(options.long ? [volume.volumeType, String(volume.bootable)] : []),
      attachedTo(volume, servers),
      ...(options.long ? [mapCell({})] : []),
    ])
    printList(io, options.long ? [...columns, 'Properties'] : columns, rows, options)
  })
}

function volumeShow({ io, cloud }: OpenstackContext): Command {
  const command = new Command('volume show')
    .summary('show a volume')
    .description('Display volume details.')
    .argument('<volume>', 'volume to display (name or ID)')
  return addShowOptions(command, io).action(async (name: string, options: OutputOptions) => {
    printOne(io, volumeCells(await findVolume(cloud, io, name)), options)
  })
}
