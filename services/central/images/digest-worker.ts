import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { forEachBuffer } from './digest.ts'
import type { DigestReply, DigestRequest } from './digest-workers.ts'

/** One thread, one algorithm: hashes the pieces of any number of streams in the order in which they come. */
const streams = new Map<number, { readonly hash: ReturnType<typeof createHash>; readonly ring: Uint8Array }>()

parentPort?.on('message', (request: DigestRequest) => {
  if (request.kind === 'start') {
    streams.set(request.stream, { hash: createHash(request.algorithm), ring: new Uint8Array(request.ring) })
    return
  }
  const state = streams.get(request.stream)
  if (!state) return
  const reply = (answer: DigestReply) => parentPort?.postMessage(answer)
  const { stream } = request
  switch (request.kind) {
    case 'data':
      state.hash.update(state.ring.subarray(request.offset, request.offset + request.lengthBytes))
      return reply({ kind: 'taken', stream })
    case 'zero':
      forEachBuffer({ kind: 'zero', offset: 0, lengthBytes: request.lengthBytes }, (bytes) => state.hash.update(bytes))
      return reply({ kind: 'taken', stream })
    case 'finish':
      return reply({ kind: 'done', stream, hex: state.hash.digest('hex') })
    case 'close':
      streams.delete(stream)
  }
})
