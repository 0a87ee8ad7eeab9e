import { Command } from 'commander'
import type { CloudImage } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import {
  checkFormatsGiven,
  checkMethod,
  checkOneTarget,
  checkReadable,
  checkStores,
  dataSource,
  truth,
  wholeNumber,
} from './checks.ts'
import { addImageFields, type ImageFieldOptions, newImage } from './image-fields.ts'
import { printImage } from './print.ts'
import type { GlanceContext } from './run-glance.ts'

export function importCommands(context: GlanceContext): readonly Command[] {
  return [imageImport(context), imageCreateViaImport(context), imageStage(context)]
}

interface TargetOptions {
  readonly store?: string | undefined
  readonly stores?: string | undefined
  readonly allStores?: boolean | undefined
  readonly allowFailure?: boolean | undefined
  readonly allStoresMustSucceed?: boolean | undefined
  readonly uri?: string
}
interface ImportOptions extends TargetOptions {
  readonly importMethod: string
}
interface ViaImportOptions extends TargetOptions, ImageFieldOptions {
  readonly importMethod?: string
  readonly file?: string
}

function addTargets(command: Command): Command {
  return command
    .option('--uri <IMAGE_URL>', 'URI to download the external image')
    .option('--store <STORE>', 'one store to write to')
    .option('--stores <STORES>', 'comma separated list of stores; see stores-info')
    .option('--all-stores <True|False>', 'every store; with copy-image every store that lacks the image', truth)
    .option('--allow-failure <True|False>', 'whether some stores may fail; true when absent, unlike the API', truth)
    .option('--all-stores-must-succeed <True|False>', "the API's name for the opposite of --allow-failure", truth)
}

function imageImport(context: GlanceContext): Command {
  const { io, cloud } = context
  const command = new Command('image-import')
    .summary('start an import, or copy an image to other stores (copy-image)')
    .description('Initiate the image import taskflow. It answers at once: watch image-show or image-tasks for the end.')
    .argument('<IMAGE_ID>', 'ID of image to import')
    .option('--import-method <METHOD>', 'glance-direct, web-download or copy-image; see import-info', 'glance-direct')
  return addTargets(command).action(async (id: string, given: ImportOptions) => {
    const options = withEnvironment(context, given)
    const method = options.importMethod
    checkOneTarget(options)
    await checkStores(cloud, io, storeList(options))
    await checkMethod(cloud, io, method)
    checkSource(method, options)
    checkStatus(await cloud.images.get(id, { signal: io.signal }), method)
    await start(context, id, method, options)
    printImage(io, await cloud.images.get(id, { signal: io.signal }))
  })
}

function checkSource(method: string, options: TargetOptions): void {
  if (method === 'web-download' && !options.uri) throw new CommandFailure('Provide URI for web-download import method.')
  if (options.uri && method !== 'web-download') {
    throw new CommandFailure("Import method should be 'web-download' if URI is provided.")
  }
  if (method === 'copy-image' && !options.stores && !options.allStores) {
    throw new CommandFailure("Provide either --stores or --all-stores for 'copy-image' import method.")
  }
}

function checkStatus(image: CloudImage, method: string): void {
  if (!image.containerFormat || !image.diskFormat) {
    throw new CommandFailure(
      "The 'container_format' and 'disk_format' properties must be set on an image before it can be imported.",
    )
  }
  if (method === 'glance-direct' && image.status !== 'uploading') {
    throw new CommandFailure("The 'glance-direct' import method can only be applied to an image in status 'uploading'")
  }
  if (method === 'web-download' && image.status !== 'queued') {
    throw new CommandFailure("The 'web-download' import method can only be applied to an image in status 'queued'")
  }
  if (method === 'copy-image' && image.status !== 'active') {
    throw new CommandFailure("The 'copy-image' import method can only be used on an image with status 'active'.")
  }
}

/** The environment's defaults of the real client, where the line says nothing. */
function withEnvironment<T extends TargetOptions>({ io }: GlanceContext, options: T): T {
  const { env } = io
  return {
    ...options,
    store: options.store ?? (env.OS_IMAGE_STORE || undefined),
    stores: options.stores ?? (env.OS_IMAGE_STORES || undefined),
    allowFailure: options.allowFailure ?? (env.OS_IMAGE_ALLOW_FAILURE ? truth(env.OS_IMAGE_ALLOW_FAILURE) : undefined),
  }
}

function storeList(options: TargetOptions): readonly string[] {
  if (options.store) return [options.store]
  return options.stores ? options.stores.split(',') : []
}

/**
 * The client lets stores fail unless told otherwise and then says so (`all_stores_must_succeed: false`), while the API
 * by itself wants all of them (requirements T14). One `--store` is not a list, so nothing is said about failures.
 */
