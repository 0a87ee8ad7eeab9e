import { expect, test } from 'vitest'
import { replay } from '../support/golden-replay.ts'
import { goldenSetup } from '../support/golden-setup.ts'
import type { GoldenCommand } from '../support/golden-transcript.ts'

/**
 * Who may do what with images that others make, with the caps that Glance and Cinder were given for years: the cases of
 * Ceph's own check of them (qa/workunits/rbd/permissions.sh), told in our words.
 */
const users = [
  `ceph auth get-or-create client.images mon 'profile rbd' osd 'profile rbd pool=images' -o images.keyring`,
  `ceph auth get-or-create client.volumes mon 'profile rbd' osd 'allow class-read object_prefix rbd_children, ` +
    `allow r class-read pool images, allow rwx pool volumes' -o volumes.keyring`,
]

/** Command lines with their exit codes; `I` and `V` stand for rbd as the one user and the other. */
function lines(text: string): readonly GoldenCommand[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [, exit = '', who, words = ''] = /^\s*(\d+) ([IV]) (.*)$/.exec(line)!
      const user = who === 'I' ? 'images' : 'volumes'
      return { cmd: `rbd -k ${user}.keyring --id ${user} ${words}`, exit: Number(exit), stderr: '' }
    })
}

async function exitsOf(commands: readonly GoldenCommand[]) {
  const setup = goldenSetup('permissions')
  const outputs = await replay(commands, { ...setup, before: users })
  return outputs.map(({ exit }, index) => `${exit} ${commands[index]!.cmd}`)
}

test.each([
  [
    'everyone in their own pool',
    `
    0 I create images/foo --size 10M
    0 I snap create images/foo@snap --no-progress
    0 I snap protect images/foo@snap
    0 I snap unprotect images/foo@snap
    0 I snap rm images/foo@snap --no-progress
    0 I rm images/foo --no-progress
    0 V create volumes/foo --size 10M
    0 V mv volumes/foo volumes/bar
    0 V resize volumes/bar --size 20M --no-progress
    0 V snap create volumes/bar@snap --no-progress
    0 V snap purge volumes/bar --no-progress
    0 V rm volumes/bar --no-progress`,
  ],
  [
    'nobody in what is not theirs, but for reading where they may',
    `
    0 I create images/foo --size 10M
    0 I snap create images/foo@snap --no-progress
    1 V create images/bar --size 10M
    1 V snap create images/foo@other --no-progress
    1 V snap rm images/foo@snap --no-progress
    1 V snap protect images/foo@snap
    1 V snap rollback images/foo@snap --no-progress
    1 V mv images/foo images/bar
    1 V rm images/foo --no-progress
    1 V lock add images/foo mine
    0 V ls images
    0 V info images/foo
    0 V snap ls images/foo
    0 V export images/foo - --no-progress
    0 V cp images/foo volumes/copy --no-progress
    1 V cp volumes/copy images/copy --no-progress
    1 I ls volumes
    1 I info volumes/copy
    1 I create volumes/bar --size 10M
    1 I cp images/foo volumes/bar --no-progress
    1 I rm volumes/copy --no-progress`,
  ],
  [
    'a clone of what may only be read holds its parent, until it is flattened or gone',
    `
    0 I create images/foo --size 10M
    0 I snap create images/foo@snap --no-progress
    22 V clone images/foo@snap volumes/child
    0 I snap protect images/foo@snap
    0 V clone images/foo@snap volumes/child
    1 I clone images/foo@snap volumes/other
    0 V children images/foo@snap
    16 I snap unprotect images/foo@snap
    1 V snap unprotect images/foo@snap
    16 I snap rm images/foo@snap --no-progress
    39 I rm images/foo --no-progress
    0 V flatten volumes/child --no-progress
    0 I snap unprotect images/foo@snap
    0 I snap protect images/foo@snap
    0 V clone images/foo@snap volumes/second
    0 V rm volumes/second --no-progress
    0 I snap unprotect images/foo@snap
    0 I snap rm images/foo@snap --no-progress
    0 I rm images/foo --no-progress
    0 V rm volumes/child --no-progress`,
  ],
  [
    'a snapshot of a clone without deep-flatten goes on holding the parent',
    `
    0 I create images/foo --size 10M
    0 I snap create images/foo@snap --no-progress
    0 I snap protect images/foo@snap
    0 V clone --image-feature layering images/foo@snap volumes/child
    0 V snap create volumes/child@mine --no-progress
    0 V flatten volumes/child --no-progress
    16 I snap unprotect images/foo@snap
    0 V snap rm volumes/child@mine --no-progress
    0 I snap unprotect images/foo@snap`,
  ],
] as const)('the older caps let %s (C14 to C19)', async (_, text) => {
  const commands = lines(text)
  expect(await exitsOf(commands)).toEqual(commands.map(({ exit, cmd }) => `${exit} ${cmd}`))
})
