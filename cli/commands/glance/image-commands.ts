import { createHash, getHashes } from 'node:crypto'
import { Command } from 'commander'
import { isoMicros } from '../api-time.ts'
import type { CloudImage } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import { imageRecord } from '../image-record.ts'
import { writeLocalFile } from '../local-file.ts'
import type { PlainValue } from '../openstack/python-text.ts'
import { checkFormatsGiven, checkReadable, checkStores, dataSource, keyValue, truth, wholeNumber } from './checks.ts'
import { glanceDetails, otherwise } from './errors.ts'
import { addImageFields, type ImageFieldOptions, newImage } from './image-fields.ts'
import { printImage, printRows, valueWidth } from './print.ts'
import type { GlanceContext } from './run-glance.ts'

export function imageCommands(context: GlanceContext): readonly Command[] {
  return [
    imageCreate(context),
    imageList(context),
    imageShow(context),
    imageUpdate(context),
    imageDelete(context),
    imageDownload(context),
    imageTasks(context),
  ]
}

interface CreateOptions extends ImageFieldOptions {
  readonly file?: string
  readonly store?: string
}

function imageCreate({ io, cloud }: GlanceContext): Command {
  const command = new Command('image-create')
    .summary('create an image, with its data from a file')
    .description(
      'Create a new image. Data goes into one store; copy it to others with image-import --import-method copy-image.',
    )
    .option('--file <FILE>', 'local file that contains the disk image')
    .option('--store <STORE>', 'store to upload to; the default store when absent')
    .option('--progress', 'accepted for compatibility: a bar is drawn by the real client on a terminal only')
  return addImageFields(command).action(async (options: CreateOptions) => {
    const source = options.file === undefined ? (io.stdin ? 'stdin' : undefined) : '--file'
    if (source) checkFormatsGiven(options, source)
    const store = options.store ?? io.env.OS_IMAGE_STORE
    if (store && !source) {
      throw new CommandFailure('--store option should only be provided with --file option or stdin.')
    }
    if (store) await checkStores(cloud, io, [store])
    await checkReadable(io, options.file)
    const created = await cloud.images.create(newImage(options), { signal: io.signal })
    await showEvenIfItFails(created, async () => {
      const data = dataSource(io, options.file)
      return data ? cloud.images.upload(created.id, store, data, { signal: io.signal }) : created
    })
  })

  async function showEvenIfItFails(created: CloudImage, act: () => Promise<CloudImage>): Promise<void> {
    let image = created
    try {
      image = await act()
    } finally {
      printImage(io, image)
    }
  }
}

interface ListOptions {
  readonly limit?: number
  readonly visibility?: string
  readonly owner?: string
  readonly tag?: string
  readonly propertyFilter?: Readonly<Record<string, string>>
  readonly includeStores?: string | true
}

function imageList({ io, cloud, isVerbose }: GlanceContext): Command {
  return new Command('image-list')
    .summary('list images by name')
    .description('List images you can access, by name.')
    .option('--limit <LIMIT>', 'maximum number of images to get', wholeNumber)
    .option('--visibility <VISIBILITY>', 'only images of this visibility')
    .option('--owner <OWNER>', 'only images of this project id')
    .option('--tag <TAG>', 'only images with this tag')
    .option('--property-filter <KEY=VALUE>', 'only images with this property', keyValue)
    .option('--include-stores [True|False]', 'show the stores that hold each image')
    .action(async (options: ListOptions) => {
      const verbose = ['Disk_format', 'Container_format', 'Size', 'Status', 'Owner']
      const withStores = options.includeStores !== undefined && truth(String(options.includeStores))
      const columns = ['ID', 'Name', ...(isVerbose() ? verbose : []), ...(withStores ? ['Stores'] : [])]
      const images = (await cloud.images.list({}, { signal: io.signal })).filter((image) => matches(image, options))
      const rows = byName(images).slice(0, options.limit).map(imageRecord)
      printRows(
        io,
        columns,
        rows.map((record) => columns.map((column) => record[column.toLowerCase()] || '')),
      )
    })
}

function matches(image: CloudImage, options: ListOptions): boolean {
  const record = imageRecord(image)
  const wanted = Object.entries(options.propertyFilter ?? {})
  return (
    (options.visibility === undefined || options.visibility === image.visibility) &&
    (options.owner === undefined || options.owner === image.owner) &&
    (options.tag === undefined || image.tags.includes(options.tag)) &&
    wanted.every(([name, value]) => String(record[name] ?? '') === value)
  )
}

