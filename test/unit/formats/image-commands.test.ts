import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runFile } from '#cli/commands/file.ts'
import { runQemuImg } from '#cli/commands/qemu-img.ts'
import { demoContent, writeDemoImage } from '#cli/demo-image.ts'
import { memorySource } from '#openstack/formats/byte-source.ts'
import { openQcow2 } from '#openstack/formats/qcow2-reader.ts'
import { isZero } from '#openstack/formats/zero-runs.ts'
import { qcow2Of, randomDisk, readDisk } from '../../support/disk-images.ts'

const mib = 1024 * 1024
const cirros = { virtualSizeBytes: 112 * mib, allocatedBytes: 44 * mib, contentSeed: 51 }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-commands-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function running(command: typeof runQemuImg, line: string, signal?: AbortSignal) {
  let stdout = ''
  let stderr = ''
  const code = await command(line === '' ? [] : line.split(' '), {
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    cwd: folder,
    env: {},
    signal,
  })
  return { code, stdout, stderr }
}

describe('demo images', () => {
  test('hold exactly the bytes asked for, spread over the disk, with a boot sector', () => {
    const disk = { dataBytes: 0, runs: 0, end: 0, lastData: 0 }
    for (const run of demoContent(cirros)) {
      expect(run.offset).toBe(disk.end)
      disk.end += run.kind === 'data' ? run.bytes.byteLength : run.lengthBytes
      if (run.kind === 'zero') continue
      disk.runs++
      disk.lastData = disk.end
      disk.dataBytes += run.bytes.byteLength
      for (let at = 0; at < run.bytes.byteLength; at += 4096)
        expect(isZero(run.bytes.subarray(at, at + 4096))).toBe(false)
      if (run.offset === 0) expect([...run.bytes.subarray(510, 512)]).toEqual([0x55, 0xaa])
    }
    expect(disk).toMatchObject({ dataBytes: 44 * mib, end: 112 * mib })
    expect(disk.lastData).toBeGreaterThan(80 * mib)
    expect(disk.runs).toBeGreaterThan(40)
  })

  test('are the same for the same seed, and another for another', async () => {
    const digest = async (name: string, contentSeed: number) => {
      await writeDemoImage({
        path: join(folder, name),
        format: 'qcow2',
        virtualSizeBytes: 4 * mib,
        allocatedBytes: mib,
        contentSeed,
      })
      return readFile(join(folder, name), 'base64')
    }
    const first = await digest('a', 1)
    expect(await digest('b', 1)).toBe(first)
    expect(await digest('c', 2)).not.toBe(first)
  })

  test.for([
    { virtualSizeBytes: 512, allocatedBytes: 512 },
    { virtualSizeBytes: mib, allocatedBytes: 0 },
    { virtualSizeBytes: mib + 512, allocatedBytes: mib + 512 },
    { virtualSizeBytes: mib, allocatedBytes: 100_000 },
  ])('of odd sizes fit as well: %o', (sizes) => {
    let dataBytes = 0
    let end = 0
    for (const run of demoContent({ ...sizes, contentSeed: 1 })) {
      end = run.offset + (run.kind === 'data' ? run.bytes.byteLength : run.lengthBytes)
      if (run.kind === 'data') dataBytes += run.bytes.byteLength
    }
    expect({ dataBytes, end }).toEqual({ dataBytes: sizes.allocatedBytes, end: sizes.virtualSizeBytes })
  })

  test('A12 A13 are named by file and turned to a sparse raw disk by qemu-img convert', async () => {
    await writeDemoImage({ path: join(folder, 'cirros.img'), format: 'qcow2', ...cirros })
    expect(await running(runFile, 'cirros.img')).toEqual({
      code: 0,
      stdout: 'cirros.img: QEMU QCOW2 Image (v3), 117440512 bytes\n',
      stderr: '',
    })
    expect(await running(runQemuImg, 'convert -f qcow2 -O raw cirros.img cirros.raw')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    const raw = await stat(join(folder, 'cirros.raw'))
    expect(raw.size).toBe(117_440_512)
    expect(raw.blocks * 512).toBeLessThanOrEqual(45 * mib)
    expect((await running(runFile, 'cirros.raw')).stdout).toBe(
      'cirros.raw: DOS/MBR boot sector; partition 1 : ID=0x83, active, start-CHS (0x0,0,0), end-CHS (0x0,0,0), startsector 2048, 227328 sectors\n',
    )
    await writeDemoImage({ path: join(folder, 'direct.raw'), format: 'raw', ...cirros })
    const [converted, direct] = await Promise.all(
      ['cirros.raw', 'direct.raw'].map((name) => readFile(join(folder, name))),
    )
    expect(converted!.equals(direct!)).toBe(true)
  })
})

describe('qemu-img', () => {
  const disk = randomDisk('qemu-img', 2 * mib)

  beforeEach(async () => {
    await writeFile(join(folder, 'good.qcow2'), await qcow2Of(disk))
    await writeFile(join(folder, 'disk.raw'), disk)
  })

  test('convert -c makes a compressed qcow2 with the same content', async () => {
    expect((await running(runQemuImg, 'convert -c -O qcow2 disk.raw small.qcow2')).code).toBe(0)
    const file = await readFile(join(folder, 'small.qcow2'))
    expect((await readDisk(await openQcow2(memorySource(file)))).equals(disk)).toBe(true)
    expect((await running(runQemuImg, 'check small.qcow2')).stdout).toMatch(
      /^No errors were found on the image\.\n\d+\/32 = .*% compressed clusters\nImage end offset: \d+\n$/,
    )
  })

  test('convert -p tells how far it is, up to 100 %', async () => {
    const { stdout } = await running(runQemuImg, 'convert -p good.qcow2 out.raw')
    expect(stdout).toMatch(/^ {4}\(0\.00\/100%\)\r/)
    expect(stdout).toMatch(/ {4}\(100\.00\/100%\)\r\n$/)
  })

  test('info tells format and sizes, for people and for programs', async () => {
    const forPeople = await running(runQemuImg, 'info good.qcow2')
    expect(forPeople.stdout).toMatch(
      /^image: good\.qcow2\nfile format: qcow2\nvirtual size: 2 MiB \(2097152 bytes\)\ndisk size: .*\ncluster_size: 65536\nFormat specific information:\n {4}compat: 1\.1\n {4}compression type: zlib\n/,
    )
    const { stdout } = await running(runQemuImg, 'info --output json good.qcow2')
    expect(JSON.parse(stdout)).toMatchObject({
      'virtual-size': 2_097_152,
      filename: 'good.qcow2',
      'cluster-size': 65_536,
      format: 'qcow2',
      'format-specific': { type: 'qcow2', data: { compat: '1.1', 'refcount-bits': 16, corrupt: false } },
      'dirty-flag': false,
    })
  })

  test.for([
    { line: '', text: "qemu-img: Not enough arguments\nTry 'qemu-img --help' for more information\n" },
    { line: 'foo', text: "qemu-img: Command not found: foo\nTry 'qemu-img --help' for more information\n" },
    { line: 'resize good.qcow2 1G', text: 'qemu-img: resize: not simulated\n' },
    { line: 'convert -o compat=0.10 disk.raw out', text: 'qemu-img: option -o: not simulated\n' },
    {
      line: 'convert -x disk.raw out',
      text: "qemu-img: unrecognized option '-x'\nTry 'qemu-img --help' for more information\n",
    },
    { line: 'convert disk.raw', text: 'qemu-img: Must specify image file name\n' },
    { line: 'convert -O foo disk.raw out', text: "qemu-img: Unknown file format 'foo'\n" },
    { line: 'convert -f foo disk.raw out', text: "qemu-img: Could not open 'disk.raw': Unknown driver 'foo'\n" },
    { line: 'convert -c -O raw disk.raw out', text: 'qemu-img: Compression not supported for this file format\n' },
    {
      line: 'convert nope out',
      text: "qemu-img: Could not open 'nope': Could not open 'nope': No such file or directory\n",
    },
    {
      line: 'convert -f qcow2 disk.raw out',
      text: "qemu-img: Could not open 'disk.raw': Image is not in qcow2 format\n",
    },
    {
      line: 'convert disk.raw nodir/out',
      text: "qemu-img: nodir/out: error while converting raw: Could not create 'nodir/out': No such file or directory\n",
    },
    { line: 'info', text: "qemu-img: Expecting one image file name\nTry 'qemu-img --help' for more information\n" },
    { line: 'info --output yaml disk.raw', text: 'qemu-img: --output must be used with human or json as argument.\n' },
  ])('says what qemu-img says: $line', async ({ line, text }) => {
    const before = await readdir(folder)
    expect(await running(runQemuImg, line)).toEqual({ code: 1, stdout: '', stderr: text })
    expect(await readdir(folder)).toEqual(before)
  })

  test('check of a raw image exits with 63', async () => {
    expect(await running(runQemuImg, 'check disk.raw')).toEqual({
      code: 63,
      stdout: '',
      stderr: 'qemu-img: This image format does not support checks\n',
    })
  })

  test('a damaged cluster is named, and what was in the place of the output stays', async () => {
    const file = await readFile(join(folder, 'good.qcow2'))
    const l2 = Number(file.readBigUInt64BE(65_536) & 0xffff_ffff_fe00n)
    file.writeUInt32BE(0x7fff_0000, l2 + 31 * 8 + 4)
    await writeFile(join(folder, 'bad.qcow2'), file)
    await writeFile(join(folder, 'out'), 'precious')
    const before = await readdir(folder)
    const { code, stderr } = await running(runQemuImg, 'convert bad.qcow2 out')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^qemu-img: error while reading at byte \d+: data cluster at offset 2147418112 lies past the end of the file/,
    )
    expect(await readdir(folder)).toEqual(before)
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('precious')
  })

  test('a truncated image and one with a backing file are not opened', async () => {
    await truncate(join(folder, 'good.qcow2'), 70_000)
    expect((await running(runQemuImg, 'convert good.qcow2 out')).stderr).toMatch(
      /^qemu-img: Could not open 'good\.qcow2': .* lies past the end of the file/,
    )
    const file = await qcow2Of(disk)
    file.writeUInt32BE(200, 12)
    await writeFile(join(folder, 'backed.qcow2'), file)
    expect((await running(runQemuImg, 'convert backed.qcow2 out')).stderr).toBe(
      "qemu-img: Could not open 'backed.qcow2': QCOW images with backing files are not allowed\n",
    )
  })

  test('an interrupted conversion leaves nothing behind', async () => {
    const before = await readdir(folder)
    const { code } = await running(runQemuImg, 'convert good.qcow2 out', AbortSignal.abort())
    expect(code).toBe(1)
    expect(await readdir(folder)).toEqual(before)
  })

  test('an image is not converted onto itself', async () => {
    const { code, stderr } = await running(runQemuImg, 'convert disk.raw ./disk.raw')
    expect(code).toBe(1)
    expect(stderr).toContain('Failed to get "write" lock')
  })
})

describe('file', () => {
  test('describes several files in columns', async () => {
    await writeFile(join(folder, 'empty'), '')
    await writeFile(join(folder, 'noise.bin'), Buffer.alloc(600, 0x9d))
    expect((await running(runFile, 'empty noise.bin nope .')).stdout).toBe(
      "empty:     empty\nnoise.bin: data\nnope:      cannot open `nope' (No such file or directory)\n.:         directory\n",
    )
  })

  test('tells version 2 from 3, and a backing file', async () => {
    const file = await qcow2Of(randomDisk('file', mib))
    file.writeUInt32BE(2, 4)
    file.writeUInt32BE(200, 12)
    file.writeUInt32BE(8, 16)
    file.write('base.img', 200, 'latin1')
    await writeFile(join(folder, 'v2'), file)
    expect((await running(runFile, 'v2')).stdout).toBe(
      'v2: QEMU QCOW2 Image (v2), has backing file (path base.img), 1048576 bytes\n',
    )
  })
})
