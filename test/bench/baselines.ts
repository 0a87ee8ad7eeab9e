import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { realNow } from '#kernel/time/system-clock.ts'
import { GiB, MiB } from '#kernel/units/bytes.ts'

/** What the machine is: printed above every bench, because a rate alone says nothing. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpu?.model.trim() ?? 'unknown CPU'} x ${cpus().length}, ${Math.round(totalmem() / GiB)} GiB, Node ${process.version}`
}

/** SHA-512 of so many bytes on one core, in bytes a second. */
export function sha512Rate(bytes: number): number {
  const block = pseudoRandom(MiB)
  const hash = createHash('sha512')
  const started = realNow()
  for (let done = 0; done < bytes; done += block.byteLength) hash.update(block)
  hash.digest()
  return (bytes / (realNow() - started)) * 1000
}

/** So many bytes over loopback TCP from this process to another one, in bytes a second. */
export async function tcpRate(bytes: number): Promise<number> {
  const receiver = fork(import.meta.filename, ['receive'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  try {
    const [port] = (await once(receiver, 'message')) as [number]
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const block = pseudoRandom(MiB)
    const started = realNow()
    for (let sent = 0; sent < bytes; sent += block.byteLength) {
      if (!socket.write(block)) await once(socket, 'drain')
    }
    socket.end()
    await once(receiver, 'message')
    return (bytes / (realNow() - started)) * 1000
  } finally {
    receiver.kill()
  }
}

/**
 * So many bytes through plain file writes and one fdatasync, in bytes a second: what the disk (and fresh memory for its
 * cache) lets anybody store.
 */
export function diskRate(directory: string, bytes: number): number {
  const path = join(directory, 'baseline')
  const file = openSync(path, 'w')
  try {
    const block = pseudoRandom(MiB)
    const started = realNow()
    for (let done = 0; done < bytes; done += block.byteLength) writeSync(file, block)
    fdatasyncSync(file)
    return (bytes / (realNow() - started)) * 1000
  } finally {
    closeSync(file)
    rmSync(path)
  }
}

/** Bytes that neither compress nor are zero; the same in every run. */
export function pseudoRandom(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 0x9e3779b9
  for (let i = 0; i < length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    bytes.writeInt32LE(state, i)
  }
  return bytes
}

/** The far end of `tcpRate`: tells its port, swallows, tells when all is there. */
async function receive(): Promise<void> {
  const server = createServer((socket) => {
    socket.on('data', () => {})
    socket.on('end', () => process.send?.(0))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.send?.((server.address() as AddressInfo).port)
}

if (process.argv[2] === 'receive') await receive()