async function start({ io, cloud }: GlanceContext, id: string, method: string, options: TargetOptions): Promise<void> {
  const explicit = options.allStoresMustSucceed === undefined ? undefined : !options.allStoresMustSucceed
  const mayFail = options.allowFailure ?? explicit ?? cloud.allowFailureByDefault ?? true
  const stores = storeList(options)
  const says = mayFail && Boolean(options.stores || options.allStores)
  await cloud.images.import(
    {
      imageId: id,
      method,
      uri: method === 'web-download' ? options.uri : undefined,
      stores: stores.length > 0 ? stores : undefined,
      allStores: options.allStores || undefined,
      allStoresMustSucceed: says ? false : undefined,
    },
    { signal: io.signal },
  )
}

function imageCreateViaImport(context: GlanceContext): Command {
  const { io, cloud } = context
  const command = new Command('image-create-via-import')
    .summary('create an image and import its data into one or more stores')
    .description(
      'Create a new image via image import: --file (glance-direct) or --uri (web-download). Without either, only the record.',
    )
    .option('--import-method <METHOD>', 'glance-direct or web-download; see import-info')
    .option('--file <FILE>', 'local file that contains the disk image')
    .option('--progress', 'accepted for compatibility: a bar is drawn by the real client on a terminal only')
  return addImageFields(addTargets(command)).action(async (given: ViaImportOptions) => {
    const options = withEnvironment(context, given)
    const hasData = options.file !== undefined || io.stdin !== undefined
    if (hasData || options.uri) {
      checkFormatsGiven(options, options.file !== undefined ? '--file' : options.uri ? '--uri' : 'stdin')
    }
    const method = options.importMethod ?? (io.env.OS_IMAGE_IMPORT_METHOD || (hasData ? 'glance-direct' : undefined))
    if (method === 'copy-image') {
      throw new CommandFailure("Import method 'copy-image' cannot be used while creating the image.")
    }
    if (method) await checkMethod(cloud, io, method)
    checkOneTarget(options)
    await checkStores(cloud, io, storeList(options))
    await checkSources(context, method, options)
    const created = await cloud.images.create(newImage(options), { signal: io.signal })
    await showEvenIfItFails(created, async () => {
      if (!method) return
      const data = method === 'glance-direct' ? dataSource(io, options.file) : undefined
      if (data) await cloud.images.stage(created.id, data, { signal: io.signal })
      await start(context, created.id, method, options)
    })
  })

  async function showEvenIfItFails(created: CloudImage, act: () => Promise<void>): Promise<void> {
    let image = created
    try {
      await act()
      image = await cloud.images.get(created.id, { signal: io.signal })
    } finally {
      printImage(io, image)
    }
  }
}

/** All and only the inputs that the method takes. */
async function checkSources(
  { io }: GlanceContext,
  method: string | undefined,
  options: ViaImportOptions,
): Promise<void> {
  const refuse = (text: string): never => {
    throw new CommandFailure(text)
  }
  const target = options.store
    ? '--store'
    : options.stores
      ? '--stores'
      : options.allStores
        ? '--all-stores'
        : undefined
  const { file, uri } = options
  if (method === undefined && uri) refuse('You cannot use --uri without specifying an import method.')
  if (method === 'glance-direct') {
    const hasData = file !== undefined || io.stdin !== undefined
    if (target && !hasData) {
      refuse(
        `${target} option should only be provided with --file option or stdin for the glance-direct import method.`,
      )
    }
    if (uri) refuse('You cannot specify a --uri with the glance-direct import method.')
    await checkReadable(io, file, '.')
    if (file !== undefined && io.stdin) {
      refuse('You cannot use both --file and stdin with the glance-direct import method.')
    }
    if (!hasData) refuse('You must specify a --file or provide data via stdin for the glance-direct import method.')
  }
  if (method === 'web-download') {
    if (target && !uri) {
      refuse(`${target} option should only be provided with --uri option for the web-download import method.`)
    }
    if (!uri) refuse("URI is required for web-download import method. Please use '--uri <uri>'.")
    if (file !== undefined) refuse('You cannot specify a --file with the web-download import method.')
    if (io.stdin) refuse('You cannot pass data via stdin with the web-download import method.')
  }
}

function imageStage({ io, cloud }: GlanceContext): Command {
  return new Command('image-stage')
    .summary('upload data into the staging area, for glance-direct')
    .description('Upload data for a specific image to staging: the first half of glance-direct.')
    .argument('<IMAGE_ID>', 'ID of image to upload data to')
    .option('--file <FILE>', 'local file that contains the disk image')
    .option('--size <IMAGE_SIZE>', 'size in bytes, where it cannot be told from the data', wholeNumber)
    .option('--progress', 'accepted for compatibility: a bar is drawn by the real client on a terminal only')
    .action(async (id: string, options: { file?: string }) => {
      if (options.file !== undefined) await checkReadable(io, options.file)
      const data = dataSource(io, options.file)
      if (!data) throw new CommandFailure('image-stage needs image data: give --file, or pass it via stdin.')
      await cloud.images.stage(id, data, { signal: io.signal })
    })
}
