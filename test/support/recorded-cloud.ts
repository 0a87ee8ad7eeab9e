import type {
  Cloud,
  CloudImage,
  CloudImages,
  CloudServer,
  CloudServers,
  CloudVolume,
  CloudVolumeSnapshot,
  CloudVolumes,
} from '#cli/commands/cloud.ts'
import { type DomainCode, domainError, InternalError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Exchange } from './recorded-cli.ts'

/** A request that a command made, in the form that the real client would have sent. */
export interface SentRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

// biome-ignore lint/suspicious/noExplicitAny: recorded JSON of many services, read field by field
type Json = any

/**
 * A cloud that answers with recorded HTTP bodies: the same ones in the same order as the real client got, the last one
 * again when a command asks more often. It keeps what commands send.
 */
export class RecordedCloud implements Cloud {
  readonly sent: SentRequest[] = []
  readonly clock = { now: () => 0, sleep: async () => {}, sleepUntil: async () => {} }
  readonly images: CloudImages
  readonly volumes: CloudVolumes
  readonly servers: CloudServers
  readonly sites: Cloud['sites']
  readonly #exchanges: readonly Exchange[]
  readonly #used = new Set<Exchange>()

  constructor(exchanges: readonly Exchange[]) {
    this.#exchanges = exchanges
    this.images = this.#makeImages()
    this.volumes = this.#makeVolumes()
    this.servers = this.#makeServers()
    const none = async () => {
      throw new InternalError('no recorded command asks for sites')
    }
    this.sites = { list: none, listLinks: none, setLink: none, listTraffic: none }
  }

  get storesInfoOrder(): 'documented' | 'recorded' {
    const stores = this.#exchanges.find(({ path }) => path.startsWith('/v2/info/stores'))?.answer?.stores
    return Object.keys(stores?.[0] ?? {})[0] === 'default' ? 'documented' : 'recorded'
  }

  #find(method: string, path: RegExp): Exchange | undefined {
    const all = this.#exchanges.filter((one) => one.method === method && path.test(one.path))
    return all.find((one) => !this.#used.has(one)) ?? all.at(-1)
  }

