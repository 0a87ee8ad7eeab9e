import { errnoOf } from '../rbd/errno.ts'
import { type CephCommand, cephError } from './ceph-context.ts'

export const getMinCompatClient: CephCommand = {
  names: ['osd get-require-min-compat-client'],
  run: async (context) => {
    const release = await (await context.cluster()).clones.minCompatClient({ signal: context.io.signal })
    context.io.stdout(`${release}\n`)
  },
}

export const setMinCompatClient: CephCommand = {
  names: ['osd set-require-min-compat-client'],
  run: async (context, [release]) => {
    if (release === undefined) throw cephError('EINVAL', 'invalid command')
    try {
      await (await context.cluster()).clones.setMinCompatClient(release, { signal: context.io.signal })
    } catch (thrown) {
      if (errnoOf(thrown).name !== 'EINVAL') throw thrown
      throw cephError('EINVAL', `version ${release} is not recognized`)
    }
    context.io.stderr(`set require_min_compat_client to ${release}\n`)
  },
}
