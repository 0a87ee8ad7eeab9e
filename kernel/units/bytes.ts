export const KiB = 1024
export const MiB = 1024 ** 2
export const GiB = 1024 ** 3
export const TiB = 1024 ** 4

const binarySteps = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const

/**
 * A byte count as Ceph prints it: exact multiples whole, else as many decimals as leave three characters for the number
 * (`977 KiB`, `4.9 MiB`, `16 MiB`), halves to even as printf rounds them.
 * @see ceph/ceph src/include/types.h, byte_u_t and format_u
 */
export function formatBytes(bytes: number): string {
  let index = 0
  let whole = bytes
  while (index < binarySteps.length - 1 && whole >= 1024) {
    whole = Math.floor(whole / 1024)
    index++
  }
  const step = 1024 ** index
  const value = bytes % step === 0 ? String(whole) : inThreeCharacters(bytes / step)
  return `${value} ${binarySteps[index]}`
}

function inThreeCharacters(value: number): string {
  for (const decimals of [2, 1]) {
    const text = roundHalfEven(value, decimals)
    if (text.length <= 3) return text
  }
  return roundHalfEven(value, 0)
}

function roundHalfEven(value: number, decimals: number): string {
  const scaled = value * 10 ** decimals
  const below = Math.floor(scaled)
  const up = scaled - below > 0.5 || (scaled - below === 0.5 && below % 2 === 1)
  return ((below + (up ? 1 : 0)) / 10 ** decimals).toFixed(decimals)
}
