import { Command, Option } from 'commander'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { CloudImage } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import { containerFormats, diskFormats } from '../glance/checks.ts'
import { imageRecord } from '../image-record.ts'
import { isReadable, readLocalFile, writeLocalFile } from '../local-file.ts'
import { type Cell, listCell } from './cells.ts'
import { viaGlance } from './errors.ts'
import { findImage } from './find.ts'
import { imageCells } from './image-cells.ts'
import { exclusive, integer, keyValue, repeated, visibilityOf } from './options.ts'
import { addListOptions, addShowOptions, type OutputOptions, printList, printOne } from './output.ts'
import { type PlainValue, pythonText } from './python-text.ts'
import type { OpenstackContext } from './run-openstack.ts'

export function imageCommands(context: OpenstackContext): readonly Command[] {
  return [
    imageCreate(context),
    imageDelete(context),
    imageList(context),
    imageSave(context),
    imageSet(context),
    imageShow(context),
    imageUnset(context),
  ]
}

interface VisibilityOptions {
  readonly public?: boolean
  readonly private?: boolean
  readonly community?: boolean
  readonly shared?: boolean
}
interface FieldOptions extends VisibilityOptions {
  readonly minDisk?: number
  readonly minRam?: number
  readonly protected?: boolean
  readonly unprotected?: boolean
  readonly property?: Readonly<Record<string, string>>
}

function addVisibility(command: Command, verb: string): Command {
  return command
    .option('--public', `${verb} accessible to the public`)
    .option('--private', `${verb} inaccessible to the public`)
    .option('--community', `${verb} accessible to the community`)
    .option('--shared', `${verb} that can be shared`)
}

function addFields(command: Command): Command {
  return addVisibility(command, 'image')
    .option('--min-disk <disk-gb>', 'minimum disk size needed to boot image, in gigabytes', integer)
    .option('--min-ram <ram-mb>', 'minimum RAM size needed to boot image, in megabytes', integer)
    .option('--protected', 'prevent image from being deleted')
    .option('--unprotected', 'allow image to be deleted')
    .option('--property <key=value>', 'set a property; may be used more than once', keyValue)
}

function protection(command: string, options: FieldOptions): boolean | undefined {
  const given = exclusive(command, { '--protected': options.protected, '--unprotected': options.unprotected })
  return given === undefined ? undefined : given === '--protected'
}

interface CreateOptions extends FieldOptions, OutputOptions {
  readonly id?: string
  readonly containerFormat: string
  readonly diskFormat: string
  readonly file?: string
  readonly tag?: readonly string[]
}

function imageCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('image create')
    .summary('create an image, with its data from a file')
    .description('Create/upload an image. Data goes into the default store; see glance image-import for the others.')
    .argument('<image-name>', 'new image name')
    .option('--id <id>', 'image ID to reserve')
    .addOption(
      new Option('--container-format <container-format>', 'image container format')
        .choices(containerFormats)
        .default('bare'),
    )
    .addOption(new Option('--disk-format <disk-format>', 'image disk format').choices(diskFormats).default('raw'))
    .option('--file <file>', 'upload image from local file')
    .option('--tag <tag>', 'set a tag; may be used more than once', repeated)
    .option('--progress', 'accepted for compatibility: a bar is drawn by the real client on a terminal only')
  return addShowOptions(addFields(command), io).action(async (name: string, options: CreateOptions) => {
    const { file } = options
    if (file !== undefined && !(await isReadable(io, file))) {
      throw new CommandFailure(`[Errno 2] No such file or directory: '${file}'`)
    }
    const data = file === undefined ? io.stdin : readLocalFile(io, file)
    const request = {
      name,
      id: options.id,
      containerFormat: options.containerFormat,
      diskFormat: options.diskFormat,
      minDiskGib: options.minDisk,
      minRamMib: options.minRam,
      tags: options.tag,
      visibility: visibilityOf('openstack image create', options),
      protected: protection('openstack image create', options),
      properties: { ...options.property, ...ownerMarks(name) },
    }
    const image = await viaGlance(cloud, '/v2/images', cloud.images.create(request, { signal: io.signal }))
    if (data) {
      const upload = cloud.images.upload(image.id, undefined, data, { signal: io.signal })
      await viaGlance(cloud, `/v2/images/${image.id}/file`, upload)
    }
    printOne(io, imageCells(image), options)
  })
}

/** What openstacksdk leaves on an image that it creates, to know it again. */
function ownerMarks(name: string): Readonly<Record<string, string>> {
  return {
    'owner_specified.openstack.md5': '',
    'owner_specified.openstack.sha256': '',
    'owner_specified.openstack.object': `images/${name}`,
  }
}

function imageDelete({ io, cloud }: OpenstackContext): Command {
  return new Command('image delete')
    .summary('delete images, every copy of each')
    .description('Delete image(s): every copy and the record.')
    .argument('<image...>', 'image(s) to delete (name or ID)')
    .action(async (names: readonly string[]) => {
      let failed = 0
      for (const name of names) {
        try {
          const { id } = await findImage(cloud, io, name)
          await viaGlance(cloud, `/v2/images/${id}`, cloud.images.delete(id, { signal: io.signal }))
        } catch (thrown) {
          failed++
          const why = thrown instanceof CommandFailure ? thrown.message : asDomainError(thrown).message
          io.stderr(`Failed to delete image with name or ID '${name}': ${why}\n`)
        }
      }
      if (failed > 0) throw new CommandFailure(`Failed to delete ${failed} of ${names.length} images.`)
    })
}

interface ListOptions extends VisibilityOptions, OutputOptions {
  readonly name?: string
  readonly status?: string
  readonly tag?: readonly string[]
  readonly property?: Readonly<Record<string, string>>
  readonly long?: boolean
  readonly sort: string
  readonly limit?: number
}

