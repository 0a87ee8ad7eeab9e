import { failedWith } from './command-failure.ts'
import { errnoOf } from './errno.ts'
import { poolFailure, poolTarget } from './image-target.ts'
import type { RbdCommand } from './rbd-context.ts'

/** Every pool of a simulated cluster is ready for RBD, so this only asks whether it is there. */
export const initPool: RbdCommand = {
  names: ['pool init'],
  options: ['pool', 'force'],
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const rbd = await context.cluster()
    try {
      await rbd.listImages(target.pool, context.call)
    } catch (thrown) {
      throw poolFailure(thrown, target) ?? failedWith('initialization failed', errnoOf(thrown))
    }
  },
}
