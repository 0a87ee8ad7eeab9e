import { beforeEach, describe, expect, it } from 'vitest'
import type { Content, Rbd } from '#ceph-sim/rbd.ts'
import { decorateRbd } from '#ceph-sim/rbd-decorator.ts'
import {
  CancelledError,
  ConflictError,
  NoSpaceError,
  NotFoundError,
  UnavailableError,
} from '#kernel/errors/domain-error.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { GlanceRbdStore } from '#openstack/drivers/glance-rbd.ts'
import { digestOf, noise, runs, streamed } from '../../support/content.ts'
import { openCluster, type TestCluster } from '../../support/test-cluster.ts'

const imageId = '8083c7e7-32d8-4f7a-b1da-0ed7884f1076'
const head = { pool: 'images', image: imageId }

let cluster: TestCluster
let store: GlanceRbdStore
beforeEach(async () => {
  cluster = await openCluster('dcn0')
  store = new GlanceRbdStore(cluster.rbd, { store: 'dcn0' })
})

/** 20 MiB: data, a hole over a whole chunk, data that begins in the middle of the last chunk. */
const sample = () => [...runs(noise('a', 3 * MiB), 15 * MiB, noise('b', 2 * MiB))]

/** What the driver asked of the cluster, by method. */
function recorded(rbd: Rbd): { readonly rbd: Rbd; readonly calls: string[] } {
  const calls: string[] = []
  const around = decorateRbd(() => rbd, {
    call: (call) => {
      calls.push(call.method)
      return call.proceed()
    },
  })
  return { rbd: around, calls }
}

describe('adding an image (O17)', () => {
  it('makes an image of 8 MiB objects with a protected snapshot and answers its URL', async () => {
    const added = await store.add(imageId, { sizeBytes: 20 * MiB, pieces: streamed(sample()) })
    expect(added).toEqual({ url: `rbd://${cluster.fsid}/images/${imageId}/snap`, sizeBytes: 20 * MiB })
    expect(await cluster.rbd.info(head)).toMatchObject({ order: 23, sizeBytes: 20 * MiB, objects: 3 })
    expect(await cluster.rbd.listSnapshots(head)).toMatchObject([{ name: 'snap', protected: true }])
    const stored = await store.get(added.url)
    expect(stored.sizeBytes).toBe(20 * MiB)
    expect(await digestOf(stored.content())).toBe(await digestOf(sample()))
  })

  it('creates, writes, takes the snapshot and protects it, in this order', async () => {
    const { rbd, calls } = recorded(cluster.rbd)
    await new GlanceRbdStore(rbd, { store: 'dcn0' }).add(imageId, { sizeBytes: 20 * MiB, pieces: sample() })
    const spans = Array.from({ length: 10 }, () => 'write')
    expect(calls).toEqual(['cluster', 'createImage', ...spans, 'createSnapshot', 'protectSnapshot'])
  })

  it('waits at each chunk before it hands the chunk on', async () => {
    const events: string[] = []
    const rbd = decorateRbd(() => cluster.rbd, { call: (call) => call.proceed() })
    const write: Rbd['write'] = async (image, pieces, options) => {
      async function* watched(): AsyncGenerator<Content> {
        for await (const piece of pieces) {
          events.push(`piece ${piece.offset / MiB}`)
          yield piece
        }
      }
      return cluster.rbd.write(image, watched(), options)
    }
    const watching = new Proxy(rbd, { get: (target, name) => (name === 'write' ? write : Reflect.get(target, name)) })
    await new GlanceRbdStore(watching, { store: 'dcn0' }).add(imageId, {
      sizeBytes: 18 * MiB,
      pieces: runs(noise('a', 2 * MiB), 16 * MiB),
      beforeChunk: async (offset, lengthBytes) => void events.push(`chunk ${offset / MiB}+${lengthBytes / MiB}`),
    })
    const chunk = (offset: number, lengthBytes: number, ...pieces: readonly number[]) => [
      `chunk ${offset}+${lengthBytes}`,
      ...pieces.map((at) => `piece ${at}`),
    ]
    expect(events).toEqual([...chunk(0, 8, 0, 2, 4, 6), ...chunk(8, 8, 8, 10, 12, 14), ...chunk(16, 2, 16)])
  })

  it('stores zeros unless told to be thin', async () => {
    await store.add(imageId, { sizeBytes: 24 * MiB, pieces: runs(24 * MiB) })
    const [usage] = await cluster.rbd.diskUsage(head)
    expect(usage).toMatchObject({ usedBytes: 24 * MiB })
  })
})

