import type { ActionKind } from './action.ts'
import { setLink } from './set-link.ts'
import { linkDown, linkUp } from './switch-link.ts'
import { wait } from './wait.ts'

/** What can stand after `do:`. */
export const actionKinds: Readonly<Record<string, ActionKind>> = { wait, linkDown, linkUp, setLink }

/** Actions of the scenario format that are refused by name until they are played. */
export const plannedActions: readonly string[] = [
  'bootStorm',
  'boot',
  'rollout',
  'verifyHashes',
  'fault',
  'fsck',
  'fsckRepair',
  'createImages',
  'deleteImages',
  'copyImages',
  'catalogueDump',
  'catalogueRestore',
  'cephxRevoke',
  'rebuildSite',
]
