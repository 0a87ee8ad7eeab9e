import { ConflictError, ForbiddenError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { type Actor, isAdmin } from '../identity/actor.ts'
import type { GlanceImage, ImportMethod, ImportRequest } from './image.ts'
import type { ImageStores } from './image-store.ts'

/** What may be fetched by web-download; empty lists allow everything. */
export interface UriFilter {
  readonly allowedSchemes: readonly string[]
  readonly allowedPorts: readonly number[]
}

/**
 * Whether an import may start, in Glance's order of checks and with its texts (O02, O03, O05-O07, O25, T20).
 *
 * @returns the stores that will be written, in order; with `allStores` none means that there is nothing to do (O04)
 */
export function checkImport(
  actor: Actor,
  image: GlanceImage,
  request: ImportRequest,
  rules: { readonly stores: ImageStores; readonly methods: readonly string[]; readonly uris: UriFilter },
): readonly string[] {
  requireMethod(request, rules.methods)
  requireStatus(image, request)
  requireFormats(image)
  if (request.method === 'web-download') requireUri(request.uri, rules.uris)
  if (request.allStores && request.stores?.length) {
    throw new InvalidArgumentError(
      "All_stores parameter can't be used with x-image-meta-store header or stores parameter",
    )
  }
  if (request.method === 'copy-image' && !isAdmin(actor)) {
    throw new ForbiddenError('You are not authorized to complete copy_image action.', { image: image.id })
  }
  return targets(image, request, rules.stores)
}

function requireMethod(
  request: ImportRequest,
  enabled: readonly string[],
): asserts request is ImportRequest & { method: ImportMethod } {
  if (!enabled.includes(request.method)) {
    throw new InvalidArgumentError(`Unknown import method name '${request.method}'.`, { method: request.method })
  }
}

function requireStatus(image: GlanceImage, { method }: ImportRequest): void {
  const { status, id } = image
  const refuse = (text: string) => new ConflictError(text, { id, status })
  if (method === 'copy-image') {
    if (status !== 'active') throw refuse('Only images with status active can be targeted for copying')
    return
  }
  if (status === 'active') throw refuse('Image with status active cannot be target for import')
  if (method === 'web-download' && status !== 'queued') {
    throw refuse("Image needs to be in 'queued' state to use 'web-download' method")
  }
  if (method === 'glance-direct' && status !== 'uploading') {
    throw refuse("Image needs to be staged before 'glance-direct' method can be used")
  }
}

function requireFormats(image: GlanceImage): void {
  if (!image.containerFormat)
    throw new ConflictError("'container_format' needs to be set before import", { id: image.id })
  if (!image.diskFormat) throw new ConflictError("'disk_format' needs to be set before import", { id: image.id })
}

function requireUri(given: string | undefined, { allowedSchemes, allowedPorts }: UriFilter): void {
  const uri = given ?? 'None'
  const url = URL.canParse(uri) ? new URL(uri) : undefined
  const scheme = url?.protocol.slice(0, -1) ?? ''
  const port = Number(url?.port || (scheme === 'https' ? 443 : 80))
  const passes =
    url?.hostname && allowedSchemes.includes(scheme) && (allowedPorts.length === 0 || allowedPorts.includes(port))
  if (!passes) throw new InvalidArgumentError(`URI for web-download does not pass filtering: ${uri}`, { uri })
}

function targets(image: GlanceImage, request: ImportRequest, stores: ImageStores): readonly string[] {
  const present = new Set(image.locations.map(({ store }) => store))
  if (request.allStores) {
    const all = stores.list().map(({ settings }) => settings.id)
    return request.method === 'copy-image' ? all.filter((store) => !present.has(store)) : all
  }
  const named = request.stores ?? [stores.default.settings.id]
  for (const store of named) {
    if (!stores.find(store)) throw new ConflictError(`Store for identifier ${store} not found`, { store })
  }
  const taken = request.method === 'copy-image' ? named.find((store) => present.has(store)) : undefined
  if (taken) throw new InvalidArgumentError(`Image is already present at store '${taken}'`, { store: taken })
  return named
}
