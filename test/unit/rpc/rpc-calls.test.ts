import { describe, expect, onTestFinished, test } from 'vitest'
import { ConflictError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { createRpcClient, type RpcClientOptions } from '#kernel/rpc/rpc-client.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import type { RpcHandlers } from '#kernel/rpc/service-types.ts'
import { fakeBlockStore } from '../../support/block-store-fake.ts'

const MiB = 1024 ** 2
const image = { pool: 'images', image: 'a' }

async function rig(handlers: Partial<RpcHandlers<'dcnsim.v1.BlockStore'>>, options: RpcClientOptions = {}) {
  const server = createRpcServer({ address: '127.0.0.1:0', services: [fakeBlockStore(handlers)] })
  const address = await server.start()
  const client = createRpcClient('dcnsim.v1.BlockStore', address, options)
  onTestFinished(async () => {
    client.close()
    await server.stop({ drainMs: 100 })
  })
  return { server, client, address }
}

/** A promise and the means to settle it. */
const latch = <T = void>() => Promise.withResolvers<T>()

describe('unary calls', () => {
  test('carry the request, headers and answer', async () => {
    const { client } = await rig(
      {
        GetImageInfo: async (request, context) => ({
          name: `${request.pool}/${request.image}/${request.snapshot ?? 'head'}`,
          id: context.header('x-cephx-user') ?? '',
          sizeBytes: 2 ** 52,
        }),
      },
      { metadata: { 'x-cephx-user': 'client.openstack' } },
    )
    const info = await client.unary('GetImageInfo', { ...image, snapshot: undefined })
    expect(info).toMatchObject({ name: 'images/a/head', id: 'client.openstack', sizeBytes: 2 ** 52, parent: null })
  })

  test('throw the class, name and facts of the far side', async () => {
    const { client } = await rig({
      RemoveImage: async () => {
        throw new ConflictError('busy', { errno: 'EBUSY', reason: 'has_watchers' })
      },
    })
    const failure = await client.unary('RemoveImage', image).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(ConflictError)
    expect(failure).toMatchObject({ message: 'busy', details: { errno: 'EBUSY', reason: 'has_watchers' } })
  })

  test('a deadline fails the caller and aborts the handler, both with `deadline`', async () => {
    const handlerSaw = latch<unknown>()
    const { client } = await rig({
      Flatten: (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            handlerSaw.resolve(signal.reason)
            reject(signal.reason)
          })
        }),
    })
    await expect(client.unary('Flatten', image, { deadlineMs: 200 })).rejects.toMatchObject({ code: 'deadline' })
    expect(await handlerSaw.promise).toMatchObject({ code: 'deadline' })
  })

  test('aborting cancels the handler and throws the reason given', async () => {
    const started = latch()
    const handlerSaw = latch<unknown>()
    const { client } = await rig({
      Flatten: (_request, { signal }) => {
        started.resolve()
        signal.addEventListener('abort', () => handlerSaw.resolve(signal.reason))
        return handlerSaw.promise.then(() => ({}))
      },
    })
    const caller = new AbortController()
    const answer = client.unary('Flatten', image, { signal: caller.signal })
    await started.promise
    caller.abort(new NotFoundError('the server was deleted'))
    await expect(answer).rejects.toBeInstanceOf(NotFoundError)
    expect(await handlerSaw.promise).toMatchObject({ code: 'cancelled' })
    await expect(client.unary('Flatten', image, { signal: caller.signal })).rejects.toBeInstanceOf(NotFoundError)
  })

  test('a server that is not there is unavailable; once it is back, the same client finds it', async () => {
    const { client, server, address } = await rig({ Flush: async () => ({}) })
    await client.unary('Flush', image)
    await server.stop({ drainMs: 100 })
    await expect(client.unary('Flush', image)).rejects.toMatchObject({ code: 'unavailable' })
    const again = createRpcServer({ address, services: [fakeBlockStore({ Flush: async () => ({}) })] })
    await again.start()
    onTestFinished(() => again.stop({ drainMs: 100 }))
    await expect.poll(() => client.unary('Flush', image), { timeout: 5_000, interval: 50 }).toEqual({})
  })

  test('stop lets a running call end, and cuts off one that does not', async () => {
    const first = latch()
    const release = latch()
    const { client, server } = await rig({
      Flush: async () => {
        first.resolve()
        await release.promise
        return {}
      },
      Flatten: () => new Promise(() => {}),
    })
    const ending = client.unary('Flush', image)
    const stuck = client.unary('Flatten', image)
    stuck.catch(() => {})
    await first.promise
    const stopped = server.stop({ drainMs: 300 })
    release.resolve()
    expect(await ending).toEqual({})
    await expect(stuck).rejects.toMatchObject({ code: 'unavailable' })
    await stopped
    await server.stop()
  })
})

