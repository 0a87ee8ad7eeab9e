import { CommandFailure } from '../rbd/command-failure.ts'
import type { CephCommand } from './ceph-context.ts'

/** Settings that may be set to what is simulated anyway. */
const simulated: Readonly<Record<string, string>> = { rbd_default_clone_format: '1' }

export const setConfig: CephCommand = {
  names: ['config set', 'config rm'],
  run: async (_, [, name = '', value]) => {
    if (name in simulated && (value === undefined || value === simulated[name])) return
    throw new CommandFailure(22, `ceph: the setting ${name} is not simulated`)
  },
}
