import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runQemuImg } from '#cli/commands/qemu-img.ts'
import { writeDemoImage } from '#cli/demo-image.ts'
import { openFileSource } from '#cli/image-file.ts'
import { openAsRaw } from '#openstack/formats/convert.ts'
import { inspectImage } from '#openstack/formats/inspect.ts'
import { qcow2Of, randomDisk, readDisk } from '../../support/disk-images.ts'

const isInstalled =
  spawnSync('qemu-img', ['--version']).status === 0 && spawnSync('qemu-io', ['--version']).status === 0
const isRequired = Boolean(process.env.CI)
const mib = 1024 * 1024
/** Ends within a cluster of every size but 512, and holds more than one L2 table of 4 KiB clusters. */
const disk = randomDisk('qemu-img conformance', 9 * mib + 512)
let folder: string

function qemu(program: 'qemu-img' | 'qemu-io', ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`)
  return stdout
}

async function contentOf(name: string): Promise<Buffer> {
  await using source = await openFileSource(join(folder, name))
  const { format } = await inspectImage(source)
  return await readDisk(await openAsRaw(source, format))
}

async function ours(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const result = { code: 0, stdout: '', stderr: '' }
  result.code = await runQemuImg(line.split(' '), {
    stdout: (text) => {
      result.stdout += text
    },
    stderr: (text) => {
      result.stderr += text
    },
    cwd: folder,
    env: {},
  })
  return result
}

describe.runIf(!isInstalled && !isRequired)(
  'NOTICE: qemu-utils is not installed, so nothing is compared with qemu-img here',
  () => {
    test('install qemu-utils, or set CI to make its absence a failure', () => {
      expect(isInstalled).toBe(false)
    })
  },
)

describe.runIf(isInstalled || isRequired)('disk formats as qemu-img sees them', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qemu-img-'))
    await writeFile(join(folder, 'disk.raw'), disk)
  })
  afterAll(() => rm(folder, { recursive: true }))

  describe('images that qemu-img writes are read byte for byte', () => {
    test.for([
      '-O qcow2',
      '-O qcow2 -c',
      '-O qcow2 -c -o compression_type=zstd',
      '-O qcow2 -o cluster_size=512',
      '-O qcow2 -c -o cluster_size=512',
      '-O qcow2 -o cluster_size=4k',
      '-O qcow2 -c -o cluster_size=4k',
      '-O qcow2 -o cluster_size=2M',
      '-O qcow2 -c -o cluster_size=2M',
      '-O qcow2 -c -o cluster_size=2M,compression_type=zstd',
      '-O qcow2 -o compat=0.10',
      '-O qcow2 -c -o compat=0.10',
      '-O qcow2 -o lazy_refcounts=on,refcount_bits=1',
      '-O qcow2 -o preallocation=metadata',
      '-O qcow2 -S 0',
      '-O vmdk',
      '-O vmdk -o subformat=streamOptimized',
      '-O vdi',
      '-O vdi -o static=on',
      '-O vhdx',
      '-O vhdx -o subformat=fixed,block_size=1M',
      '-O vpc -o force_size=on',
    ])('%s', async (options) => {
      qemu('qemu-img', 'convert', '-f', 'raw', ...options.split(' '), 'disk.raw', 'image')
      expect((await contentOf('image')).equals(disk)).toBe(true)
    })

    test('a disk written to, zeroed, discarded and with an internal snapshot', async () => {
      qemu('qemu-img', 'create', '-f', 'qcow2', 'lived.qcow2', '16M')
      qemu('qemu-io', '-c', 'write -P 7 0 5M', '-c', 'write -z 1M 512k', '-c', 'discard 2M 1M', 'lived.qcow2')
      qemu('qemu-img', 'snapshot', '-c', 'before', 'lived.qcow2')
      qemu('qemu-io', '-c', 'write -P 9 64k 100k', '-c', 'write -P 3 15M 1M', 'lived.qcow2')
      qemu('qemu-img', 'convert', '-O', 'raw', 'lived.qcow2', 'lived.raw')
      expect((await contentOf('lived.qcow2')).equals(await contentOf('lived.raw'))).toBe(true)
    })
  })

  describe('what is refused on purpose', () => {
    test.for([
      { args: '-b disk.raw -F raw backed.qcow2', text: 'QCOW images with backing files are not allowed' },
      { args: '-o data_file=data.bin apart.qcow2 1M', text: 'QCOW images with data-file set are not allowed' },
      { args: '-o extended_l2=on wide.qcow2 1M', text: 'qcow2 images with extended L2 entries are not supported' },
    ])('create $args', async ({ args, text }) => {
      qemu('qemu-img', 'create', '-q', '-f', 'qcow2', ...args.split(' '))
      const name = args.split(' ').find((word) => word.endsWith('.qcow2'))!
      expect((await ours(`convert ${name} out`)).stderr).toBe(`qemu-img: Could not open '${name}': ${text}\n`)
    })

    test('a truncated image, of which qemu-img reads the lost part as zeros', async () => {
      qemu('qemu-img', 'convert', '-O', 'qcow2', 'disk.raw', 'cut.qcow2')
      await truncate(join(folder, 'cut.qcow2'), 2 * mib)
      expect((await ours('convert cut.qcow2 out')).stderr).toContain('lies past the end of the file')
    })
  })

  describe('images that we write are sound and the same to qemu-img', () => {
    test.for(
      [9, 12, 16, 21].flatMap((clusterBits) => [false, true].map((compressed) => ({ clusterBits, compressed }))),
    )('%o', async (options) => {
      await writeFile(join(folder, 'ours.qcow2'), await qcow2Of(disk, options))
      expect(qemu('qemu-img', 'check', 'ours.qcow2')).toContain('No errors were found on the image.')
      expect(qemu('qemu-img', 'compare', 'ours.qcow2', 'disk.raw')).toContain('Images are identical.')
    })

    test('demo images, and their conversion to raw', async () => {
      const options = { format: 'qcow2', virtualSizeBytes: 24 * mib, allocatedBytes: 9 * mib, contentSeed: 7 } as const
      await writeDemoImage({ ...options, path: join(folder, 'demo.qcow2') })
      await writeDemoImage({ ...options, path: join(folder, 'demo-c.qcow2'), compressed: true })
      expect((await ours('convert demo.qcow2 demo.raw')).code).toBe(0)
      for (const name of ['demo.qcow2', 'demo-c.qcow2']) {
        expect(qemu('qemu-img', 'check', name)).toContain('No errors were found on the image.')
        expect(qemu('qemu-img', 'compare', name, 'demo.raw')).toContain('Images are identical.')
      }
    })

    test('an empty disk', async () => {
      await writeFile(join(folder, 'empty.qcow2'), await qcow2Of(Buffer.alloc(0)))
      expect(qemu('qemu-img', 'check', 'empty.qcow2')).toContain('No errors were found on the image.')
    })
  })

  describe('check and info agree with qemu-img', () => {
    test.for([
      '-O qcow2',
      '-O qcow2 -c',
      '-O qcow2 -o cluster_size=4k',
      '-O qcow2 -o compat=0.10',
      '-O qcow2 -o refcount_bits=64',
    ])('%s', async (options) => {
      qemu('qemu-img', 'convert', '-f', 'raw', ...options.split(' '), 'disk.raw', 'seen.qcow2')
      expect(await ours('check seen.qcow2')).toEqual({
        code: 0,
        stdout: qemu('qemu-img', 'check', 'seen.qcow2'),
        stderr: '',
      })
      const facts = (json: string) => {
        const all = JSON.parse(json) as Record<string, unknown>
        const keys = ['virtual-size', 'cluster-size', 'format', 'actual-size', 'format-specific', 'dirty-flag']
        return Object.fromEntries(keys.map((key) => [key, all[key]]))
      }
      const info = await ours('info --output json seen.qcow2')
      expect(facts(info.stdout)).toEqual(facts(qemu('qemu-img', 'info', '--output', 'json', 'seen.qcow2')))
    })
  })
})
