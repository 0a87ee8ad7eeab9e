import type { WaitOptions } from '#kernel/time/clock.ts'
import type { Arguments } from '../arguments.ts'
import type { World } from '../world.ts'

/** A structured step: something that happens to the world and is no operator command. */
export interface Action {
  /** For the transcript: `the link of dcn1 goes down`. */
  readonly text: string
  perform(world: World, options?: WaitOptions): Promise<void>
}

/** Makes an action from its `with:`; undefined when that has problems. */
export type ActionKind = (args: Arguments) => Action | undefined
