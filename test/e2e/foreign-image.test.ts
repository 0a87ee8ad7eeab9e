import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { MiB } from '#kernel/units/bytes.ts'
import { hasForeignTools, makeForeignDisk, qemuImg } from '../support/foreign-disk.ts'
import { dcnsim, Scratch, startDcn, stores, topology } from '../support/live-dcn.ts'

const isInstalled = hasForeignTools()
/** In CI a missing tool is a failure, never a silent skip. */
const isRequired = Boolean(process.env.CI)

describe.runIf(!isInstalled && !isRequired)('NOTICE: no foreign images are tried here', () => {
  test('install qemu-utils and grub-rescue-pc, or set CI to make their absence a failure', () => {
    expect(isInstalled).toBe(false)
  })
})

describe.runIf(isInstalled || isRequired)(
  'a bootable disk out of a Debian package, as qcow2 by the real qemu-img',
  () => {
    test.each([
      { kind: 'plain', flags: [] },
      { kind: 'compressed', flags: ['-c'] },
    ])('$kind: it is imported and stored as qemu-img reads it', async ({ flags }) => {
      await using dcn = await startDcn({ topology: topology({ edges: ['dcn0'] }), speed: 50 })
      const work = (name: string) => dcn.scratch.file(`work/${name}`)
      makeForeignDisk(work('disk.raw'))
      qemuImg('convert', '-f', 'raw', '-O', 'qcow2', ...flags, work('disk.raw'), work('disk.qcow2'))
      await dcn.ok('qemu-img', 'convert', '-f', 'qcow2', '-O', 'raw', 'disk.qcow2', 'ours.raw')
      expect(qemuImg('compare', '-f', 'raw', '-F', 'raw', work('disk.raw'), work('ours.raw'))).toContain('identical')

      const words = [
        '--disk-format',
        'qcow2',
        '--container-format',
        'bare',
        '--name',
        'foreign',
        '--file',
        'disk.qcow2',
      ]
      await dcn.ok(
        'glance',
        'image-create-via-import',
        ...words,
        '--import-method',
        'glance-direct',
        '--stores',
        'central,dcn0',
      )
      const image = await dcn.importOver((await dcn.image('foreign')).id)
      expect(image).toMatchObject({ status: 'active', diskFormat: 'raw', sizeBytes: 48 * MiB })
      expect(stores(image)).toEqual(['central', 'dcn0'])
      await dcn.ok('rbd', '--cluster', 'dcn0', 'export', `images/${image.id}@snap`, 'back.raw')
      expect(qemuImg('compare', '-f', 'raw', '-F', 'raw', work('disk.raw'), work('back.raw'))).toContain('identical')
    })

    test('dcnsim demo --image passes with it, plain and compressed', async () => {
      using scratch = new Scratch()
      makeForeignDisk(scratch.file('disk.raw'))
      const demos = [
        { name: 'plain', flags: [] },
        { name: 'compressed', flags: ['-c'] },
      ].map(async ({ name, flags }) => {
        const file = scratch.file(`${name}.qcow2`)
        qemuImg('convert', '-f', 'raw', '-O', 'qcow2', ...flags, scratch.file('disk.raw'), file)
        const before = readFileSync(file)
        const { exit, stdout, stderr } = await dcnsim(['demo', '--speed', '15', '--image', file])
        expect({ name, exit, stderr, end: stdout.slice(-1000) }).toMatchObject({
          exit: 0,
          stderr: '',
          end: expect.stringContaining('PASS  75 of 75 rows'),
        })
        expect(readFileSync(file).equals(before), 'the image is left as it was').toBe(true)
      })
      await Promise.all(demos)
    })
  },
)
