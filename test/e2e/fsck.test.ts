import {
  closeSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckReport } from '#ceph-sim/fsck/check-cluster.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { type LiveDcn, startDcn, topology } from '../support/live-dcn.ts'

/** A cloud of one edge with an image at both sites, down again. */
async function settledAndDown(): Promise<LiveDcn> {
  const dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }), speed: 50 })
  const path = dcn.scratch.file('work/base.raw')
  await writeDemoImage({
    ...{ path, format: 'raw', virtualSizeBytes: 6 * MiB, allocatedBytes: 6 * MiB },
    contentSeed: 'base',
  })
  const { id } = await dcn.upload('base', path)
  await dcn.cloud.images.import({ imageId: id, method: 'copy-image', stores: ['dcn0'] })
  await dcn.importOver(id)
  return dcn
}

async function fsck(dcn: LiveDcn, ...words: readonly string[]) {
  return dcn.cli('fsck', '--cluster', 'dcn0', ...words)
}

function flipByte(path: string, offset: number): void {
  const file = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(file, byte, 0, 1, offset)
  byte[0]! ^= 0x10
  writeSync(file, byte, 0, 1, offset)
  closeSync(file)
}

describe('dcnsim fsck', () => {
  test('of a cluster that runs is refused, with its process and the remedy', async () => {
    await using dcn = await settledAndDown()
    const { pid } = dcn.process('dcn0')
    const { exit, stdout, stderr } = await fsck(dcn)
    expect(exit).toBe(2)
    expect(stdout).not.toContain('no damage')
    expect(stderr).toMatch(/cannot check dcn0: .* is in use by process \d+\. Stop the world first: 'dcnsim down'\n$/)
    expect(stderr).toContain(`process ${pid}.`)
    expect((await dcn.cli('fsck', '--cluster', 'nowhere')).exit).toBe(2)
  })

  test('tells sound from damaged, by file, offset and image, and repairs what costs nothing', async () => {
    await using dcn = await settledAndDown()
    await dcn.ok('down')
    const directory = dcn.state.cluster('dcn0')
    const sound = await fsck(dcn, '--scrub')
    expect(sound.stdout).toMatch(/MiB compared with checksums, 0\.0 MiB without any; no damage\n$/)
    expect(sound.exit).toBe(0)

    const layers = join(directory, 'layers')
    const [data = ''] = readdirSync(layers).filter(
      (name) => name.endsWith('.data') && statSync(join(layers, name)).size > MiB,
    )
    flipByte(join(layers, data), MiB + 12_345)
    expect((await fsck(dcn)).exit).toBe(0)
    const scrubbed = await fsck(dcn, '--scrub')
    expect(scrubbed.exit).toBe(1)
    expect(scrubbed.stdout).toMatch(
      new RegExp(`\\ndamage: layers/${data}: offset ${MiB}, 65536 bytes: the content is not what was written; images/`),
    )
    const report = JSON.parse((await fsck(dcn, '--scrub', '--json')).stdout) as CheckReport
    expect(report.findings).toMatchObject([
      { kind: 'damage', file: `layers/${data}`, offset: MiB, images: [{ ranges: [{ offset: MiB }] }, {}] },
    ])
    flipByte(join(layers, data), MiB + 12_345)

    writeFileSync(join(layers, '999.data'), 'nobody needs it')
    writeFileSync(join(directory, 'checkpoint.tmp'), 'half')
    const found = await fsck(dcn)
    expect(found.exit).toBe(0)
    expect(found.stdout).toContain('note: layers/999.data: no layer needs it\n')
    const repaired = await fsck(dcn, '--repair')
    expect(repaired.stdout).toContain('note: layers/999.data: no layer needs it: removed\n')
    expect(repaired.stdout).toContain(': removed\n')
    expect((await fsck(dcn)).stdout).not.toContain('note:')

    const [journal = ''] = readdirSync(directory).filter((name) => name.startsWith('journal.'))
    const { size } = statSync(join(directory, journal))
    truncateSync(join(directory, journal), size - 10)
    const cut = await fsck(dcn)
    expect(cut.exit).toBe(1)
    expect(cut.stdout).toMatch(new RegExp(`\\ndamage: ${journal}: offset \\d+: `))
    expect((await dcn.cli('up')).exit).toBe(1)
    rmSync(directory, { recursive: true })
    expect((await fsck(dcn)).exit).toBe(2)
  })
})
