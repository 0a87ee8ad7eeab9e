import { describe, expect, onTestFinished, test } from 'vitest'
import { createCluster } from '#ceph-sim/app.ts'
import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { Content, Rbd } from '#ceph-sim/rbd.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { messageDataBytes } from '#ceph-sim/rpc/rbd-messages.ts'
import { NotFoundError, UnauthenticatedError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'
import { InstantClock } from '../support/instant-clock.ts'

const fsid = 'bbbbbbbb-0000-4000-8000-000000000000'
const image = { pool: 'images', image: 'a' }

/** A cluster, a server for it, and a way to see what the server hands to the cluster. */
async function rig(around: (rbd: ClusterClient) => ClusterClient = (rbd) => rbd) {
  const cluster = createCluster({
    clock: new InstantClock(0),
    random: new SeededRandom('rbd-over-grpc'),
    name: 'dcn0',
    fsid,
    store: { kind: 'memory' },
  })
  await cluster.start()
  const server = createRpcServer({
    address: '127.0.0.1:0',
    services: serveCluster((who) => around(cluster.connect(who))),
  })
  const address = await server.start()
  const key = cluster.identities.keyOf('client.admin')
  const rbd = connectCluster({ address, user: 'client.admin', key })
  onTestFinished(async () => {
    rbd.close()
    await server.stop({ drainMs: 100 })
    await cluster.stop()
  })
  return { cluster, server, address, rbd, local: cluster.connect({ user: 'client.admin', key }) }
}

describe('content over gRPC', () => {
  test('a large piece travels in small messages and arrives the same', async () => {
    const sizes: number[] = []
    const { rbd } = await rig((inner) =>
      withWrite(inner, (spec, pieces, options) =>
        inner.write(spec, watched(pieces as AsyncIterable<Content>, sizes), options),
      ),
    )
    const bytes = Buffer.from(new SeededRandom('content').bytes(10 * MiB + 123))
    await rbd.createImage(image, { sizeBytes: 16 * MiB })
    const { writtenBytes } = await rbd.write(image, [{ kind: 'data', offset: 4096, bytes }])
    expect(writtenBytes).toBe(bytes.byteLength)
    expect(Math.max(...sizes)).toBe(messageDataBytes)
    const found: Buffer[] = []
    for await (const piece of rbd.read(image, { offset: 4096, lengthBytes: bytes.byteLength, pieceBytes: 8 * MiB })) {
      if (piece.kind === 'data') found.push(Buffer.from(piece.bytes))
    }
    expect(Buffer.concat(found).equals(bytes)).toBe(true)
  })

  test('holes travel as lengths: a huge empty image is read in a few messages', async () => {
    const { rbd } = await rig()
    await rbd.createImage(image, { sizeBytes: 8192 * GiB })
    await rbd.write(image, [{ kind: 'data', offset: 4096 * GiB, bytes: Buffer.from('here') }])
    const pieces: string[] = []
    let position = 0
    for await (const piece of rbd.read(image, {})) {
      expect(piece.offset).toBe(position)
      position += piece.kind === 'zero' ? piece.lengthBytes : piece.bytes.byteLength
      pieces.push(piece.kind)
    }
    expect(position).toBe(8192 * GiB)
    expect(pieces.filter((kind) => kind === 'data')).toHaveLength(1)
    expect(pieces.length).toBeLessThan(100)
  })

  test('a piece may reuse the memory of the one before', async () => {
    const { rbd, local } = await rig()
    await rbd.createImage(image, { sizeBytes: 32 * MiB })
    const memory = Buffer.alloc(MiB)
    await rbd.write(image, reusing())
    for await (const piece of local.read(image, { pieceBytes: MiB })) {
      if (piece.kind === 'data') expect(piece.bytes[0]).toBe(1 + Math.floor(piece.offset / MiB))
    }

    async function* reusing(): AsyncGenerator<Content> {
      for (let i = 0; i < 32; i++) yield { kind: 'data', offset: i * MiB, bytes: memory.fill(1 + i) }
    }
  })

  test('a writer that gives up leaves the call failed at the cluster too', async () => {
    const ended = Promise.withResolvers<unknown>()
    const { rbd } = await rig((inner) =>
      withWrite(inner, (spec, pieces, options) =>
        inner.write(spec, pieces, options).then(
          (result) => {
            ended.resolve(result)
            return result
          },
          (error: unknown) => {
            ended.resolve(error)
            throw error
          },
        ),
      ),
    )
    await rbd.createImage(image, { sizeBytes: 32 * MiB })
    await expect(rbd.write(image, failing())).rejects.toBeInstanceOf(NotFoundError)
    expect(await ended.promise).toMatchObject({ code: 'cancelled' })

    async function* failing(): AsyncGenerator<Content> {
      yield { kind: 'data', offset: 0, bytes: Buffer.alloc(MiB, 1) }
      throw new NotFoundError('the source is gone')
    }
  })
})

describe('sessions over gRPC', () => {
  test('a wrong key is refused, and a removed identity stops working', async () => {
    const { cluster, address, rbd } = await rig()
    const stranger = connectCluster({ address, user: 'client.admin', key: 'AQ==' })
    onTestFinished(() => stranger.close())
    await expect(stranger.listPools()).rejects.toBeInstanceOf(UnauthenticatedError)
    expect(await rbd.cluster()).toEqual({ name: 'dcn0', fsid })
    const { key } = await cluster.identities.create('client.guest', { mon: 'allow r', osd: 'allow rwx' })
    const guest = connectCluster({ address, user: 'guest', key })
    onTestFinished(() => guest.close())
    expect(await guest.listImages('images')).toEqual([])
    await cluster.identities.remove('client.guest')
    await expect(guest.listImages('images')).rejects.toMatchObject({ details: { errno: 'EACCES' } })
  })

  test('answers are the same as in process, absent members included', async () => {
    const { rbd, local } = await rig()
    await rbd.createImage(image, { sizeBytes: 10 * MiB })
    await rbd.createSnapshot({ ...image, snapshot: 'snap' })
    await rbd.protectSnapshot({ ...image, snapshot: 'snap' })
    await rbd.clone({ ...image, snapshot: 'snap' }, { pool: 'vms', image: 'disk' })
    const asks: readonly ((from: Rbd) => Promise<unknown>)[] = [
      (from) => from.info(image),
      (from) => from.info({ ...image, snapshot: 'snap' }),
      (from) => from.info({ pool: 'vms', image: 'disk' }),
      (from) => from.listDetailed('images'),
      (from) => from.listDetailed('vms'),
      (from) => from.listSnapshots(image),
      (from) => from.children({ ...image, snapshot: 'snap' }),
      (from) => from.diskUsage(image),
      (from) => from.extents(image),
      (from) => from.listPools(),
      (from) => from.df(),
    ]
    for (const ask of asks) expect(await ask(rbd)).toStrictEqual(await ask(local))
  })
})

/** A session whose `write` is another. */
function withWrite(rbd: ClusterClient, write: Rbd['write']): ClusterClient {
  return new Proxy(rbd, {
    get: (target, name) => {
      const method: unknown = name === 'write' ? write : target[name as keyof ClusterClient]
      return typeof method === 'function' ? method.bind(target) : method
    },
  })
}

async function* watched(pieces: AsyncIterable<Content>, sizes: number[]): AsyncGenerator<Content> {
  for await (const piece of pieces) {
    if (piece.kind === 'data') sizes.push(piece.bytes.byteLength)
    yield piece
  }
}
