import { formatSpec, type Rbd, type RbdListEntry } from '#ceph-sim/rbd.ts'
import { GiB } from '#kernel/units/bytes.ts'

/** A pool as `rbd ls -l` shows it: NAME, SIZE in GiB, PARENT, PROT, LOCK. */
export async function listing(rbd: Rbd, pool: string): Promise<readonly (readonly (string | number)[])[]> {
  const row = ({ image, snapshot, sizeBytes, parent, lock, ...entry }: RbdListEntry) => [
    snapshot === undefined ? image : `${image}@${snapshot}`,
    sizeBytes / GiB,
    parent ? formatSpec(parent) : '',
    entry.protected ? 'yes' : '',
    lock === 'exclusive' ? 'excl' : (lock ?? ''),
  ]
  return (await rbd.listDetailed(pool)).map(row)
}
