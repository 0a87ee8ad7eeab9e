import type { ClusterClient } from '#ceph-sim/cluster-client.ts'

/** Where a call of the matrix happens. There must be an image `there`; all others that are named are none. */
export interface CallPlace {
  readonly pool: string
  readonly namespace?: string
}

/**
 * What a call needs of its caller: to read or change what is in a name space, or in a pool's default one whatever the
 * name space; to read it and ask every pool for clones; to ask or change the cluster map; to ask or change cephx users.
 */
export type CallNeed =
  | 'read'
  | 'write'
  | 'clones'
  | 'pool read'
  | 'pool write'
  | 'map read'
  | 'map write'
  | 'users read'
  | 'users write'

export interface PortCall {
  readonly needs: CallNeed
  call(client: ClusterClient, place: CallPlace): unknown
}

const source = (place: CallPlace) => ({ ...place, image: 'there' })
const image = (place: CallPlace) => ({ ...place, image: 'none' })
const other = (place: CallPlace) => ({ ...place, image: 'other' })
const snapshot = (place: CallPlace) => ({ ...image(place), snapshot: 'snap' })
const group = (place: CallPlace) => ({ ...place, group: 'none' })
const trashed = (place: CallPlace) => ({ ...place, id: '10001' })
const object = ({ pool }: CallPlace, name = 'none') => ({ pool, name })
const entity = 'client.none'

const call =
  (needs: CallNeed) =>
  (act: PortCall['call']): PortCall => ({ needs, call: act })
const read = call('read')
const write = call('write')
const poolRead = call('pool read')
const poolWrite = call('pool write')
const clones = call('clones')
const mapRead = call('map read')
const mapWrite = call('map write')
const usersRead = call('users read')
const usersWrite = call('users write')

const images: Readonly<Record<string, PortCall>> = {
  cluster: mapRead((c) => c.cluster()),
  createPool: mapWrite((c) => c.createPool('new')),
  listPools: mapRead((c) => c.listPools()),
  df: mapRead((c) => c.df()),
  createImage: write((c, at) => c.createImage({ ...at, image: 'new' }, { sizeBytes: 1 })),
  listImages: read((c, { pool, ...at }) => c.listImages(pool, at)),
  listDetailed: read((c, { pool, ...at }) => c.listDetailed(pool, at)),
  info: read((c, at) => c.info(image(at))),
  removeImage: write((c, at) => c.removeImage(image(at))),
  renameImage: write((c, at) => c.renameImage(image(at), 'other')),
  resize: write((c, at) => c.resize(image(at), { sizeBytes: 1 })),
  createSnapshot: write((c, at) => c.createSnapshot(snapshot(at))),
  listSnapshots: read((c, at) => c.listSnapshots(image(at))),
  removeSnapshot: write((c, at) => c.removeSnapshot(snapshot(at))),
  protectSnapshot: write((c, at) => c.protectSnapshot(snapshot(at))),
  unprotectSnapshot: write((c, at) => c.unprotectSnapshot(snapshot(at))),
  rollback: write((c, at) => c.rollback(snapshot(at))),
  clone: write((c, at) => c.clone(snapshot(at), other(at))),
  flatten: write((c, at) => c.flatten(image(at))),
  children: clones((c, at) => c.children(snapshot(at))),
  diskUsage: read((c, at) => c.diskUsage(image(at))),
  read: read((c, at) => c.read(image(at), {})),
  write: write((c, at) => c.write(image(at), [])),
  discard: write((c, at) => c.discard(image(at), { offset: 0, lengthBytes: 1 })),
  extents: read((c, at) => c.extents(image(at))),
  flush: write((c, at) => c.flush(image(at))),
  attach: write((c, at) => c.attach(image(at), { owner: 'guest' })),
  detach: write((c, at) => c.detach(image(at), { owner: 'guest' })),
}

