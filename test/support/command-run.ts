import type { CommandIo } from '#cli/command-io.ts'
import type { Cloud } from '#cli/commands/cloud.ts'
import { runGlance } from '#cli/commands/glance/run-glance.ts'
import { runOpenstack } from '#cli/commands/openstack/run-openstack.ts'

export interface RunResult {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one `glance` or `openstack` line, cut at blanks, and keeps what it prints. */
export async function runLine(line: string, cloud: Cloud, given: Partial<CommandIo> = {}): Promise<RunResult> {
  let stdout = ''
  let stderr = ''
  const io: CommandIo = {
    cwd: '/nowhere',
    env: {},
    ...given,
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
  }
  const [tool, ...argv] = line.trim().split(/ +/)
  const exit = await (tool === 'glance' ? runGlance : runOpenstack)(argv, io, cloud)
  return { exit, stdout, stderr }
}
