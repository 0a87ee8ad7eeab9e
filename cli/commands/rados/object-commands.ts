import { open } from 'node:fs/promises'
import path from 'node:path'
import type { OmapEntry } from '#ceph-sim/port/rados-objects.ts'
import { formatJson } from '../../format/document.ts'
import { CommandFailure } from '../rbd/command-failure.ts'
import { errno, errnoOf } from '../rbd/errno.ts'
import { hexdump } from './hexdump.ts'
import { objectOf, orFail, poolOf, type RadosCommand, type RadosContext } from './rados-context.ts'

export const list: RadosCommand = {
  names: ['ls'],
  parameters: ['FILE'],
  optional: 1,
  run: async (context, [file]) => {
    const { args, io } = context
    const all = args.has('all')
    const { objects } = await context.cluster()
    const options = { namespace: args.get('namespace'), all, signal: io.signal }
    const names = await orFail(context, 'error listing objects', () => objects.list(poolOf(context), options))
    const rows =
      args.get('format') === 'json'
        ? `${formatJson(
            names.map(({ namespace, name }) => ({ namespace, name })),
            false,
          )}\n`
        : names.map(({ namespace, name }) => (all ? `${namespace}\t${name}\n` : `${name}\n`)).join('')
    if (file === undefined || file === '-') io.stdout(rows)
    else await writeFile(context, file, [Buffer.from(rows)])
  },
}

export const stat: RadosCommand = {
  names: ['stat'],
  parameters: ['OBJECT'],
  run: async (context, [name = '']) => {
    const pool = poolOf(context)
    const { objects } = await context.cluster()
    const call = () => objects.stat(objectOf(context, name), { signal: context.io.signal })
    const { sizeBytes, modifiedMs } = await orFail(context, ` error stat-ing ${pool}/${name}`, call)
    const at = new Date(Math.floor(modifiedMs / 1000) * 1000).toISOString().slice(0, 19)
    context.io.stdout(`${pool}/${name} mtime ${at}.000000+0000, size ${sizeBytes}\n`)
  },
}

export const get: RadosCommand = {
  names: ['get'],
  parameters: ['OBJECT', 'FILE'],
  run: async (context, [name = '', file = '']) => {
    const { objects } = await context.cluster()
    const pieces: Uint8Array[] = []
    await orFail(context, `error getting ${poolOf(context)}/${name}`, async () => {
      const bytes = objects.read(objectOf(context, name), { signal: context.io.signal })
      for await (const piece of bytes) pieces.push(Buffer.from(piece))
    })
    if (file !== '-') return writeFile(context, file, pieces)
    const { stdout, stdoutBytes = async (bytes) => stdout(Buffer.from(bytes).toString('latin1')) } = context.io
    for (const piece of pieces) await stdoutBytes(piece)
  },
}

export const put: RadosCommand = {
  names: ['put'],
  parameters: ['OBJECT', 'FILE'],
  run: async (context, [name = '', file = '']) => {
    const bytes = await readInput(context, file)
    const { objects } = await context.cluster()
    const call = () => objects.put(objectOf(context, name), bytes, { signal: context.io.signal })
    await orFail(context, `error putting ${poolOf(context)}/${name}`, call)
  },
}

export const remove: RadosCommand = {
  names: ['rm'],
  parameters: ['OBJECT'],
  run: async (context, [name = '']) => {
    const { objects } = await context.cluster()
    const call = () => objects.remove(objectOf(context, name), { signal: context.io.signal })
    await orFail(context, `error removing ${poolOf(context)}>${name}`, call)
  },
}

export const listOmapKeys: RadosCommand = {
  names: ['listomapkeys'],
  parameters: ['OBJECT'],
  run: async (context, [name = '']) => {
    const entries = await omap(context, name, 'error getting omap key set')
    await printBytes(context, Buffer.concat(entries.flatMap(({ key }) => [key, Buffer.from('\n')])))
  },
}

export const listOmapValues: RadosCommand = {
  names: ['listomapvals'],
  parameters: ['OBJECT'],
  run: async (context, [name = '']) => {
    const entries = await omap(context, name, 'error getting omap keys')
    context.io.stdout(entries.map(({ key, value }) => `${keyText(key)}\n${valueText(value)}`).join(''))
  },
}