  #answer(method: string, path: RegExp): Json {
    const found = this.#find(method, path)
    if (!found) throw new NotFoundError(`nothing recorded for ${method} ${path.source}`)
    this.#used.add(found)
    if (found.status >= 400) throw failure(found)
    return found.answer
  }

  /** A list by name: empty when the real client never asked. */
  #named(path: RegExp, key: string): Json[] {
    return this.#find('GET', path) ? (this.#answer('GET', path)[key] as Json[]) : []
  }

  #send(method: string, path: RegExp, body: unknown): Json {
    this.sent.push({ method, path: this.#find(method, path)?.path ?? path.source, body })
    return this.#answer(method, path)
  }

  #makeImages(): CloudImages {
    const get = async (id: string) => image(this.#answer('GET', new RegExp(`^/v2/images/${literal(id)}$`)))
    const drained = async (data: AsyncIterable<Uint8Array>) => {
      for await (const _ of data);
    }
    return {
      listStores: async () =>
        (this.#answer('GET', /^\/v2\/info\/stores/).stores as Json[]).map((store) => ({
          id: store.id,
          description: store.description,
          isDefault: store.default === 'true',
          type: store.type ?? 'rbd',
          properties: Object.fromEntries(
            Object.entries(store.properties ?? {}).map(([name, value]) => [name, String(value)]),
          ),
        })),
      importMethods: async () => this.#answer('GET', /^\/v2\/info\/import$/)['import-methods'].value,
      create: async (request) =>
        image(
          this.#send(
            'POST',
            /^\/v2\/images$/,
            present({
              id: request.id,
              name: request.name,
              disk_format: request.diskFormat,
              container_format: request.containerFormat,
              visibility: request.visibility,
              protected: request.protected,
              min_disk: request.minDiskGib,
              min_ram: request.minRamMib,
              tags: request.tags,
              ...request.properties,
            }),
          ),
        ),
      upload: async (id, _store, data) => {
        await drained(data)
        this.#answer('PUT', new RegExp(`^/v2/images/${id}/file$`))
        const shown = new RegExp(`^/v2/images/${id}$`)
        return image(
          this.#answer(this.#find('GET', shown) ? 'GET' : 'POST', this.#find('GET', shown) ? shown : /images$/),
        )
      },
      stage: async (id, data) => {
        await drained(data)
        this.#answer('PUT', new RegExp(`^/v2/images/${id}/stage$`))
        return image({ id })
      },
      import: async (request) => {
        const body = {
          method: present({ name: request.method, uri: request.uri }),
          stores: request.stores,
          all_stores: request.allStores,
          all_stores_must_succeed: request.allStoresMustSucceed,
        }
        this.#send('POST', new RegExp(`^/v2/images/${request.imageId}/import$`), present(body))
        return {}
      },
      get,
      list: async (filter) => {
        if (filter?.name !== undefined) {
          return this.#named(new RegExp(`^/v2/images\\?name=${literal(filter.name)}$`), 'images').map(image)
        }
        return (this.#answer('GET', /^\/v2\/images(\?(?!name=).*)?$/).images as Json[]).map(image)
      },
      update: async (id, change) => {
        const set = { name: change.name, visibility: change.visibility, protected: change.protected }
        const values = present({
          ...set,
          min_disk: change.minDiskGib,
          min_ram: change.minRamMib,
          ...change.setProperties,
        })
        const body = [
          ...Object.entries(values).map(([name, value]) => ({ path: `/${name}`, value })),
          ...(change.unsetProperties ?? []).map((name) => ({ path: `/${name}` })),
        ]
        if (!this.#find('PATCH', new RegExp(`^/v2/images/${id}$`))) return get(id)
        const one = new RegExp(`^/v2/images/${id}$`)
        if (this.#find('GET', one)) this.#answer('GET', one)
        const patched = image(this.#send('PATCH', new RegExp(`^/v2/images/${id}$`), body))
        return this.#find('GET', one) ? get(id) : patched
      },
      delete: async (id) => this.#answer('DELETE', new RegExp(`^/v2/images/${id}$`)),
      deleteFromStore: async (id, store) => this.#answer('DELETE', new RegExp(`^/v2/stores/${store}/${id}$`)),
      listTasks: async (id) =>
        (this.#answer('GET', new RegExp(`^/v2/images/${id}/tasks$`)).tasks as Json[]).map((task) => ({
          id: task.id,
          type: task.type,
          status: task.status,
          message: task.message,
          owner: task.owner,
          imageId: task.image_id,
          requestId: task.request_id,
          userId: task.user_id,
          inputJson: JSON.stringify(task.input),
          createdMs: instant(task.created_at),
          updatedMs: instant(task.updated_at),
          ...(task.result === null ? {} : { resultJson: JSON.stringify(task.result) }),
          ...(task.expires_at === null ? {} : { expiresMs: instant(task.expires_at) }),
        })),
      download: (id) => {
        const answer = () => this.#answer('GET', new RegExp(`^/v2/images/${id}/file$`)) as string | null
        return (async function* () {
          yield new TextEncoder().encode(answer() ?? '')
        })()
      },
      listCopies: async () => [],
    }
  }

  #makeVolumes(): CloudVolumes {
    const get = (kind: string, id: string) => this.#answer('GET', new RegExp(`^/v3/[0-9a-f]+/${kind}/${literal(id)}$`))
    const list = (kind: string, name: string | undefined) =>
      name === undefined
        ? this.#answer('GET', new RegExp(`^/v3/[0-9a-f]+/${kind}/detail(\\?(?!.*name=).*)?$`))[kind]
        : this.#named(new RegExp(`^/v3/[0-9a-f]+/${kind}/detail\\?.*name=${literal(name)}(&|$)`), kind)
    return {
      create: async (request) => {
        const body = {
          size: request.sizeGib ?? null,
          snapshot_id: request.snapshotId ?? null,
          name: request.name,
          description: request.description ?? null,
          availability_zone: request.availabilityZone ?? null,
          imageRef: request.imageId ?? null,
          source_volid: request.sourceVolumeId ?? null,
        }
        return volume(this.#send('POST', /\/volumes$/, { volume: body }).volume)
      },
      get: async (id) => volume(get('volumes', id).volume),
      list: async (filter) => (list('volumes', filter?.name) as Json[]).map(volume),
      delete: async (id) => this.#answer('DELETE', new RegExp(`/volumes/${id}$`)),
      createSnapshot: async (request) => {
        const { volumeId, name, force, description } = request
        const body = { volume_id: volumeId, name, force, description: description ?? null }
        return snapshot(this.#send('POST', /\/snapshots$/, { snapshot: body }).snapshot)
      },
      getSnapshot: async (id) => snapshot(get('snapshots', id).snapshot),
      listSnapshots: async (filter) => (list('snapshots', filter?.name) as Json[]).map(snapshot),
      deleteSnapshot: async (id) => this.#answer('DELETE', new RegExp(`/snapshots/${id}$`)),
    }
  }

  #makeServers(): CloudServers {
    const one = (id: string) => new RegExp(`^/v2.1/servers/${literal(id)}$`)
    const get = async (id: string) => this.#server(this.#answer('GET', one(id)).server)
    const act = (id: string, body: unknown) => this.#send('POST', new RegExp(`^/v2.1/servers/${id}/action$`), body)
    const unused = async () => {
      throw new InternalError('not recorded')
    }
    return {
      create: async (request) => {
        const body = present({
          name: request.name,
          imageRef: request.imageId ?? '',
          flavorRef: request.flavorId,
          key_name: request.keyName,
          security_groups: request.securityGroupIds?.length
            ? request.securityGroupIds.map((name) => ({ name }))
            : undefined,
          availability_zone: request.availabilityZone,
          volume: request.volumeId,
          networks: request.networkIds?.length ? request.networkIds.map((uuid) => ({ uuid })) : undefined,
        })
        const made = this.#send('POST', /^\/v2\.1\/servers$/, { server: body }).server
        return this.#server({ ...made, ...this.#find('GET', one(made.id))?.answer.server })
      },
      get,
      list: async (filter) => {
        if (filter?.name === undefined) {
          return (this.#answer('GET', /^\/v2\.1\/servers\/detail/).servers as Json[]).map((body) => this.#server(body))
        }
        const named = this.#named(new RegExp(`^/v2.1/servers\\?name=${literal(filter.name)}$`), 'servers')
        return named.map(({ id, name }) => this.#server(this.#find('GET', one(id))?.answer.server ?? { id, name }))
      },
      delete: async (id) => this.#answer('DELETE', one(id)),
      stop: async (id) => act(id, { 'os-stop': null }),
      start: async (id) => act(id, { 'os-start': null }),
      createImage: async (id, name) => act(id, { createImage: { name } }).image_id,
      listFlavors: async () => this.#flavors(),
      createFlavor: async (request) => {
        const { name, vcpus, ramMib, diskGib } = request
        return flavor(this.#send('POST', /^\/v2\.1\/flavors$/, { name, vcpus, ram: ramMib, disk: diskGib }).flavor)
      },
      listKeypairs: async () =>
        (this.#answer('GET', /^\/v2\.1\/os-keypairs/).keypairs as Json[]).map(({ keypair }) => keypair),
      createKeypair: unused,
      listNetworks: async () =>
        this.#exchanges
          .filter(({ path }) => path.startsWith('/v2.0/networks?'))
          .flatMap(({ answer }) => answer.networks),
      createNetwork: unused,
      listSecurityGroups: async () =>
        this.#exchanges
          .filter(({ path }) => path.startsWith('/v2.0/security-groups?'))
          .flatMap(({ answer }) => answer.security_groups),
      createSecurityGroup: unused,
      listAvailabilityZones: async () =>
        (this.#answer('GET', /^\/v2\.1\/os-availability-zone/).availabilityZoneInfo as Json[])
          .map(({ zoneName, zoneState }) => ({ name: zoneName, available: zoneState.available }))
          .filter(({ name }) => name !== 'internal'),
      computeLog: unused,
    }
  }

  #flavors() {
    const answers = this.#exchanges.filter(({ path, status }) => path.startsWith('/v2.1/flavors') && status === 200)
    const full = answers.flatMap(({ answer }) => answer.flavor ?? answer.flavors ?? []) as Json[]
    const byId = new Map(full.map((body) => [body.id as string, body]))
    for (const body of full) if (body.ram !== undefined) byId.set(body.id, body)
    return [...byId.values()].map(flavor)
  }

  #server(body: Json): CloudServer {
    const flavorId: string = body.flavor?.id ?? ''
    return {
      id: body.id,
      name: body.name,
      status: body.status ?? 'ACTIVE',
      vmState: body['OS-EXT-STS:vm_state'] ?? '',
      powerState: body['OS-EXT-STS:power_state'] ?? 0,
      availabilityZone: body['OS-EXT-AZ:availability_zone'] ?? '',
      flavorId,
      flavorName: this.#flavors().find(({ id }) => id === flavorId)?.name ?? '',
      addresses: Object.entries((body.addresses ?? {}) as Record<string, Json[]>).flatMap(([network, list]) =>
        list.map(({ addr }) => ({ network, address: addr, mac: '' })),
      ),
      securityGroups: ((body.security_groups ?? []) as Json[]).map(({ name }) => name),
      volumeIds: ((body['os-extended-volumes:volumes_attached'] ?? []) as Json[]).map(({ id }) => id),
      userId: body.user_id ?? '',
      projectId: body.tenant_id ?? '',
      createdMs: instant(body.created ?? '2026-01-01T00:00:00Z'),
      updatedMs: instant(body.updated ?? '2026-01-01T00:00:00Z'),
      instanceName: body['OS-EXT-SRV-ATTR:instance_name'] ?? '',
      ...present({
        taskState: body['OS-EXT-STS:task_state'] ?? undefined,
        host: body['OS-EXT-SRV-ATTR:host'] ?? undefined,
        imageId: body.image?.id,
        keyName: body.key_name ?? undefined,
        launchedMs: body['OS-SRV-USG:launched_at'] ? instant(body['OS-SRV-USG:launched_at']) : undefined,
        fault: body.fault && {
          code: body.fault.code,
          message: body.fault.message,
          createdMs: instant(body.fault.created),
        },
      }),
    }
  }
}

const imageFields = new Set(
  'id name status disk_format container_format visibility protected min_disk min_ram owner size virtual_size checksum os_hash_algo os_hash_value os_hidden tags locations created_at updated_at self file schema stores direct_url'.split(
    ' ',
  ),
)

function image(body: Json): CloudImage {
  const unset = (value: Json) => value ?? undefined
  return {
    id: body.id,
    name: body.name ?? '',
    status: body.status,
    visibility: body.visibility,
    protected: body.protected,
    minDiskGib: body.min_disk,
    minRamMib: body.min_ram,
    owner: body.owner,
    osHidden: body.os_hidden,
    tags: body.tags ?? [],
    locations: ((body.locations ?? []) as Json[]).map(({ url, metadata }) => ({ url, store: metadata.store })),
    properties: Object.entries(body as Record<string, string>)
      .filter(([name]) => !imageFields.has(name))
      .map(([name, value]) => ({ name, value })),
    createdMs: instant(body.created_at ?? '2026-01-01T00:00:00Z'),
    updatedMs: instant(body.updated_at ?? '2026-01-01T00:00:00Z'),
    ...present({
      diskFormat: unset(body.disk_format),
      containerFormat: unset(body.container_format),
      sizeBytes: unset(body.size),
      virtualSizeBytes: unset(body.virtual_size),
      checksum: unset(body.checksum),
      osHashAlgo: unset(body.os_hash_algo),
      osHashValue: unset(body.os_hash_value),
    }),
  }
}

function volume(body: Json): CloudVolume {
  return {
    id: body.id,
    name: body.name,
    status: body.status,
    sizeGib: body.size,
    availabilityZone: body.availability_zone,
    bootable: body.bootable === 'true',
    volumeType: body.volume_type,
    attachments: (body.attachments as Json[]).map((one) => ({
      attachmentId: one.attachment_id,
      serverId: one.server_id,
      hostName: one.host_name,
      device: one.device,
      attachedMs: instant(one.attached_at),
    })),
    imageMetadata: Object.entries((body.volume_image_metadata ?? {}) as Record<string, string>).map(
      ([name, value]) => ({
        name,
        value,
      }),
    ),
    userId: body.user_id,
    projectId: body['os-vol-tenant-attr:tenant_id'] ?? '',
    createdMs: instant(body.created_at),
    ...present({
      description: body.description ?? undefined,
      snapshotId: body.snapshot_id ?? undefined,
      sourceVolumeId: body.source_volid ?? undefined,
      host: body['os-vol-host-attr:host'] ?? undefined,
      updatedMs: body.updated_at ? instant(body.updated_at) : undefined,
    }),
  }
}

function snapshot(body: Json): CloudVolumeSnapshot {
  return {
    id: body.id,
    name: body.name,
    status: body.status,
    volumeId: body.volume_id,
    sizeGib: body.size,
    progress: body['os-extended-snapshot-attributes:progress'] ?? '',
    projectId: body['os-extended-snapshot-attributes:project_id'] ?? '',
    createdMs: instant(body.created_at),
    consistency: 'clean',
    ...present({
      description: body.description ?? undefined,
      updatedMs: body.updated_at ? instant(body.updated_at) : undefined,
    }),
  }
}

function flavor(body: Json) {
  return { id: body.id, name: body.name, vcpus: body.vcpus, ramMib: body.ram, diskGib: body.disk }
}

/** `2026-11-20T11:22:59.942744`, with or without fraction and `Z`. */
function instant(text: string): number {
  const [seconds = '', fraction = '0'] = text.replace(/Z$/, '').split('.')
  return Date.parse(`${seconds}Z`) + Number(`0.${fraction}`) * 1000
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function present<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const set = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set) as { [K in keyof T]: Exclude<T[K], undefined> }
}

const codes: Readonly<Record<number, DomainCode>> = {
  400: 'invalid_argument',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'quota_exceeded',
  500: 'internal',
  503: 'unavailable',
}

function failure({ status, answer, requestId }: Exchange): Error {
  const details = requestId === undefined ? {} : { requestId }
  return domainError(codes[status] ?? 'internal', faultMessage(answer), details)
}

/** The sentence in Glance's HTML page, or in Cinder's and Nova's JSON. */
function faultMessage(answer: Json): string {
  if (typeof answer?.text !== 'string') return String((Object.values(answer ?? {})[0] as Json)?.message ?? '')
  const body = /<h1>.*<\/h1>\n {2}([\s\S]*?)<br \/>/.exec(answer.text)?.[1] ?? ''
  return body
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
