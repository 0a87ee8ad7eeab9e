/**
 * What the recorded clusters had seen before a transcript began, where its output shows that: the transcripts of one
 * recording were played on one cluster, one after the other.
 */
export const preparations: Readonly<Record<string, readonly string[]>> = {
  // Less than an hour before, another transcript had broken the lock of a killed client.
  '11-lock': ['ceph osd blocklist add 127.0.0.1:0/1133006423'],
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
