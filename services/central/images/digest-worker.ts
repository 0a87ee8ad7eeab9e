import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { forEachBuffer } from './digest.ts'
import type { DigestReply, DigestRequest } from './digest-workers.ts'

/** One thread, one algorithm: hashes the pieces of any number of streams in the order in which they come. */
const hashes = new Map<number, ReturnType<typeof createHash>>()

parentPort?.on('message', (request: DigestRequest) => {
  const reply = (answer: DigestReply) => parentPort?.postMessage(answer)
  const { stream } = request
  if (request.kind === 'start') hashes.set(stream, createHash(request.algorithm))
  if (request.kind === 'piece') {
    const hash = hashes.get(stream)
    if (hash) forEachBuffer(request.piece, (bytes) => hash.update(bytes))
    reply({ kind: 'taken', stream })
  }
  if (request.kind === 'finish') reply({ kind: 'done', stream, hex: hashes.get(stream)?.digest('hex') ?? '' })
  if (request.kind === 'finish' || request.kind === 'close') hashes.delete(stream)
})
