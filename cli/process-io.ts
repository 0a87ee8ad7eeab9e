import { once } from 'node:events'
import { fstatSync } from 'node:fs'
import { SystemClock } from '#kernel/time/system-clock.ts'
import type { CommandIo } from './command-io.ts'

/** This process's own streams; Ctrl-C aborts what runs. */
export function commandIo(): CommandIo {
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdoutBytes: async (bytes) => {
      if (!process.stdout.write(bytes)) await once(process.stdout, 'drain')
    },
    stdin: hasInput() ? process.stdin : undefined,
    cwd: process.cwd(),
    env: process.env,
    signal: interrupted.signal,
    clock: new SystemClock(),
  }
}

/** A reader that has gone (`| head`) ends a command as Ctrl-C does, so that a run takes its cloud down first. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.kill(process.pid, 'SIGINT')
  })
}

/** Whether data is passed in: a pipe or a file, not a person at a terminal and not /dev/null. */
function hasInput(): boolean {
  try {
    return !fstatSync(process.stdin.fd).isCharacterDevice()
  } catch {
    return false
  }
}
