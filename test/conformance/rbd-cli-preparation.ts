/**
 * What the recorded clusters had seen before a transcript began, where its output shows that: the transcripts of one
 * recording were played on one cluster, one after the other.
 */
const earlierPools = [
  ...['images', 'volumes', 'vms'].flatMap((pool) => [`ceph osd pool create ${pool} 8`, `rbd pool init ${pool}`]),
  'ceph osd pool create bad 8',
  "ceph osd pool create 'bad name' 8",
]
const childrenUsed = (pool: string) => [
  `rbd create ${pool}/old --size 4M`,
  `rbd snap create ${pool}/old@s --no-progress`,
  `rbd snap protect ${pool}/old@s`,
  `rbd clone ${pool}/old@s ${pool}/clone`,
  `rbd rm ${pool}/clone --no-progress`,
  `rbd snap unprotect ${pool}/old@s`,
  `rbd snap rm ${pool}/old@s --no-progress`,
  `rbd rm ${pool}/old --no-progress`,
]

export const preparations: Readonly<Record<string, readonly string[]>> = {
  // Six pools had come and gone since the five that are left, and clones in three of those.
  '13-quota-full': [
    ...earlierPools,
    ...['images', 'volumes', 'vms'].flatMap(childrenUsed),
    ...['6', '7', '8', '9'].flatMap((pool) => [
      `ceph osd pool create ${pool} 8`,
      `ceph osd pool rm ${pool} ${pool} --yes-i-really-really-mean-it`,
    ]),
    'sleep 60',
  ],
  '15-status': [
    'ceph osd pool create images 8',
    'rbd pool init images',
    'ceph osd pool create volumes 8',
    'rbd pool init volumes',
    'ceph osd pool create vms 8',
    'ceph osd pool application enable vms rbd',
    'ceph osd pool create bad 8',
    "ceph osd pool create 'bad name' 8",
    ...['images', 'volumes'].flatMap(childrenUsed),
    'rbd create images/left --size 4M',
    'rbd snap create images/left@s --no-progress',
    'sleep 800',
  ],
  // Less than an hour before, another transcript had broken the lock of a killed client.
  '11-lock': ['ceph osd blocklist add 127.0.0.1:0/1133006423'],
  // As the recorded cluster was configured.
  '14-auth': [
    'ceph config set mon mon_allow_pool_delete true',
    'ceph config set mon mon_warn_on_pool_no_redundancy false',
  ],
  // The pool had held clones, and its trash had been used.
  '17-objects': [
    'rbd create volumes/old --size 4M',
    'rbd snap create volumes/old@s --no-progress',
    'rbd snap protect volumes/old@s',
    'rbd clone volumes/old@s volumes/clone',
    'rbd rm volumes/clone --no-progress',
    'rbd snap unprotect volumes/old@s',
    'rbd snap rm volumes/old@s --no-progress',
    'rbd rm volumes/old --no-progress',
  ],
}
