/** Bluestore gives space in units of this size. */
const allocationUnitBytes = 4096

/** What an object of this length takes of an osd's disk. */
export function allocatedBytes(lengthBytes: number): number {
  return Math.ceil(lengthBytes / allocationUnitBytes) * allocationUnitBytes
}
