export const KiB = 1024
export const MiB = 1024 ** 2
export const GiB = 1024 ** 3
export const TiB = 1024 ** 4

const binarySteps = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

/**
 * A byte count as Ceph prints it: binary units, one decimal under ten unless exact (`977 KiB`, `4.9 MiB`, `16 MiB`).
 * @see ceph/ceph src/include/types.h, byte_u_t
 */
export function formatBytes(bytes: number): string {
  let index = 0
  let whole = bytes
  while (index < binarySteps.length - 1 && whole >= 1024) {
    whole = Math.floor(whole / 1024)
    index++
  }
  const step = 1024 ** index
  const exact = bytes % step === 0
  const digits = exact || whole >= 100 ? 0 : whole >= 10 ? 0 : 1
  const value = digits === 0 ? String(whole) : (bytes / step).toPrecision(2)
  return `${value} ${binarySteps[index]}`
}