const imageSubjects: Readonly<Record<string, PortCall>> = {
  'clients.hold': write((c, at) => c.clients.hold(image(at))),
  'clients.watchers': read((c, at) => c.clients.watchers(image(at))),
  'clones.children': clones((c, at) => c.clones.children(snapshot(at))),
  'clones.minCompatClient': mapRead((c) => c.clones.minCompatClient()),
  'clones.setMinCompatClient': mapWrite((c) => c.clones.setMinCompatClient('mimic')),
  'copies.copy': write((c, at) => c.copies.copy(source(at), other(at))),
  'copies.deepCopy': write((c, at) => c.copies.deepCopy(source(at), other(at))),
  'copies.sparsify': write((c, at) => c.copies.sparsify(image(at))),
  'diffs.list': read((c, at) => c.diffs.list(image(at))),
  'diffs.read': read((c, at) => c.diffs.read(image(at))),
  'diffs.usage': read((c, at) => c.diffs.usage(image(at))),
  'features.enable': write((c, at) => c.features.enable(image(at), ['exclusive-lock'])),
  'features.disable': write((c, at) => c.features.disable(image(at), ['exclusive-lock'])),
  'features.checkObjectMap': read((c, at) => c.features.checkObjectMap(image(at))),
  'features.rebuildObjectMap': write((c, at) => c.features.rebuildObjectMap(image(at))),
  'locks.list': read((c, at) => c.locks.list(image(at))),
  'locks.add': write((c, at) => c.locks.add(image(at), { id: 'lock' })),
  'locks.break': write((c, at) => c.locks.break(image(at), { id: 'lock', locker: 'client.1' })),
  'metadata.list': read((c, at) => c.metadata.list(image(at))),
  'metadata.get': read((c, at) => c.metadata.get(image(at), 'key')),
  'metadata.set': write((c, at) => c.metadata.set(image(at), { key: 'key', value: '' })),
  'metadata.remove': write((c, at) => c.metadata.remove(image(at), 'key')),
  'migration.prepare': write((c, at) => c.migration.prepare(image(at), other(at))),
  'migration.execute': write((c, at) => c.migration.execute(image(at))),
  'migration.commit': write((c, at) => c.migration.commit(image(at))),
  'migration.abort': write((c, at) => c.migration.abort(image(at))),
  'mirroring.enableImage': write((c, at) => c.mirroring.enableImage(image(at))),
  'mirroring.disableImage': write((c, at) => c.mirroring.disableImage(image(at))),
  'snapshotSettings.rename': write((c, at) => c.snapshotSettings.rename(snapshot(at), 'other')),
  'snapshotSettings.setLimit': write((c, at) => c.snapshotSettings.setLimit(image(at), 1)),
  'snapshotSettings.clearLimit': write((c, at) => c.snapshotSettings.clearLimit(image(at))),
  'tasks.add': write((c, at) => c.tasks.add('flatten', image(at))),
  'tasks.addTrashRemoval': write((c, at) => c.tasks.addTrashRemoval(trashed(at))),
  'tasks.list': mapRead((c) => c.tasks.list()),
  // Which pool a task is about is only known of one that is there.
  'tasks.cancel': mapRead((c) => c.tasks.cancel('none')),
  'trash.move': write((c, at) => c.trash.move(image(at))),
  'trash.list': read((c, { pool, ...at }) => c.trash.list(pool, at)),
  'trash.remove': write((c, at) => c.trash.remove(trashed(at))),
  'trash.restore': write((c, at) => c.trash.restore(trashed(at))),
  'trash.purge': write((c, { pool, ...at }) => c.trash.purge(pool, at)),
}

const poolSubjects: Readonly<Record<string, PortCall>> = {
  'config.setForPool': poolWrite((c, { pool }) => c.config.setForPool(pool, { name: 'rbd_cache', value: 'true' })),
  'config.getForPool': poolRead((c, { pool }) => c.config.getForPool(pool, 'rbd_cache')),
  'config.removeForPool': poolWrite((c, { pool }) => c.config.removeForPool(pool, 'rbd_cache')),
  'config.listForPool': poolRead((c, { pool }) => c.config.listForPool(pool)),
  'config.listForImage': read((c, at) => c.config.listForImage(image(at))),
  'groups.create': write((c, at) => c.groups.create({ ...at, group: 'new' })),
  'groups.remove': write((c, at) => c.groups.remove(group(at))),
  'groups.rename': write((c, at) => c.groups.rename(group(at), 'other')),
  'groups.list': read((c, { pool, ...at }) => c.groups.list(pool, at)),
  'groups.addImage': write((c, at) => c.groups.addImage(group(at), image(at))),
  'groups.removeImage': write((c, at) => c.groups.removeImage(group(at), image(at))),
  'groups.listImages': read((c, at) => c.groups.listImages(group(at))),
  'groups.createSnapshot': write((c, at) => c.groups.createSnapshot(group(at), 'snap')),
  'groups.removeSnapshot': write((c, at) => c.groups.removeSnapshot(group(at), 'snap')),
  'groups.renameSnapshot': write((c, at) => c.groups.renameSnapshot(group(at), 'snap', 'other')),
  'groups.listSnapshots': read((c, at) => c.groups.listSnapshots(group(at))),
  'groups.rollback': write((c, at) => c.groups.rollback(group(at), 'snap')),
  'mirroring.pool': poolRead((c, { pool }) => c.mirroring.pool(pool)),
  'mirroring.enablePool': poolWrite((c, { pool }) => c.mirroring.enablePool(pool, 'image')),
  'mirroring.disablePool': poolWrite((c, { pool }) => c.mirroring.disablePool(pool)),
  'namespaces.create': poolWrite((c, { pool }) => c.namespaces.create(pool, 'new')),
  'namespaces.remove': poolWrite((c, { pool }) => c.namespaces.remove(pool, 'none')),
  'namespaces.list': poolRead((c, { pool }) => c.namespaces.list(pool)),
  'objects.list': poolRead((c, { pool }) => c.objects.list(pool)),
  'objects.stat': poolRead((c, at) => c.objects.stat(object(at))),
  'objects.read': poolRead((c, at) => c.objects.read(object(at))),
  'objects.put': poolWrite((c, at) => c.objects.put(object(at, 'new'), new Uint8Array())),
  'objects.remove': poolWrite((c, at) => c.objects.remove(object(at))),
  'objects.omap': poolRead((c, at) => c.objects.omap(object(at))),
  'objects.xattrs': poolRead((c, at) => c.objects.xattrs(object(at))),
  'objects.clones': poolRead((c, at) => c.objects.clones(object(at))),
  'pools.init': poolWrite((c, { pool }) => c.pools.init(pool)),
  'pools.stats': read((c, { pool, ...at }) => c.pools.stats(pool, at)),
}

