import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'

export interface RbdRun {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
  /** What went to standard output as bytes: exports. */
  readonly bytes: Buffer
}
export type RunRbdLine = (line: string, stdin?: Buffer) => Promise<RbdRun>

/** Runs `rbd` lines, cut at blanks, in this process against one session. */
export function rbdCommands(session: ClusterClient, cwd = '/nowhere'): RunRbdLine {
  const directory = {
    names: () => ['ceph'],
    open: async () => session,
    identities: () => undefined,
  }
  return async (line, stdin) => {
    const printed = { stdout: '', stderr: '', bytes: [] as Buffer[] }
    const io = {
      stdout: (text: string) => {
        printed.stdout += text
      },
      stderr: (text: string) => {
        printed.stderr += text
      },
      stdoutBytes: async (bytes: Uint8Array) => void printed.bytes.push(Buffer.from(bytes)),
      stdin: inPieces(stdin ?? Buffer.alloc(0)),
      env: {},
      cwd,
    }
    const exit = await runRbd(line.split(' '), io, directory)
    return { exit, stdout: printed.stdout, stderr: printed.stderr, bytes: Buffer.concat(printed.bytes) }
  }
}

/** A stream cut at odd places, in memory that is used again. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(7001)
  for (let at = 0; at < bytes.byteLength; at += piece.byteLength) {
    const length = bytes.copy(piece, 0, at, at + piece.byteLength)
    yield piece.subarray(0, length)
  }
}
