import { isoSeconds } from './api-time.ts'
import type { CloudImage } from './cloud.ts'
import type { PlainValue } from './openstack/python-text.ts'

/**
 * An image as the Image API answers it: one flat object in which Glance's own fields and the image's properties stand
 * side by side. `direct_url` and `stores` are there once a location is.
 * @see golden/cli/glance_image_show.jsonl
 */
export function imageRecord(image: CloudImage): Readonly<Record<string, PlainValue>> {
  const path = `/v2/images/${image.id}`
  return {
    name: image.name === '' ? null : image.name,
    disk_format: image.diskFormat ?? null,
    container_format: image.containerFormat ?? null,
    visibility: image.visibility,
    size: image.sizeBytes ?? null,
    virtual_size: image.virtualSizeBytes ?? null,
    status: image.status,
    checksum: image.checksum ?? null,
    protected: image.protected,
    min_ram: image.minRamMib,
    min_disk: image.minDiskGib,
    owner: image.owner === '' ? null : image.owner,
    os_hidden: image.osHidden,
    os_hash_algo: image.osHashAlgo ?? null,
    os_hash_value: image.osHashValue ?? null,
    id: image.id,
    created_at: isoSeconds(image.createdMs),
    updated_at: isoSeconds(image.updatedMs),
    ...Object.fromEntries(image.properties.map(({ name, value }) => [name, value])),
    ...placement(image),
    tags: [...image.tags],
    self: path,
    file: `${path}/file`,
    schema: '/v2/schemas/image',
  }
}

function placement(image: CloudImage): Readonly<Record<string, PlainValue>> {
  const locations = image.locations.map(({ url, store }) => ({ url, metadata: { store } }))
  const first = image.locations[0]
  if (!first) return { locations }
  return { stores: image.locations.map(({ store }) => store).join(','), locations, direct_url: first.url }
}
