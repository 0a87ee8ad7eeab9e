import { formatBytes } from '#kernel/units/bytes.ts'

/** How quantities read in a report: bytes as Ceph prints them, zero as a dash, seconds with two decimals. */
export function showBytes(bytes: number): string {
  return bytes === 0 ? '-' : formatBytes(Math.round(bytes))
}

export function showSeconds(ms: number | undefined): string {
  return ms === undefined ? '-' : `${(ms / 1000).toFixed(2)} s`
}

/** Mean rate in Mbps (decimal, bits), over the bytes that crossed. */
export function showRate(bytes: number, ms: number | undefined): string {
  return ms === undefined || ms <= 0 || bytes === 0 ? '-' : `${((bytes * 8) / ms / 1000).toFixed(1)} Mbps`
}
