import type { CheckKind } from './check.ts'
import * as images from './images.ts'
import * as importing from './importing.ts'
import {
  goldenOutput,
  stderrContains,
  stdoutIs,
  stdoutMatches,
  stepOk,
  storesMatchSites,
  tableField,
} from './output.ts'
import { policyWarning } from './placement.ts'
import * as servers from './servers.ts'
import * as volumes from './volumes.ts'

/** What can stand after `check:`. */
export const checkKinds: Readonly<Record<string, CheckKind>> = {
  stepOk,
  goldenOutput,
  stdoutMatches,
  stdoutIs,
  stderrContains,
  tableField,
  storesMatchSites,
  policyWarning,
  ...images,
  ...importing,
  ...servers,
  ...volumes,
}

/** Checks of the scenario format that are refused by name until they are played. */
export const plannedChecks: readonly string[] = [
  'storesCount',
  'taskMessage',
  'alert',
  'fsckFinding',
  'serversRunning',
  'stepFailed',
  'consistency',
  'eventOrder',
  'bootStillWorks',
  'cephxDenied',
  'cephxAllowed',
]