const mapSubjects: Readonly<Record<string, PortCall>> = {
  'blocklist.list': mapRead((c) => c.blocklist.list()),
  'blocklist.remove': mapWrite((c) => c.blocklist.remove('127.0.0.1:0/1')),
  'blocklist.clear': mapWrite((c) => c.blocklist.clear()),
  'config.set': mapWrite((c) => c.config.set('client', { name: 'rbd_cache', value: 'true' })),
  'config.remove': mapWrite((c) => c.config.remove('client', 'rbd_cache')),
  'config.dump': mapRead((c) => c.config.dump()),
  'config.get': mapRead((c) => c.config.get('client', 'rbd_cache')),
  'config.listFor': mapRead((c) => c.config.listFor('client')),
  'osds.markDown': mapWrite((c) => c.osds.markDown(9)),
  'osds.markOut': mapWrite((c) => c.osds.markOut(9)),
  'osds.markIn': mapWrite((c) => c.osds.markIn(9)),
  'osds.reweight': mapWrite((c) => c.osds.reweight(9, 1)),
  'osds.declareLost': mapWrite((c) => c.osds.declareLost(9)),
  'osds.stop': mapWrite((c) => c.osds.stop(9)),
  'osds.start': mapWrite((c) => c.osds.start(9)),
  'osds.fail': mapWrite((c) => c.osds.fail(9)),
  'osds.replace': mapWrite((c) => c.osds.replace(9)),
  'osds.recovery': mapRead((c) => c.osds.recovery()),
  'osds.damage': mapRead((c) => c.osds.damage()),
  'osds.locate': mapRead((c, { pool }) => c.osds.locate(pool, 'none')),
  'pools.create': mapWrite((c) => c.pools.create('new')),
  'pools.remove': mapWrite((c) => c.pools.remove('none')),
  'pools.rename': mapWrite((c) => c.pools.rename('none', 'other')),
  'pools.set': mapWrite((c) => c.pools.set('none', 'size', '1')),
  'pools.setQuota': mapWrite((c) => c.pools.setQuota('none', { maxBytes: 1 })),
  'pools.enableApplication': mapWrite((c) => c.pools.enableApplication('none', 'rbd')),
  'pools.disableApplication': mapWrite((c) => c.pools.disableApplication('none', 'rbd')),
  'pools.setApplication': mapWrite((c) => c.pools.setApplication('none', 'rbd', { key: 'key', value: '' })),
  'status.report': mapRead((c) => c.status.report()),
  'status.setFlag': mapWrite((c) => c.status.setFlag('none')),
  'status.unsetFlag': mapWrite((c) => c.status.unsetFlag('none')),
  'status.setRatio': mapWrite((c) => c.status.setRatio('nearfull', 0.85)),
}

const userSubjects: Readonly<Record<string, PortCall>> = {
  'auth.getOrCreate': usersWrite((c) => c.auth.getOrCreate(entity, {})),
  'auth.add': usersWrite((c) => c.auth.add({ entity, caps: {} })),
  'auth.import': usersWrite((c) => c.auth.import([])),
  'auth.setCaps': usersWrite((c) => c.auth.setCaps(entity, {})),
  'auth.get': usersRead((c) => c.auth.get(entity)),
  'auth.list': usersRead((c) => c.auth.list()),
  'auth.remove': usersWrite((c) => c.auth.remove(entity)),
}

/**
 * Every call of the port, by its name, with what it needs of its caller. `blocklist.add` is not among them: it is the one
 * change of the cluster map that `profile rbd` may make.
 */
export const portCalls: Readonly<Record<string, PortCall>> = {
  ...images,
  ...imageSubjects,
  ...poolSubjects,
  ...mapSubjects,
  ...userSubjects,
}

/** The names of a session's calls: its own methods, and those of its subjects. */
export function callsOf(client: ClusterClient): readonly string[] {
  const subjects = Object.entries(client).filter(([, value]) => typeof value === 'object' && value !== null)
  return [
    ...methodsOf(client),
    ...subjects.flatMap(([subject, port]) => methodsOf(port as object).map((method) => `${subject}.${method}`)),
  ].sort()
}

function methodsOf(object: object): readonly string[] {
  const names = new Set<string>()
  for (let level = object; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    for (const name of Object.getOwnPropertyNames(level)) {
      if (name !== 'constructor' && typeof Reflect.get(object, name) === 'function') names.add(name)
    }
  }
  return [...names]
}
