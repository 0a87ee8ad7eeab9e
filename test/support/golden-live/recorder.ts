import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { CommandOutput, GoldenCommand } from '../golden-transcript.ts'

/** A command that runs longer is killed with all that it has started. */
const limitSeconds = 90

/**
 * Runs the command lines of a transcript as they were recorded: each by a bash of its own, in one folder. cephx keys
 * give way to a stand-in of equal form.
 */
export async function record(
  commands: readonly GoldenCommand[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> },
): Promise<CommandOutput[]> {
  const outputs: CommandOutput[] = []
  for (const { cmd } of commands) outputs.push(await runLine(cmd, cwd, env))
  return outputs
}

async function runLine(line: string, cwd: string, env: Readonly<Record<string, string>>): Promise<CommandOutput> {
  // A group of its own, so that what is left in the background dies with it when its time is over.
  const child = spawn('bash', ['-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const limit = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), limitSeconds * 1000)
  const printed = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  child.stdout.on('data', (bytes: Buffer) => printed.stdout.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => printed.stderr.push(bytes))
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(limit)
  const text = (chunks: readonly Buffer[]) => clean(Buffer.concat(chunks).toString(), cwd)
  return { exit: code ?? -1, stdout: text(printed.stdout), stderr: text(printed.stderr) }
}

function clean(text: string, cwd: string): string {
  return text
    .replaceAll(/AQ[A-Za-z0-9+/]{36}==/g, 'AQAAAAAAAAAAABAARVhBTVBMRS1LRVktTk9UIQ==')
    .replaceAll(`${cwd}/`, '')
    .replaceAll(cwd, '.')
}