/** By code point, as the service's database compares; equal names keep the service's order. */
function byName(images: readonly CloudImage[]): readonly CloudImage[] {
  return [...images].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function imageShow({ io, cloud }: GlanceContext): Command {
  return new Command('image-show')
    .summary('show an image')
    .description('Describe a specific image.')
    .argument('<IMAGE_ID>', 'ID of image to describe')
    .option('--human-readable', 'print image size in a human-friendly format')
    .option('--max-column-width <integer>', 'the max column width of the printed table', wholeNumber, valueWidth)
    .action(async (id: string, options: { humanReadable?: boolean; maxColumnWidth: number }) => {
      const image = await cloud.images.get(id, { signal: io.signal })
      printImage(io, image, { humanReadable: options.humanReadable ?? false, width: options.maxColumnWidth })
    })
}

interface UpdateOptions {
  readonly name?: string
  readonly visibility?: string
  readonly protected?: boolean
  readonly minDisk?: number
  readonly minRam?: number
  readonly property?: Readonly<Record<string, string>>
  readonly removeProperty?: readonly string[]
}

function imageUpdate({ io, cloud }: GlanceContext): Command {
  return new Command('image-update')
    .summary('change an image')
    .description('Update an existing image.')
    .argument('<IMAGE_ID>', 'ID of image to update')
    .option('--name <NAME>', 'descriptive name for the image')
    .option('--visibility <VISIBILITY>', 'scope of image accessibility')
    .option('--protected <True|False>', 'if true, image will not be deletable', truth)
    .option('--min-disk <MIN_DISK>', 'amount of disk space (in GB) required to boot image', wholeNumber)
    .option('--min-ram <MIN_RAM>', 'amount of ram (in MB) required to boot image', wholeNumber)
    .option('--property <key=value>', 'property to set; may be used more than once', keyValue)
    .option('--remove-property <key>', 'property to remove; may be used more than once', (name, all: string[] = []) => [
      ...all,
      name,
    ])
    .action(async (id: string, options: UpdateOptions) => {
      const change = {
        name: options.name,
        visibility: options.visibility,
        protected: options.protected,
        minDiskGib: options.minDisk,
        minRamMib: options.minRam,
        setProperties: options.property,
        unsetProperties: options.removeProperty,
      }
      printImage(io, await cloud.images.update(id, change, { signal: io.signal }))
    })
}

function imageDelete({ io, cloud }: GlanceContext): Command {
  return new Command('image-delete')
    .summary('delete images, every copy of each')
    .description('Delete specified images: every copy and the record.')
    .argument('<IMAGE_ID...>', 'ID of image(s) to delete')
    .action(async (ids: readonly string[]) => {
      let failed = false
      for (const id of ids) {
        try {
          await otherwise(cloud.images.delete(id, { signal: io.signal }), (error) => {
            if (error.code === 'forbidden') return `You are not permitted to delete the image '${id}'.`
            if (error.code === 'not_found') return `No image with an ID of '${id}' exists.`
            if (error.code === 'conflict') return `Unable to delete image '${id}' because it is in use.`
            if (error.code === 'unauthenticated' || error.code === 'cancelled') return undefined
            return `'HTTP ${glanceDetails(error)}': Unable to delete image '${id}'`
          })
        } catch (thrown) {
          if (!(thrown instanceof CommandFailure)) throw thrown
          io.stderr(`${thrown.message}\n`)
          failed = true
        }
      }
      if (failed) throw new CommandFailure('')
    })
}

function imageDownload({ io, cloud }: GlanceContext): Command {
  return new Command('image-download')
    .summary("save an image's data")
    .description('Download a specific image, from the first location that can be read.')
    .argument('<IMAGE_ID>', 'ID of image to download')
    .option('--file <FILE>', 'local file to save to; the data goes to stdout when absent')
    .option('--progress', 'accepted for compatibility: a bar is drawn by the real client on a terminal only')
    .action(async (id: string, options: { file?: string }) => {
      const image = await unable(cloud.images.get(id, { signal: io.signal }))
      if (image.locations.length === 0) throw new CommandFailure(`Image ${id} has no data.`)
      await unable(writeLocalFile(io, options.file, checked(cloud.images.download(id, { signal: io.signal }), image)))

      function unable<T>(call: Promise<T>): Promise<T> {
        return otherwise(call, (error) =>
          error.code === 'unauthenticated' || error.code === 'cancelled'
            ? undefined
            : `Unable to download image '${id}'. (HTTP ${glanceDetails(error)})`,
        )
      }
    })
}

/** The data as it comes, hashed on the way. @throws CommandFailure at its end when the image's record says otherwise */
async function* checked(data: AsyncIterable<Uint8Array>, image: CloudImage): AsyncGenerator<Uint8Array> {
  const { osHashAlgo, osHashValue } = image
  const hash = osHashAlgo && osHashValue && getHashes().includes(osHashAlgo) ? createHash(osHashAlgo) : undefined
  for await (const piece of data) {
    hash?.update(piece)
    yield piece
  }
  const digest = hash?.digest('hex')
  if (digest === undefined || digest === osHashValue) return
  throw new CommandFailure(`[Errno 32] Corrupt image download. Hash was ${digest} expected ${osHashValue}`)
}

function imageTasks({ io, cloud, isVerbose }: GlanceContext): Command {
  return new Command('image-tasks')
    .summary("list an image's import tasks")
    .description('Get tasks associated with image. A task that succeeded does not prove that every store has the data.')
    .argument('<IMAGE_ID>', 'ID of image to get tasks of')
    .action(async (id: string) => {
      const tasks = await otherwise(cloud.images.listTasks(id, { signal: io.signal }), (error) =>
        error.code === 'not_found' ? `Image ${id} not found.` : undefined,
      )
      const short = ['Message', 'Status', 'Updated at']
      const more = ['User Id', 'Request Id', 'Result', 'Owner', 'Input', 'Expires at']
      const columns = isVerbose() ? ['Image Id', 'Task Id', ...short, ...more] : short
      const rows = tasks.map(
        (task): Readonly<Record<string, PlainValue>> => ({
          'Image Id': task.imageId,
          'Task Id': task.id,
          Message: task.message,
          Status: task.status,
          'Updated at': isoMicros(task.updatedMs),
          'User Id': task.userId,
          'Request Id': task.requestId,
          Result: parsed(task.resultJson),
          Owner: task.owner,
          Input: parsed(task.inputJson),
          'Expires at': task.expiresMs === undefined ? null : isoMicros(task.expiresMs),
        }),
      )
      printRows(
        io,
        columns,
        rows.map((row) => columns.map((column) => row[column] ?? null)),
      )
    })
}

function parsed(json: string | undefined): PlainValue {
  return json ? (JSON.parse(json) as PlainValue) : null
}
