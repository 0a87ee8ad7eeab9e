import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { contentLength, parseSpec, type Rbd, type RbdSpec } from '#ceph-sim/rbd.ts'
import { asDomainError } from '#kernel/errors/domain-error.ts'
import type { ShellProcess, ShellProgram } from './shell.ts'

/** Names and numbers of the exceptions that python's rbd module raises. */
const exceptions: Readonly<Record<string, readonly [string, number]>> = {
  EINVAL: ['InvalidArgument', 22],
  EROFS: ['ReadOnlyImage', 30],
  ENOENT: ['ImageNotFound', 2],
  EBUSY: ['ImageBusy', 16],
}

/** Byte-precise I/O on an image, as the recordings used it: `write`, `discard`, `zero`, `read` and `hold`. */
export function rbdio(clusterOf: (name: string | undefined) => ClusterClient): ShellProgram {
  return async (process) => {
    const [verb = '', target = '', ...rest] = process.argv
    const rbd = clusterOf(process.env.CEPH_CLUSTER)
    const spec = parseSpec(target, 'rbd')!
    try {
      if (verb === 'hold') return await hold(rbd, spec, process, rest)
      const [offset = 0, lengthBytes = 0, value = 0] = rest.map(number)
      if (verb === 'read') return await read(rbd, spec, process, offset, lengthBytes)
      if (spec.snapshot !== undefined)
        return await fail(process, 'EROFS', `RBD read-only image (error writing to b'${spec.image}')`)
      if (verb === 'discard') await rbd.discard(spec, { offset, lengthBytes }, process)
      else return await write(rbd, spec, process, { offset, lengthBytes, value })
      return 0
    } catch (thrown) {
      const error = asDomainError(thrown)
      const readOnly = `RBD read-only image (error writing to b'${spec.image}')`
      const { errno } = error.details
      return fail(process, String(errno), errno === 'EROFS' ? readOnly : error.message)
    }
  }
}

function number(text: string): number {
  const [, digits = '0', unit = ''] = /^(0x[0-9a-fA-F]+|\d+)([KMGT]?)$/.exec(text) ?? []
  return Number(digits) * 1024 ** ['', 'K', 'M', 'G', 'T'].indexOf(unit)
}

async function write(
  rbd: Rbd,
  spec: RbdSpec,
  process: ShellProcess,
  { offset, lengthBytes, value }: { offset: number; lengthBytes: number; value: number },
): Promise<number> {
  const { sizeBytes } = await rbd.info(spec)
  if (offset >= sizeBytes) return fail(process, 'EINVAL', `RBD invalid argument (error writing to b'${spec.image}')`)
  const fits = Math.min(lengthBytes, sizeBytes - offset)
  await rbd.write(spec, [{ kind: 'data', offset, bytes: Buffer.alloc(fits, value) }], process)
  if (fits === lengthBytes) return 0
  const told = `Wrote only ${fits} out of ${lengthBytes} bytes`
  await process.write('stderr', Buffer.from(`rbdio: IncompleteWriteError errno=None: RBD incomplete write (${told})\n`))
  return 1
}

async function fail(process: ShellProcess, errno: string, message: string): Promise<number> {
  const [name = errno, code = 0] = exceptions[errno] ?? []
  await process.write('stderr', Buffer.from(`rbdio: ${name} errno=${code}: [errno ${code}] ${message}\n`))
  return 1
}

/** Prints runs of equal bytes: `OFFSET LENGTH VALUE`. */
async function read(
  rbd: Rbd,
  spec: RbdSpec,
  process: ShellProcess,
  offset: number,
  lengthBytes: number,
): Promise<number> {
  const { sizeBytes } = await rbd.info(spec)
  const runs: { offset: number; length: number; value: number }[] = []
  const put = (at: number, length: number, value: number) => {
    const last = runs.at(-1)
    if (last && last.value === value) last.length += length
    else runs.push({ offset: at, length, value })
  }
  const wanted = Math.min(lengthBytes, sizeBytes - offset)
  for await (const piece of rbd.read(spec, { offset, lengthBytes: wanted })) {
    if (piece.kind === 'zero') put(piece.offset, contentLength(piece), 0)
    else for (let at = 0; at < piece.bytes.byteLength; at++) put(piece.offset + at, 1, piece.bytes[at]!)
  }
  const lines = runs.map((run) => `${run.offset} ${run.length} 0x${run.value.toString(16).padStart(2, '0')}\n`)
  await process.write('stdout', Buffer.from(lines.join('')))
  return 0
}

/** Keeps the image open as a guest's disk until its time is over or it is killed; killed hard, its watch stays behind. */
async function hold(
  rbd: ClusterClient,
  spec: RbdSpec,
  process: ShellProcess,
  [seconds, mode]: readonly string[],
): Promise<number> {
  const death = new AbortController()
  const held = await rbd.clients.hold(spec, { lock: mode === 'lock' ? 'keep' : 'on-write', signal: death.signal })
  const client = held.watcher.address
  if (mode === 'write') await rbd.write(spec, [{ kind: 'data', offset: 0, bytes: new Uint8Array([1]) }], { client })
  await process.write('stdout', Buffer.from('holding\n'))
  await Promise.race([
    process.reached(process.clock.now() + Number(seconds) * 1000),
    new Promise((resolve) => process.signal.addEventListener('abort', resolve)),
  ])
  if (process.signal.reason === 'killed') death.abort()
  else await held.release()
  return 0
}