function imageList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('image list')
    .summary('list images')
    .description('List available images.')
    .option('--name <name>', 'only images of this name')
    .option('--status <status>', 'only images in this status')
    .option('--tag <tag>', 'only images with this tag; may be used more than once', repeated)
    .option('--property <key=value>', 'only images with this property; may be used more than once', keyValue)
    .option('--long', 'list additional fields')
    .option('--sort <key>[:<direction>]', 'sort by keys, each asc or desc, comma separated', 'name:asc')
    .option('--limit <num-images>', 'maximum number of images to display', integer)
  return addListOptions(addVisibility(command, 'only images'), io).action(async (options: ListOptions) => {
    const visibility = visibilityOf('openstack image list', options)
    const filter = { name: options.name, status: options.status }
    const all = await viaGlance(cloud, '/v2/images', cloud.images.list(filter, { signal: io.signal }))
    const images = all
      .slice(0, options.limit)
      .filter(
        (image) =>
          (visibility === undefined || image.visibility === visibility) &&
          (options.tag ?? []).every((tag) => image.tags.includes(tag)) &&
          Object.entries(options.property ?? {}).every(([name, value]) => imageRecord(image)[name] === value),
      )
    const rows = sortedBy(images, options.sort)
    if (!options.long) {
      const short = rows.map((image) => [image.id, image.name, image.status])
      printList(io, ['ID', 'Name', 'Status'], short, options)
      return
    }
    printList(io, longColumns, rows.map(longRow), options)
  })
}

const longColumns = [
  'ID',
  'Name',
  'Disk Format',
  'Container Format',
  'Size',
  'Checksum',
  'Status',
  'Visibility',
  'Protected',
  'Project',
  'Tags',
]

function longRow(image: CloudImage): readonly Cell[] {
  return [
    image.id,
    image.name,
    image.diskFormat ?? null,
    image.containerFormat ?? null,
    image.sizeBytes ?? null,
    image.checksum ?? null,
    image.status,
    image.visibility,
    image.protected,
    image.owner,
    listCell(image.tags),
  ]
}

/** `name:asc,size:desc`, compared as text. @throws CommandFailure for a bad direction */
function sortedBy(images: readonly CloudImage[], sort: string): readonly CloudImage[] {
  const keys = sort.split(',').map((part) => {
    const [key = '', direction = 'asc'] = part.split(':')
    if (direction !== 'asc' && direction !== 'desc') {
      throw new CommandFailure(
        `'${direction || '<empty string>'}' is not a valid sort direction for sort key ${key}, use 'asc' or 'desc' instead`,
      )
    }
    return { key, sign: direction === 'asc' ? 1 : -1 }
  })
  const field = (image: CloudImage, key: string): string => {
    const value: PlainValue | undefined = imageRecord(image)[key]
    if (value === undefined) throw new CommandFailure(`Resource doesn't have field ${key}`)
    return pythonText(value)
  }
  return [...images].sort((a, b) => {
    for (const { key, sign } of keys) {
      const [left, right] = [field(a, key), field(b, key)]
      if (left !== right) return left < right ? -sign : sign
    }
    return 0
  })
}

function imageSave({ io, cloud }: OpenstackContext): Command {
  return new Command('image save')
    .summary("save an image's data to a file")
    .description('Save an image locally.')
    .argument('<image>', 'image to save (name or ID)')
    .option('--file <filename>', 'file to save to; stdout when absent')
    .action(async (name: string, options: { file?: string }) => {
      const { id } = await findImage(cloud, io, name)
      const data = cloud.images.download(id, { signal: io.signal })
      await viaGlance(cloud, `/v2/images/${id}/file`, writeLocalFile(io, options.file, data))
    })
}

interface SetOptions extends FieldOptions {
  readonly name?: string
}

function imageSet({ io, cloud }: OpenstackContext): Command {
  const command = new Command('image set')
    .summary('change an image')
    .description('Set image properties.')
    .argument('<image>', 'image to modify (name or ID)')
    .option('--name <name>', 'new image name')
  return addFields(command).action(async (name: string, options: SetOptions) => {
    const { id } = await findImage(cloud, io, name)
    const change = {
      name: options.name,
      visibility: visibilityOf('openstack image set', options),
      protected: protection('openstack image set', options),
      minDiskGib: options.minDisk,
      minRamMib: options.minRam,
      setProperties: options.property,
    }
    await viaGlance(cloud, `/v2/images/${id}`, cloud.images.update(id, change, { signal: io.signal }))
  })
}

function imageUnset({ io, cloud }: OpenstackContext): Command {
  return new Command('image unset')
    .summary('remove properties of an image')
    .description('Unset image properties.')
    .argument('<image>', 'image to modify (name or ID)')
    .option('--property <property-key>', 'property to remove; may be used more than once', repeated)
    .action(async (name: string, options: { property?: readonly string[] }) => {
      const { id } = await findImage(cloud, io, name)
      const change = { unsetProperties: options.property ?? [] }
      await viaGlance(cloud, `/v2/images/${id}`, cloud.images.update(id, change, { signal: io.signal }))
    })
}

function imageShow({ io, cloud }: OpenstackContext): Command {
  const command = new Command('image show')
    .summary('show an image and the stores that hold it')
    .description('Display image details; `stores` is the last of its properties.')
    .argument('<image>', 'image to display (name or ID)')
    .option('--human-readable', 'print image size in a human-friendly format')
  return addShowOptions(command, io).action(
    async (name: string, options: OutputOptions & { humanReadable?: boolean }) => {
      printOne(io, imageCells(await findImage(cloud, io, name), options.humanReadable), options)
    },
  )
}
