import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Scenario } from './scenario.ts'

export interface DiskDescription {
  readonly format: 'raw' | 'qcow2'
  readonly virtualSizeBytes: number
}

/** QEMU's qcow2 header: magic `QFI\xfb`, and the virtual size, big-endian, at byte 24. */
const qcow2Magic = 0x514649fb
const qcow2HeaderBytes = 32

/** What a disk file is, by its header: qcow2, or else raw. */
export function describeDiskFile(
  path: string,
): { readonly ok: true; readonly disk: DiskDescription } | { readonly ok: false; readonly problem: string } {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    return { ok: false, problem: `cannot be read: ${(error as Error).message}` }
  }
  try {
    const { size } = fstatSync(file)
    const header = Buffer.alloc(qcow2HeaderBytes)
    const read = readSync(file, header, 0, qcow2HeaderBytes, 0)
    if (read === qcow2HeaderBytes && header.readUInt32BE(0) === qcow2Magic) {
      return { ok: true, disk: { format: 'qcow2', virtualSizeBytes: Number(header.readBigUInt64BE(24)) } }
    }
    return size > 0 ? { ok: true, disk: { format: 'raw', virtualSizeBytes: size } } : { ok: false, problem: 'is empty' }
  } catch (error) {
    return { ok: false, problem: `cannot be read: ${(error as Error).message}` }
  } finally {
    closeSync(file)
  }
}

/** The same scenario with the user's own image in place of every generated file of its format. */
export function withOwnImage(scenario: Scenario, own: DiskDescription & { readonly path: string }): Scenario {
  const { path, format, virtualSizeBytes } = own
  return {
    ...scenario,
    files: scenario.files.map((file) =>
      file.kind === 'generated' && file.format === format
        ? {
            kind: 'local',
            name: file.name,
            format,
            virtualSizeBytes,
            path,
            ...(file.serveAt !== undefined && { serveAt: file.serveAt }),
          }
        : file,
    ),
  }
}
