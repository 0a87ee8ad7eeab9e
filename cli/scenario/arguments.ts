import type { z } from 'zod'
import type { Topology } from '#cli/topology/topology.ts'

/**
 * The `with:` or `where:` map of one step or assertion, while its file is being loaded. Problems found through it are
 * located and collected; whoever asked gets `undefined` and makes nothing.
 */
export interface Arguments {
  readonly topology: Topology
  read<S extends z.ZodType>(schema: S): z.output<S> | undefined
  /** Notes a problem with one of the arguments. */
  complain(key: string, message: string): undefined
  /** Whether every id given is a site; notes those that are not. */
  areSites(ids: Readonly<Record<string, string | readonly string[] | undefined>>): boolean
  isStep(key: string, id: string | undefined): boolean
  /** Whether the scenario has a disk file of this name. */
  isFile(key: string, name: string): boolean
  /** A file beside the scenario; undefined, and noted, when it cannot be read. */
  readText(key: string, path: string): string | undefined
}
