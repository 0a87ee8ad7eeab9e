import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoContent } from '#cli/demo-image.ts'
import { writeSparse, writeWholeFile } from '#cli/image-file.ts'
import { GiB } from '#kernel/units/bytes.ts'
import { startDcn, stores, topology } from '../support/live-dcn.ts'

const limitMiB = 200

/** The largest resident memory that a process has had, in MiB. */
function peakMiB(pid: number): number {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1]) / 1024)
}

test(`an image of 1 GiB without a hole is copied in less than ${limitMiB} MiB of memory at both ends`, async () => {
  await using dcn = await startDcn({
    topology: topology({ edges: ['dcn0'], link: 'rate: 100Gbps, rtt: 1ms' }),
    speed: 50,
  })
  const path = dcn.scratch.file('work/big.raw')
  await writeWholeFile(path, (file) =>
    writeSparse(file, demoContent({ virtualSizeBytes: GiB, allocatedBytes: GiB, contentSeed: 1 }), GiB),
  )
  const { id, osHashValue } = await dcn.upload('big', path)
  // What the upload needed must not count for the copy: processes that have done nothing yet do it.
  await dcn.ok('down')
  await dcn.ok('up')
  expect((await dcn.copy(id, 'dcn0')).exit).toBe(0)
  const image = await dcn.importOver(id, 120_000)
  const peak = { central: peakMiB(dcn.process('central').pid), dcn0: peakMiB(dcn.process('dcn0').pid) }
  expect(stores(image)).toEqual(['central', 'dcn0'])
  expect(await dcn.storedHash(id, 'dcn0')).toBe(osHashValue)
  expect(Math.max(peak.central, peak.dcn0), `peaks ${JSON.stringify(peak)} MiB`).toBeLessThan(limitMiB)
})
