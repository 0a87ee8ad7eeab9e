import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Hypervisors } from '#cli/commands/virsh/hypervisors.ts'
import type { Secret } from '#cli/commands/virsh/secret.ts'
import { CorruptError } from '#kernel/errors/domain-error.ts'
import { systemRandom } from '#kernel/random/random.ts'
import type { StateDirectory } from './state-directory.ts'

/** The hypervisors of a live world: their secrets lie in its state directory, readable by its owner alone. */
export function hypervisorFiles(state: StateDirectory): Hypervisors {
  const sites = Object.keys(state.world().fsids)
  return {
    sites,
    first: sites.includes('central') ? 'central' : (sites[0] ?? ''),
    secrets: (site) => readSecrets(state.secrets(site)),
    saveSecrets: (site, secrets) => {
      const file = state.secrets(site)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
    newUuid: () => systemRandom().uuid(),
  }
}

function readSecrets(file: string): readonly Secret[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  try {
    return JSON.parse(text) as Secret[]
  } catch (cause) {
    throw new CorruptError(`${file} is damaged: ${String(cause)}`, { path: file }, { cause })
  }
}
