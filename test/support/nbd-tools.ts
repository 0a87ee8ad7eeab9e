import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { CliResult, LiveDcn } from './live-dcn.ts'
import { spawnDcnsim } from './live-dcn.ts'

const tools = ['qemu-img', 'qemu-io', 'nbdinfo', 'nbdcopy', 'fio'] as const
type Tool = (typeof tools)[number]

/** Whether the machine has the tools that speak NBD: Debian's qemu-utils, libnbd-bin and fio. */
export function hasNbdTools(): boolean {
  return tools.every((tool) => spawnSync(tool, ['--version']).status === 0)
}

/** Runs a tool to its end. */
export function run(tool: Tool, ...words: readonly string[]): CliResult {
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  return { exit: status ?? -1, stdout, stderr }
}

/** The same, which must succeed. @returns what it printed */
export function ok(tool: Tool, ...words: readonly string[]): string {
  const { exit, stdout, stderr } = run(tool, ...words)
  if (exit !== 0) throw new Error(`${tool} ${words.join(' ')}: exit ${exit}\n${stderr}${stdout}`)
  return stdout
}

/** One line of `nbdinfo --map`. */
export interface MapLine {
  readonly offset: number
  readonly length: number
  readonly type: number
}

export function allocationMap(uri: string): readonly MapLine[] {
  const lines = JSON.parse(ok('nbdinfo', '--json', '--map', uri)) as readonly (MapLine & { description: string })[]
  return lines.map(({ offset, length, type }) => ({ offset, length, type }))
}

/** `dcnsim nbd serve WORDS`, once it serves; stopped as Ctrl-C does when it is disposed of. */
export async function serve(dcn: LiveDcn, ...words: readonly string[]) {
  const child = spawnDcnsim(['--state', dcn.state.path, 'nbd', 'serve', '--json', ...words])
  const [line] = (await once(createInterface(child.stdout as Readable), 'line')) as [string]
  const answer = JSON.parse(line) as { ready: boolean; uris?: readonly string[]; error?: string; errno?: string }
  if (!answer.ready) await child
  return {
    ...answer,
    uri: answer.uris?.[0] ?? '',
    stop: async () => {
      child.kill('SIGINT')
      return (await child).exitCode
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT')
      await child
    },
  }
}
