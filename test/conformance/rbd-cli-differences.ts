/** Commands of a golden transcript, by their index in it, whose output is not Ceph's, and why. */
export interface KnownDifference {
  readonly why: string
  readonly commands: readonly number[]
}

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
  '13-quota-full': [
    { why: 'counts of objects and bytes are not seconds late (0 where there is rbd_info)', commands: [4, 5] },
    { why: 'an osd of that age used 296 MiB for itself, one here 290', commands: [9, 10] },
    { why: 'to close an image that was only read is no write, so it does not wait', commands: [23] },
  ],
  '14-auth': [
    {
      why: 'recorded on an osd that keeps its data in memory, so that raw space is what is stored, and before the statistics had caught up',
      commands: [51],
    },
  ],
  '15-status': [
    {
      why: 'rates of client I/O, and what an osd of that age used for itself (296 MiB, here 290)',
      commands: [3, 4, 5],
    },
    { why: 'what an osd of that age used for itself', commands: [6, 7, 8, 11, 18, 19, 20, 25, 45] },
    { why: 'the same, and counters of operations since the cluster was made', commands: [9, 34, 35] },
    {
      why: 'objects are named after random ids, so another number of placement groups has any',
      commands: [12, 13, 14, 15],
    },
    { why: 'there is no rbd perf', commands: [41] },
  ],
  '16-dcn': [],
  '17-objects': [
    { why: 'there are no counters of operations, nor the sizes of what a database keeps', commands: [23] },
  ],
  '18-misc': [],
  '19-replica3': [
    { why: 'a fresh osd used 290.3 MiB for itself, one here 290', commands: [0, 3, 4, 6, 7, 8, 27] },
    { why: 'room is there as soon as a pool has fewer replicas, and new ones at once', commands: [19, 21] },
    { why: 'no peering in between, and recovery reaches its end at once', commands: [22, 23] },
    { why: 'removed images and snapshots are trimmed at once', commands: [29] },
  ],
  '20-attributes': [{ why: 'a snapshot that was refused takes no id', commands: [277] }],
  '21-diff-corners': [
    { why: 'a size that no image can have is refused, where import-diff passes over it', commands: [41, 42] },
    { why: 'sparsify does not mark objects that it leaves as they are', commands: [68] },
  ],
  '22-by-id': [],
}
