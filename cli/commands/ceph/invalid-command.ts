import { CommandFailure } from '../rbd/command-failure.ts'

/** What `ceph` calls out itself, before it asks a cluster: the mistake, how the command is used, and exit 22. */
export function invalidCommand(mistake: string, usage: string): CommandFailure {
  return new CommandFailure(22, `Invalid command: ${mistake}\n${usage}\nError EINVAL: invalid command`)
}

/** Commands that Ceph lists first where it understands nothing, or nothing behind `osd pool`. */
const signatures: readonly string[] = [
  'pg stat',
  'pg getmap',
  'pg dump [all|summary|sum|delta|pools|osds|pgs|pgs_brief...]',
  'pg dump_json [all|summary|sum|pools|osds|pgs...]',
  'pg dump_pools_json',
  'pg ls-by-pool <poolstr> [<states>...]',
  'pg ls-by-primary <id|osd.id> [<pool:int>] [<states>...]',
  'pg ls-by-osd <id|osd.id> [<pool:int>] [<states>...]',
  'pg ls [<pool:int>] [<states>...]',
  'pg dump_stuck [inactive|unclean|stale|undersized|degraded...] [<threshold:int>]',
  'osd pool stats [<pool_name>]',
  'osd pool scrub <who>...',
  'osd pool deep-scrub <who>...',
  'osd pool repair <who>...',
  'osd pool force-recovery <who>...',
  'osd pool force-backfill <who>...',
  'osd pool cancel-force-recovery <who>...',
  'osd pool cancel-force-backfill <who>...',
  'osd pool autoscale-status [<format>]',
  'osd pool get noautoscale',
]
const mostMatches = 10

/**
 * For a command that there is not: those that begin with as many of its words as possible.
 *
 * @param names - the commands that there are here, beside what Ceph lists
 */
export function unknownCommand(words: readonly string[], names: readonly string[]): CommandFailure {
  const all = [...signatures, ...[...names].sort()]
  for (let length = words.length; length >= 0; length--) {
    const start = words
      .slice(0, length)
      .map((word) => `${word} `)
      .join('')
    const matches = all.filter((each) => `${each} `.startsWith(start)).slice(0, mostMatches)
    if (matches.length === 0) continue
    const heading = `no valid command found; ${matches.length} closest matches:`
    return new CommandFailure(22, [heading, ...matches, 'Error EINVAL: invalid command'].join('\n'))
  }
  return new CommandFailure(22, 'no valid command found\nError EINVAL: invalid command')
}