describe('server streams', () => {
  test('deliver pieces in order, and are not started before they are read', async () => {
    let started = false
    const { client } = await rig({
      Read: async function* (request) {
        started = true
        for (let i = 0; i < 5; i++) yield { offset: request.offset + i, data: new Uint8Array([i]) }
      },
    })
    const pieces = client.serverStream('Read', { image, offset: 10 })
    await client.unary('GetCluster', {}).catch(() => {})
    expect(started).toBe(false)
    const seen: number[][] = []
    for await (const piece of pieces) seen.push([piece.offset, ...piece.data])
    expect(seen).toEqual([0, 1, 2, 3, 4].map((i) => [10 + i, i]))
  })

  test('an error after some pieces arrives after those pieces', async () => {
    const { client } = await rig({
      Read: async function* () {
        yield { offset: 1 }
        throw new ConflictError('lost the lock', { errno: 'EROFS' })
      },
    })
    const seen: number[] = []
    const reading = (async () => {
      for await (const { offset } of client.serverStream('Read', { image })) seen.push(offset)
    })()
    await expect(reading).rejects.toMatchObject({ code: 'conflict', details: { errno: 'EROFS' } })
    expect(seen).toEqual([1])
  })

  test('a reader that stops holds the producer back to what the window and two messages take', async () => {
    let produced = 0
    const { client } = await rig({
      Read: async function* () {
        for (; produced < 200; produced++) yield { offset: produced, data: new Uint8Array(MiB) }
      },
    })
    const reader = client.serverStream('Read', { image })[Symbol.asyncIterator]()
    await reader.next()
    let before = -1
    await expect
      .poll(
        () => {
          const still = before === produced
          before = produced
          return still
        },
        { interval: 200, timeout: 10_000 },
      )
      .toBe(true)
    expect(produced).toBeLessThan(30)
    await reader.return?.()
  })

  test('leaving the loop early cancels the handler and runs its cleanup', async () => {
    const cleaned = latch<unknown>()
    const { client } = await rig({
      Read: async function* (_request, { signal }) {
        try {
          for (let offset = 0; ; offset++) yield { offset, data: new Uint8Array(MiB) }
        } finally {
          cleaned.resolve(signal.reason)
        }
      },
    })
    for await (const { offset } of client.serverStream('Read', { image })) if (offset === 3) break
    expect(await cleaned.promise).toMatchObject({ code: 'cancelled' })
  })

  test('a server that is killed in the middle is unavailable to the reader', async () => {
    const { client, server } = await rig({
      Read: async function* (_request, { signal }) {
        yield { offset: 0 }
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    })
    const reading = (async () => {
      for await (const _piece of client.serverStream('Read', { image })) void server.stop({ drainMs: 1 })
    })()
    await expect(reading).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('aborting throws the reason', async () => {
    const { client } = await rig({
      Read: async function* (_request, { signal }) {
        yield { offset: 0 }
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    })
    const caller = new AbortController()
    const reading = (async () => {
      for await (const _piece of client.serverStream('Read', { image }, { signal: caller.signal })) caller.abort()
    })()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('client streams', () => {
  test('deliver requests in order and answer once', async () => {
    const { client } = await rig({
      Write: async (requests) => {
        const offsets: number[] = []
        for await (const { piece } of requests) offsets.push(piece!.offset)
        return { writtenBytes: Number(offsets.join('')) }
      },
    })
    const requests = [1, 2, 3, 4].map((offset) => ({ piece: { offset } }))
    expect(await client.clientStream('Write', requests)).toEqual({ writtenBytes: 1234 })
  })

  test('a handler that does not read holds the source back, and its early answer ends the call', async () => {
    const release = latch()
    let produced = 0
    const { client } = await rig({
      Write: async () => {
        await release.promise
        return { writtenBytes: 7 }
      },
    })
    const answer = client.clientStream('Write', endlessPieces())
    let before = -1
    await expect
      .poll(
        () => {
          const still = before === produced && produced > 0
          before = produced
          return still
        },
        { interval: 200, timeout: 10_000 },
      )
      .toBe(true)
    expect(produced).toBeLessThan(30)
    release.resolve()
    expect(await answer).toEqual({ writtenBytes: 7 })

    async function* endlessPieces() {
      for (; ; produced++) yield { piece: { offset: produced, data: new Uint8Array(MiB) } }
    }
  })

  test("a handler's error reaches the caller while it is still sending", async () => {
    const { client } = await rig({
      Write: async (requests) => {
        for await (const { piece } of requests)
          if (piece!.offset === 3) throw new ConflictError('full', { errno: 'ENOSPC' })
        return {}
      },
    })
    await expect(client.clientStream('Write', endless())).rejects.toMatchObject({ details: { errno: 'ENOSPC' } })

    async function* endless() {
      for (let offset = 0; ; offset++) yield { piece: { offset, data: new Uint8Array(MiB) } }
    }
  })

  test("the source's own error cancels the call and is thrown", async () => {
    const received = latch()
    const handlerSaw = latch<unknown>()
    const { client } = await rig({
      Write: async (requests) => {
        try {
          for await (const _request of requests) received.resolve()
          handlerSaw.resolve('the end of the stream')
        } catch (thrown) {
          handlerSaw.resolve(thrown)
        }
        return {}
      },
    })
    await expect(client.clientStream('Write', failing())).rejects.toBeInstanceOf(NotFoundError)
    expect(await handlerSaw.promise).toMatchObject({ code: 'cancelled' })

    async function* failing() {
      yield { piece: { offset: 0 } }
      await received.promise
      throw new NotFoundError('no such file')
    }
  })

  test('a message over 8 MiB is refused, not truncated', async () => {
    const { client } = await rig({ Write: async () => ({}) })
    const tooLarge = [{ piece: { data: new Uint8Array(9 * MiB) } }]
    await expect(client.clientStream('Write', tooLarge)).rejects.toMatchObject({ code: 'quota_exceeded' })
  })
})
