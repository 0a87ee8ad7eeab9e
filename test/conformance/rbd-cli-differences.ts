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
  '02-create': [
    {
      why: 'striping and journaling are not simulated, so the images are missing',
      commands: [32, 33, 39, 70, 71, 73, 121],
    },
    { why: 'listings without those images', commands: [...range(81, 88)] },
    { why: 'the help text is ours', commands: [58, 59] },
    { why: 'features cannot be changed later', commands: [...range(92, 101), ...range(103, 105)] },
    { why: 'image metadata and configuration are not simulated', commands: range(106, 115) },
    { why: 'du of an empty image does not abort, as 16.2.15 does', commands: [119, 120] },
  ],
  '03-snap': [
    { why: 'snapshots cannot be renamed or limited', commands: [...range(67, 70), ...range(72, 78), 83, 86] },
  ],
  '04-clone-v1': [
    { why: 'there is no trash', commands: [42, 43, 46, 47] },
    { why: 'diff leaves out what a clone discarded', commands: [70] },
    { why: 'a snapshot of an image without layering can be protected', commands: [129, 131, 132] },
  ],
  '06-du-diff': [
    { why: 'what is stored is known in units of 4 KiB', commands: [...range(4, 7), 18, 19] },
    { why: 'du --exact and diff --from-snap are not simulated', commands: [11, 20, 21, 22, 27, ...range(31, 35)] },
    { why: 'sparsify is not simulated', commands: [78, 79] },
  ],
  '07-import-export': [
    { why: 'exported files are sparse by 4 KiB', commands: [36] },
    { why: 'export format 2 is not simulated', commands: range(50, 57) },
    {
      why: 'incremental diffs are not simulated',
      commands: [...range(60, 67), ...range(69, 78), ...range(80, 84), ...range(86, 94)],
    },
  ],
  '08-cp-mv': [
    { why: 'image metadata is not simulated', commands: [4, 13, 28] },
    { why: 'data pools are not simulated', commands: [21, 22] },
    { why: 'cp to another object size works, which 16.2.15 refuses', commands: [23, 24, 25] },
    { why: 'deep cp is not simulated', commands: [...range(26, 31), ...range(39, 44), 56] },
  ],
  '09-resize': [{ why: 'a size beyond all is refused in its own words', commands: [25] }],
  '10-rm-trash': [
    { why: 'there is no trash', commands: [...range(28, 31), ...range(34, 62), ...range(65, 71)] },
  ],
  '11-lock': [],
  '12-bench': [],
  '14-auth': [],
  '16-dcn': [],
  '17-objects': [],
}
