import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '#ceph-sim/rbd.ts'
import { memorySource } from '#openstack/formats/byte-source.ts'
import { checkQcow2 } from '#openstack/formats/qcow2-check.ts'
import { openQcow2 } from '#openstack/formats/qcow2-reader.ts'
import { writeQcow2 } from '#openstack/formats/qcow2-writer.ts'
import { readDisk } from '../../support/disk-images.ts'

const sectors = 2048

/** Runs as gap, length and fill byte; a fill of 0 is written as data all the same, or as a zero run. */
const runs = fc.array(
  fc.record({
    gap: fc.nat({ max: 40_000 }),
    lengthBytes: fc.integer({ min: 1, max: 90_000 }),
    fill: fc.constantFrom(0, 1, 255),
    asZero: fc.boolean(),
  }),
  { maxLength: 20 },
)

test('whatever ascending runs are written, the same disk is read and every cluster is counted right', async () => {
  await fc.assert(
    fc.asyncProperty(runs, fc.constantFrom(9, 10, 12, 16, 18), fc.boolean(), async (parts, clusterBits, compressed) => {
      const disk = Buffer.alloc(sectors * 512)
      const content: Content[] = []
      let offset = 0
      for (const { gap, lengthBytes, fill, asZero } of parts) {
        const start = offset + gap
        if (start + lengthBytes > disk.byteLength) break
        disk.fill(fill, start, start + lengthBytes)
        offset = start + lengthBytes
        if (fill === 0 && asZero) content.push({ kind: 'zero', offset: start, lengthBytes })
        else content.push({ kind: 'data', offset: start, bytes: Buffer.alloc(lengthBytes, fill) })
      }
      const file = Buffer.alloc(4 * 1024 * 1024)
      const sink = { write: async (at: number, bytes: Uint8Array) => file.set(bytes, at) }
      const { fileBytes } = await writeQcow2(sink, content, {
        virtualSizeBytes: disk.byteLength,
        clusterBits,
        compressed,
      })
      const source = memorySource(file.subarray(0, fileBytes))
      expect((await readDisk(await openQcow2(source))).equals(disk)).toBe(true)
      expect(await checkQcow2(source)).toMatchObject({ corruptions: 0, leaks: 0, imageEndOffset: fileBytes })
    }),
    { numRuns: 150 },
  )
})
