import { describe, expect, test } from 'vitest'
import { writeDemoImage } from '#cli/demo-image.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { startDcn, stores, topology } from '../support/live-dcn.ts'

describe('a cloud whose topology changes', () => {
  test('takes a new site in while it runs, which gets older images by a copy (A09, A30, D62)', async () => {
    await using dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }) })
    const disk = dcn.scratch.file('work/disk.raw')
    await writeDemoImage({
      path: disk,
      format: 'raw',
      virtualSizeBytes: 4 * MiB,
      allocatedBytes: 2 * MiB,
      contentSeed: 9,
    })
    const { id } = await dcn.upload('older', disk)
    const before = dcn.process('dcn0').pid

    const bigger = dcn.scratch.file('bigger.yaml', topology({ edges: ['dcn0', 'dcn1'] }))
    await dcn.ok('up', bigger)
    expect(dcn.process('dcn0').pid).toBe(before)
    expect(await dcn.ok('glance', 'stores-info')).toContain('dcn1')
    expect((await dcn.copy(id, 'dcn1')).exit).toBe(0)
    const copied = await dcn.importOver(id)
    expect(stores(copied)).toEqual(['central', 'dcn1'])
    expect(await dcn.storedHash(id, 'dcn1')).toBe(copied.osHashValue)

    const smaller = await dcn.cli('up', dcn.scratch.file('topology.yaml'))
    expect(smaller.exit).toBe(1)
    expect(smaller.stderr).toContain('taking a site away is not simulated')
  })

  test('keeps what was done to a link when the hub restarts', async () => {
    await using dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }) })
    await dcn.ok('link', 'set', 'dcn0', '--rtt', '77ms')
    await dcn.ok('link', 'down', 'dcn0')
    await dcn.kill('central')
    await dcn.ok('up')
    const links = JSON.parse(await dcn.ok('link', 'list', '--json'))
    expect(links).toEqual([expect.objectContaining({ site: 'dcn0', state: 'down', rttMs: 77 })])
  })
})
