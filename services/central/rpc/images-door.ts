import type { Content } from '#ceph-sim/rbd.ts'
import { toContentPieces } from '#ceph-sim/rpc/rbd-messages.ts'
import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { implement } from '#kernel/rpc/rpc-server.ts'
import type { ContentPiece } from '#proto/dcnsim/v1/ContentPiece.ts'
import type { UploadImageRequest__Output } from '#proto/dcnsim/v1/UploadImageRequest.ts'
import type { Hub } from '../app.ts'
import { downloadToSite } from '../sites/hub-for-site.ts'
import { actorOf, callingSite } from './actor-metadata.ts'
import { copyMessage, imageMessage, storeMessage, taskMessage } from './image-messages.ts'

/** `dcnsim.v1.Images`: Glance by gRPC. */
export function imagesDoor(hub: Hub) {
  const { images, imports, copies } = hub
  return implement('dcnsim.v1.Images', {
    ListStores: async () => ({
      stores: images.stores().map(({ settings }) => storeMessage(settings, hub.thinProvisioning)),
    }),
    GetImportInfo: async () => ({ methods: [...imports.methods] }),
    CreateImage: async (request, { metadata }) => imageMessage(await images.create(actorOf(metadata), request)),
    UploadImage: async (requests, { metadata, signal }) => {
      const upload = await openUpload(requests)
      const { imageId, store, sizeBytes } = upload.head
      const request = { store, sizeBytes, content: upload.content }
      return imageMessage(await images.upload(actorOf(metadata), imageId, request, { signal }))
    },
    StageImage: async (requests, { metadata, signal }) => {
      const { head, content } = await openUpload(requests)
      return imageMessage(await images.stage(actorOf(metadata), head.imageId, content, { signal }))
    },
    ImportImage: async ({ imageId, ...request }, { metadata }) => {
      // On this wire, a list without elements is an absent one.
      const stores = request.stores.length > 0 ? request.stores : undefined
      const task = await imports.start(actorOf(metadata), imageId, { ...request, stores })
      return { taskId: task?.id ?? '' }
    },
    GetImage: async ({ imageId }, { metadata }) => imageMessage(await images.get(actorOf(metadata), imageId)),
    ListImages: async (filter, { metadata }) => ({
      images: (await images.list(actorOf(metadata), filter)).map(imageMessage),
    }),
    UpdateImage: async ({ imageId, setProperties, unsetProperties, ...change }, { metadata }) => {
      const properties = { set: setProperties, unset: unsetProperties }
      return imageMessage(await images.update(actorOf(metadata), imageId, { ...change, ...properties }))
    },
    DeleteImage: async ({ imageId }, { metadata, signal }) => {
      await images.delete(actorOf(metadata), imageId, { signal })
      return {}
    },
    DeleteImageFromStore: async ({ imageId, store }, { metadata, signal }) => {
      await images.deleteFromStore(actorOf(metadata), imageId, store, { signal })
      return {}
    },
    ListImageTasks: async ({ imageId }, { metadata }) => ({
      tasks: (await imports.tasks(actorOf(metadata), imageId)).map(taskMessage),
    }),
    DownloadImage: async function* ({ imageId }, { metadata, signal }) {
      const request = { imageId, site: callingSite(metadata) }
      yield* pieces(await downloadToSite(hub, actorOf(metadata), request, { signal }))
    },
    ListCopies: async () => ({ copies: (await copies.list()).map(copyMessage) }),
  })
}

/** The first message says what comes, the rest is it. */
async function openUpload(requests: AsyncIterable<UploadImageRequest__Output>) {
  const iterator = requests[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done || !first.value.imageId)
    throw new InvalidArgumentError('the first message of an upload names its image')
  const head = first.value
  async function* content(): AsyncGenerator<Content> {
    let offset = 0
    for (let next = first; !next.done; next = await iterator.next()) {
      const bytes = next.value.data
      if (bytes.byteLength > 0) yield { kind: 'data', offset, bytes }
      offset += bytes.byteLength
    }
  }
  return { head, content: content() }
}

async function* pieces(content: AsyncIterable<Content>): AsyncGenerator<ContentPiece> {
  for await (const piece of content) yield* toContentPieces(piece)
}