describe('thin provisioning (O18)', () => {
  beforeEach(() => {
    store = new GlanceRbdStore(cluster.rbd, { store: 'dcn0', thinProvisioning: true })
  })

  it('neither sends nor stores chunks that are all zero, as holes or as bytes', async () => {
    const chunks: number[] = []
    const content = () => runs(noise('a', 1 * MiB), 15 * MiB, new Uint8Array(8 * MiB), noise('b', 4 * MiB), 4 * MiB)
    await store.add(imageId, {
      sizeBytes: 32 * MiB,
      pieces: content(),
      beforeChunk: async (offset) => void chunks.push(offset / MiB),
    })
    expect(chunks).toEqual([0, 24])
    expect((await cluster.rbd.diskUsage(head))[0]).toMatchObject({ usedBytes: 16 * MiB })
    expect(await digestOf((await store.get(imageId)).content())).toBe(await digestOf(content()))
  })

  it('writes the zeros at the beginning of a chunk once it turns out to hold data', async () => {
    const content = () => runs(5 * MiB, new Uint8Array(MiB), noise('late', 2 * MiB))
    await store.add(imageId, { sizeBytes: 8 * MiB, pieces: content() })
    expect(await (await store.get(imageId)).extents()).toEqual([{ offset: 0, lengthBytes: 8 * MiB }])
    expect(await digestOf((await store.get(imageId)).content())).toBe(await digestOf(content()))
  })

  it('keeps the size of an image of unknown length that ends in zeros', async () => {
    const added = await store.add(imageId, { pieces: runs(noise('a', MiB), 9 * MiB) })
    expect(added.sizeBytes).toBe(10 * MiB)
    expect(await cluster.rbd.info(head)).toMatchObject({ sizeBytes: 10 * MiB })
  })
})

describe('data of unknown length', () => {
  it('grows the image in doubling steps and trims it at the end', async () => {
    const sizes: number[] = []
    const rbd = decorateRbd(() => cluster.rbd, {
      call: (call) => {
        if (call.method === 'resize') sizes.push((call.parameters[1] as { sizeBytes: number }).sizeBytes / MiB)
        return call.proceed()
      },
    })
    const added = await new GlanceRbdStore(rbd, { store: 'dcn0', chunkBytes: MiB }).add(imageId, {
      pieces: streamed([...runs(noise('a', 9 * MiB))]),
    })
    expect(added.sizeBytes).toBe(9 * MiB)
    expect(sizes).toEqual([2, 6, 14, 9])
    expect(await digestOf((await store.get(imageId)).content())).toBe(await digestOf(runs(noise('a', 9 * MiB))))
  })

  it('stores nothing of nothing', async () => {
    expect(await store.add(imageId, { pieces: [] })).toMatchObject({ sizeBytes: 0 })
  })
})

describe('failures leave nothing behind', () => {
  const nothingLeft = async () => expect(await cluster.rbd.listImages('images')).toEqual([])

  it.each([
    ['short', 5, 'Size mismatch: expected 6291456 bytes, got 5242880 bytes'],
    ['long', 7, 'Size mismatch: expected 6291456 bytes, got 7340032 bytes'],
  ])('%s data is a size mismatch (O21)', async (_, sentMiB, message) => {
    const add = store.add(imageId, { sizeBytes: 6 * MiB, pieces: runs(noise('a', sentMiB * MiB)) })
    await expect(add).rejects.toThrow(message)
    await nothingLeft()
  })

  it('out of space removes the partial image (O20)', async () => {
    cluster = await openCluster('dcn0', { capacityBytes: 16 * MiB })
    store = new GlanceRbdStore(cluster.rbd, { store: 'dcn0' })
    const add = store.add(imageId, { sizeBytes: 64 * MiB, pieces: runs(noise('a', 64 * MiB)) })
    await expect(add).rejects.toThrow(`Failed to store image ${imageId} insufficient space available`)
    await expect(add).rejects.toBeInstanceOf(NoSpaceError)
    await nothingLeft()
  })

  it('an error of the source is the error that the caller sees', async () => {
    async function* broken(): AsyncGenerator<Content> {
      yield* runs(noise('a', 9 * MiB))
      throw new UnavailableError('the source went away')
    }
    const add = store.add(imageId, { sizeBytes: 20 * MiB, pieces: broken() })
    await expect(add).rejects.toThrow(new UnavailableError('the source went away'))
    await nothingLeft()
  })

  it('an abort in the middle', async () => {
    const abort = new AbortController()
    const add = store.add(imageId, {
      sizeBytes: 24 * MiB,
      pieces: runs(noise('a', 24 * MiB)),
      signal: abort.signal,
      beforeChunk: async (offset) => {
        if (offset > 0) abort.abort()
      },
    })
    await expect(add).rejects.toBeInstanceOf(CancelledError)
    await nothingLeft()
  })

  it.each(['createSnapshot', 'protectSnapshot'] as const)('a failing %s', async (method) => {
    const rbd = decorateRbd(() => cluster.rbd, {
      call: async (call) => {
        const result = await call.proceed()
        if (call.method === method) throw new UnavailableError('cut off')
        return result
      },
    })
    const add = new GlanceRbdStore(rbd, { store: 'dcn0' }).add(imageId, { sizeBytes: MiB, pieces: runs(MiB) })
    await expect(add).rejects.toThrow('cut off')
    await nothingLeft()
  })

  it('lets go of a source that it does not read to the end', async () => {
    let released = false
    async function* source(): AsyncGenerator<Content> {
      try {
        yield* runs(noise('a', 2 * MiB), MiB, MiB)
      } finally {
        released = true
      }
    }
    await expect(store.add(imageId, { sizeBytes: MiB, pieces: source() })).rejects.toThrow('Size mismatch')
    expect(released).toBe(true)
  })
})

