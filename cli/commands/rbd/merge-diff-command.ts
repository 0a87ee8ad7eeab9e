import { unlink } from 'node:fs/promises'
import path from 'node:path'
import { BadStream } from '../../formats/byte-source.ts'
import { mergeDiffs } from '../../formats/merge-diff.ts'
import { CommandFailure, misused } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import type { Progress } from './progress.ts'
import type { RbdCommand, RbdContext } from './rbd-context.ts'
import { type Input, Output, openInput } from './stream-files.ts'

/** `merge-diff`: two diffs, of which the second starts where the first ends, as one. Needs no cluster. */
export const mergeDiff: RbdCommand = {
  names: ['merge-diff'],
  options: ['path', 'no-progress'],
  maxPositionals: 3,
  run: async (context) => {
    const [first, second, third] = context.args.positionals
    const destination = third ?? context.args.get('path')
    if (first === undefined) throw misused('first diff was not specified')
    if (second === undefined) throw misused('second diff was not specified')
    if (destination === undefined) throw misused('path was not specified')
    try {
      await context.withProgress('Merging image diff', (progress) =>
        merging(context, { first, second, destination }, progress),
      )
    } catch (thrown) {
      throw new CommandFailure(errnoOf(thrown).number, 'rbd: merge-diff error')
    }
  },
}

interface Paths {
  readonly first: string
  readonly second: string
  readonly destination: string
}

async function merging(context: RbdContext, { first, second, destination }: Paths, progress: Progress): Promise<void> {
  const { io } = context
  const inputs: Input[] = []
  let output: Output | undefined
  try {
    inputs.push(await openInput(io, first))
    // Only the first may come from a pipe.
    inputs.push(await openInput(io, second, { pipe: false }))
    output = await Output.open(io, destination).catch((thrown) => {
      io.stderr(`rbd: error create ${destination}\n`)
      throw thrown
    })
    const sources = { first: inputs[0]!.source, second: inputs[1]!.source }
    const merged = output
    await mergeDiffs(
      sources,
      (bytes) => merged.write(bytes),
      ({ done, total }) => progress.update(done, total),
    )
    await merged.end()
    await output.close()
  } catch (thrown) {
    if (thrown instanceof BadStream && thrown.message !== '') io.stderr(`${thrown.message}\n`)
    await output?.close()
    if (output?.file) await unlink(path.resolve(io.cwd, destination))
    throw thrown
  } finally {
    for (const input of inputs) await input.close()
  }
}