export const getOmapValue: RadosCommand = {
  names: ['getomapval'],
  parameters: ['OBJECT', 'KEY', 'FILE'],
  optional: 1,
  run: async (context, [name = '', key = '', file]) => {
    const pool = poolOf(context)
    const entries = await omap(context, name, `error getting omap value`, `/${key}`)
    const entry = entries.find((each) => Buffer.from(each.key).toString() === key)
    if (!entry) throw new CommandFailure(1, `No such key: ${pool}/${name}/${key}`)
    if (file === undefined) context.io.stdout(valueText(entry.value))
    else if (file === '-') await printBytes(context, entry.value)
    else await writeFile(context, file, [entry.value])
  },
}

export const listXattrs: RadosCommand = {
  names: ['listxattr'],
  parameters: ['OBJECT'],
  run: async (context, [name = '']) => {
    const { objects } = await context.cluster()
    const call = () => objects.xattrs(objectOf(context, name), { signal: context.io.signal })
    const names = await orFail(context, `error getting xattr set ${poolOf(context)}/${name}`, call)
    context.io.stdout(names.map((each) => `${each}\n`).join(''))
  },
}

export const listSnaps: RadosCommand = {
  names: ['listsnaps'],
  parameters: ['OBJECT'],
  run: async (context, [name = '']) => {
    const { objects } = await context.cluster()
    const call = () => objects.clones(objectOf(context, name), { signal: context.io.signal })
    const what = `error listing snap shots ${poolOf(context)}/${name}`
    const { clones, headBytes } = await orFail(context, what, call)
    const rows = clones.map(({ id, snapshots, sizeBytes, overlap }) => {
      const parts = overlap.flatMap((start, at) => (at % 2 === 0 ? [`${start}~${overlap[at + 1]}`] : []))
      return `${id}\t${snapshots.join(',')}\t${sizeBytes}\t[${parts.join(',')}]\n`
    })
    const head = headBytes === undefined ? '' : `head\t-\t${headBytes}\n`
    context.io.stdout(
      `${name}:\ncloneid\tsnaps\tsize\toverlap\n${rows.join('')}${head}${headBytes === undefined ? '\n' : ''}`,
    )
  },
}

async function omap(context: RadosContext, name: string, what: string, suffix = ''): Promise<readonly OmapEntry[]> {
  const { objects } = await context.cluster()
  const call = () => objects.omap(objectOf(context, name), { signal: context.io.signal })
  return orFail(context, `${what} ${poolOf(context)}/${name}${suffix}`, call)
}

/** A key that cannot be printed is dumped. */
function keyText(key: Uint8Array): string {
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f)
  return isText ? Buffer.from(key).toString() : `key (${key.byteLength} bytes):\n${hexdump(key)}`
}

function valueText(value: Uint8Array): string {
  return `value (${value.byteLength} bytes) :\n${hexdump(value)}\n`
}

async function printBytes({ io }: RadosContext, bytes: Uint8Array): Promise<void> {
  if (io.stdoutBytes) await io.stdoutBytes(bytes)
  else io.stdout(Buffer.from(bytes).toString('latin1'))
}

async function readInput({ io }: RadosContext, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  if (file === '-') {
    for await (const bytes of io.stdin ?? []) parts.push(Buffer.from(bytes))
    return Buffer.concat(parts)
  }
  try {
    await using handle = await open(path.resolve(io.cwd, file), 'r')
    return await handle.readFile()
  } catch (thrown) {
    throw new CommandFailure(1, `error reading input file ${file}: ${errnoOf(thrown).text}`)
  }
}

async function writeFile({ io }: RadosContext, file: string, pieces: readonly Uint8Array[]): Promise<void> {
  try {
    await using handle = await open(path.resolve(io.cwd, file), 'w')
    for (const piece of pieces) await handle.write(piece)
  } catch (thrown) {
    const code = errnoOf(thrown)
    throw new CommandFailure(1, `error opening output file ${file}: ${(code ?? errno('EIO')).text}`)
  }
}