describe('what a dead process left (O19)', () => {
  it('keeps the name: the next attempt fails and touches nothing', async () => {
    await cluster.rbd.createImage(head, { sizeBytes: 8 * MiB })
    await cluster.rbd.write(head, runs(noise('old', MiB)))
    const add = store.add(imageId, { sizeBytes: 8 * MiB, pieces: runs(8 * MiB) })
    await expect(add).rejects.toMatchObject({
      code: 'already_exists',
      message: `RBD image ${imageId} already exists`,
    })
    expect(await cluster.rbd.extents(head)).toEqual([{ offset: 0, lengthBytes: MiB }])
    await expect(store.get(`rbd://${cluster.fsid}/images/${imageId}/snap`)).rejects.toBeInstanceOf(NotFoundError)
  })
})

describe('deleting an image (O22)', () => {
  beforeEach(() => store.add(imageId, { sizeBytes: MiB, pieces: runs(noise('a', MiB)) }))

  it('unprotects, removes the snapshot and the image', async () => {
    await store.delete(`rbd://${cluster.fsid}/images/${imageId}/snap`)
    expect(await cluster.rbd.listImages('images')).toEqual([])
    await expect(store.delete(imageId)).rejects.toMatchObject({
      code: 'not_found',
      message: `RBD image ${imageId} does not exist`,
    })
  })

  it('is refused while a clone exists, and leaves the snapshot protected', async () => {
    await cluster.rbd.clone({ ...head, snapshot: 'snap' }, { pool: 'vms', image: 'disk' })
    const refusal = store.delete(imageId)
    await expect(refusal).rejects.toBeInstanceOf(ConflictError)
    await expect(refusal).rejects.toThrow(
      'The image cannot be deleted because it is in use through the backend store outside of Glance.',
    )
    expect(await cluster.rbd.listSnapshots(head)).toMatchObject([{ name: 'snap', protected: true }])
  })

  it('removes a partial image and one whose snapshot is not protected', async () => {
    await cluster.rbd.createImage({ pool: 'images', image: 'partial' }, { sizeBytes: MiB })
    await store.delete('partial')
    await cluster.rbd.unprotectSnapshot({ ...head, snapshot: 'snap' })
    await store.delete(imageId)
    expect(await cluster.rbd.listImages('images')).toEqual([])
  })
})

describe('reading an image', () => {
  it('reads a range, and knows where the data is', async () => {
    await new GlanceRbdStore(cluster.rbd, { store: 'dcn0', thinProvisioning: true }).add(imageId, {
      sizeBytes: 24 * MiB,
      pieces: runs(16 * MiB, noise('b', 8 * MiB)),
    })
    const stored = await store.get(imageId)
    expect(await stored.extents()).toEqual([{ offset: 16 * MiB, lengthBytes: 8 * MiB }])
    const pieces = []
    for await (const piece of stored.content({ offset: 20 * MiB, lengthBytes: MiB })) {
      pieces.push(piece.kind === 'data' ? Buffer.from(piece.bytes) : Buffer.alloc(piece.lengthBytes))
    }
    expect(Buffer.concat(pieces).equals(noise('b', 8 * MiB).subarray(4 * MiB, 5 * MiB))).toBe(true)
  })

  it('says so when there is none', async () => {
    await expect(store.get(imageId)).rejects.toMatchObject({
      code: 'not_found',
      message: `RBD image ${imageId} does not exist`,
    })
  })
})
