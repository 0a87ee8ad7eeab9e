/** Commands of a golden transcript, by their index in it, whose output is not Ceph's, and why. */
export interface KnownDifference {
  readonly why: string
  readonly commands: readonly number[]
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i)

/**
 * What the `rbd` and `ceph` commands are known not to do as Ceph 16.2 did when the transcripts were recorded. Everything
 * else must agree: exit code, standard output and standard error, blanks included.
 */
export const knownDifferences: Readonly<Record<string, readonly KnownDifference[]>> = {
  '01-pools': [],
  '02-create': [
    { why: 'the help text is ours', commands: [58, 59] },
    { why: 'du of an empty image does not abort, as 16.2.15 does', commands: [119, 120] },
  ],
  '03-snap': [],
  '04-clone-v1': [],
  '05-clone-v2': [],
  '06-du-diff': [],
  '07-import-export': [],
  '08-cp-mv': [
    { why: 'cp to another object size works, which 16.2.15 refuses by mistake', commands: [23, 24, 25, 56] },
  ],
  '09-resize': [{ why: 'a size beyond all is refused in its own words, not as a shrink', commands: [25] }],
  '10-rm-trash': [],
  '11-lock': [],
  '12-bench': [],
  '13-quota-full': [],
  '14-auth': [
    {
      why: 'recorded on an osd that keeps its data in memory, so that raw space is what is stored, and before the statistics had caught up',
      commands: [51],
    },
  ],
  '15-status': [],
  '16-dcn': [],
  '17-objects': [
    { why: 'there are no counters of operations, nor the sizes of what a database keeps', commands: [23] },
  ],
  '18-misc': [],
  '19-replica3': [],
  '20-attributes': [{ why: 'a snapshot that was refused takes no id', commands: [277] }],
}
