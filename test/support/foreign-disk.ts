import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { MiB } from '#kernel/units/bytes.ts'

/** Packages with something that a PC boots from, and the file in them. */
const sources = [
  { package: 'grub-rescue-pc', file: /\/grub-rescue-(cdrom\.iso|floppy\.img)$/ },
  { package: 'ipxe-qemu', file: /\/ipxe(\.iso|\.dsk|\.usb)$/ },
] as const

/** Whether the machine has what these tests compare with: `qemu-img`, and one of the packages. */
export function hasForeignTools(): boolean {
  return spawnSync('qemu-img', ['--version']).status === 0 && bootableFile() !== undefined
}

/** A file of a Debian package that a PC boots from. */
export function bootableFile(): string | undefined {
  for (const { package: name, file } of sources) {
    const { status, stdout } = spawnSync('dpkg', ['-L', name], { encoding: 'utf8' })
    const found = status === 0 ? stdout.split('\n').find((path) => file.test(path) && existsSync(path)) : undefined
    if (found) return found
  }
  return undefined
}

/** A disk that begins with such a file and has room behind it, as it is written to a stick. */
export function makeForeignDisk(path: string, sizeBytes = 48 * MiB): void {
  const source = bootableFile()
  if (!source) throw new Error('neither grub-rescue-pc nor ipxe-qemu is installed')
  if (statSync(source).size > sizeBytes) throw new Error(`${source} is larger than the disk`)
  const file = openSync(path, 'w')
  writeSync(file, readFileSync(source))
  ftruncateSync(file, sizeBytes)
  closeSync(file)
}

/** Runs the real `qemu-img`. @returns what it prints */
export function qemuImg(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('qemu-img', words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`qemu-img ${words.join(' ')}: ${stderr}`)
  return stdout
}
