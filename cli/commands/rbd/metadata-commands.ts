import { CommandFailure, failedWith, misused } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import { errnoOf } from './errno.ts'
import { headOf, imageTarget } from './image-target.ts'
import { formatOptions, imageOptions, type RbdCommand, tableUnlessEmpty } from './rbd-context.ts'

export const listMetadata: RbdCommand = {
  names: ['image-meta list', 'image-meta ls'],
  options: [...imageOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const target = imageTarget(context.args)
    const { rbd } = await context.open(target)
    const entries = await rbd.metadata.list(headOf(target), context.call)
    const isPlain = (context.args.get('format') ?? 'plain') === 'plain'
    // Ceph opens its document with the first entry.
    if (entries.length === 0 && !isPlain) return
    const columns = [{ heading: 'Key' }, { heading: 'Value' }]
    const rows = entries.map(({ key, value }) => [key, value])
    const count = entries.length === 1 ? 'is 1 metadatum' : `are ${entries.length} metadata`
    const table = entries.length === 0 ? '.\n' : `:\n\n${tableUnlessEmpty(columns, rows)}`
    context.print(() => `There ${count} on this image${table}`, {
      name: 'metadatas',
      value: Object.fromEntries(rows),
      items: {},
    })
  },
}

export const getMetadata: RbdCommand = {
  names: ['image-meta get'],
  options: imageOptions,
  maxPositionals: 2,
  run: async (context) => {
    const target = imageTarget(context.args)
    const [key] = operands(context.args)
    if (!key) throw misused('metadata key was not specified')
    const { rbd } = await context.open(target)
    try {
      context.io.stdout(`${await rbd.metadata.get(headOf(target), key, context.call)}\n`)
    } catch (thrown) {
      throw twice(`failed to get metadata ${key} of image`, 'getting metadata failed', thrown)
    }
  },
}

export const setMetadata: RbdCommand = {
  names: ['image-meta set'],
  options: imageOptions,
  maxPositionals: 3,
  run: (context) => {
    const target = imageTarget(context.args)
    const [key, value] = operands(context.args)
    if (!key) throw misused('metadata key was not specified')
    if (!value) throw misused('metadata value was not specified')
    return context.change(
      target,
      (rbd) => rbd.metadata.set(headOf(target), { key, value }, context.call),
      (thrown) => twice(`failed to set metadata ${key} of image`, 'setting metadata failed', thrown),
    )
  },
}

export const removeMetadata: RbdCommand = {
  names: ['image-meta remove', 'image-meta rm'],
  options: imageOptions,
  maxPositionals: 2,
  run: (context) => {
    const target = imageTarget(context.args)
    const [key] = operands(context.args)
    if (!key) throw misused('metadata key was not specified')
    return context.change(
      target,
      (rbd) => rbd.metadata.remove(headOf(target), key, context.call),
      (thrown) => {
        const isMissing = errnoOf(thrown).name === 'ENOENT'
        const what = isMissing
          ? `rbd: no existing metadata key ${key} of image`
          : `failed to remove metadata ${key} of image`
        return twice(what, 'removing metadata failed', thrown)
      },
    )
  },
}

/** The positional arguments behind the image, which may be named by `--image` instead. */
export function operands(args: CommandArguments): readonly string[] {
  return args.has('image') ? args.positionals : args.positionals.slice(1)
}

/** The command says it, and the one that runs it says so again. */
function twice(what: string, again: string, thrown: unknown): CommandFailure {
  const code = errnoOf(thrown)
  return new CommandFailure(code.number, `${what} : ${code.text}\n${failedWith(again, code).message}`)
}
