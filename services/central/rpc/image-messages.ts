import type { Copy } from '#proto/dcnsim/v1/Copy.ts'
import type { GlanceImage as GlanceImageMessage } from '#proto/dcnsim/v1/GlanceImage.ts'
import type { ImageTask as ImageTaskMessage } from '#proto/dcnsim/v1/ImageTask.ts'
import type { Store } from '#proto/dcnsim/v1/Store.ts'
import type { GlanceImage, ImageTask, StoreCopy } from '../images/image.ts'
import type { StoreSettings } from '../images/image-store.ts'
import { glanceChunkBytes } from '../images/transfer-plan.ts'

export function imageMessage(image: GlanceImage): GlanceImageMessage {
  return {
    ...image,
    locations: [...image.locations],
    tags: [...image.tags],
    osHashAlgo: image.osHashValue === undefined ? undefined : 'sha512',
    properties: Object.entries(image.properties).map(([name, value]) => ({ name, value })),
  }
}

export function storeMessage(store: StoreSettings, thinProvisioning: boolean): Store {
  return {
    id: store.id,
    description: store.description,
    default: store.isDefault,
    type: 'rbd',
    properties: {
      chunk_size: String(glanceChunkBytes),
      pool: 'images',
      thin_provisioning: String(thinProvisioning),
    },
  }
}

export function taskMessage(task: ImageTask): ImageTaskMessage {
  const { input } = task
  return {
    ...task,
    type: task.name,
    inputJson: JSON.stringify({
      image_id: task.imageId,
      import_req: {
        method: { name: input.method, ...(input.uri ? { uri: input.uri } : {}) },
        ...(input.stores?.length ? { stores: input.stores } : {}),
        ...(input.allStores ? { all_stores: true } : {}),
        all_stores_must_succeed: input.allStoresMustSucceed ?? true,
      },
    }),
    resultJson: task.result ? JSON.stringify(task.result) : '',
  }
}

export function copyMessage(copy: StoreCopy): Copy {
  return { ...copy }
}
