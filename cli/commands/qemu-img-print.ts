import type { Qcow2CheckResult } from '#openstack/formats/qcow2-check.ts'

export interface ShownImage {
  readonly name: string
  readonly format: string
  readonly virtualSizeBytes: number | undefined
  readonly allocatedBytes: number
  readonly details: Readonly<Record<string, string | number | boolean>>
}

/** `qemu-img info` of one image, as qemu 7.2 prints it. */
export function printInfo(image: ShownImage, asJson: boolean): string {
  return asJson ? `${JSON.stringify(infoObject(image), undefined, 4)}\n` : infoText(image)
}

function infoText(image: ShownImage): string {
  const { details, virtualSizeBytes = 0 } = image
  const specific = qcow2Facts(image)
  return [
    `image: ${image.name}`,
    `file format: ${qemuName(image.format)}`,
    `virtual size: ${sizeText(virtualSizeBytes)} (${virtualSizeBytes} bytes)`,
    `disk size: ${sizeText(image.allocatedBytes)}`,
    ...(details.encrypted === true ? ['encrypted: yes'] : []),
    ...(specific ? [`cluster_size: ${2 ** Number(details.clusterBits)}`] : []),
    ...(details.backingFile === undefined ? [] : [`backing file: ${details.backingFile}`]),
    ...(specific
      ? [
          'Format specific information:',
          ...Object.entries(specific).map(([key, value]) => `    ${key.replaceAll('-', ' ')}: ${value}`),
        ]
      : []),
    '',
  ].join('\n')
}

function infoObject(image: ShownImage): object {
  const { details } = image
  const specific = qcow2Facts(image)
  const backing =
    details.backingFile === undefined
      ? {}
      : { 'full-backing-filename': details.backingFile, 'backing-filename': details.backingFile }
  return {
    'virtual-size': image.virtualSizeBytes ?? 0,
    filename: image.name,
    ...(specific ? { 'cluster-size': 2 ** Number(details.clusterBits) } : {}),
    format: qemuName(image.format),
    'actual-size': image.allocatedBytes,
    ...(specific ? { 'format-specific': { type: 'qcow2', data: specific } } : {}),
    ...backing,
    'dirty-flag': details.markedDirty === true,
  }
}

function qcow2Facts({ format, details }: ShownImage): Record<string, string | number | boolean> | undefined {
  if (format !== 'qcow2') return undefined
  const refcountBits = { 'refcount-bits': 2 ** Number(details.refcountOrder) }
  if (details.version === 2) return { compat: '0.10', 'compression-type': 'zlib', ...refcountBits }
  return {
    compat: '1.1',
    'compression-type': details.compression ?? 'zlib',
    'lazy-refcounts': details.lazyRefcounts === true,
    ...refcountBits,
    corrupt: details.markedCorrupt === true,
    'extended-l2': details.extendedL2 === true,
  }
}

/** `qemu-img check` of one image. */
export function printCheck(name: string, result: Qcow2CheckResult, asJson: boolean): string {
  const { corruptions, leaks, totalClusters, allocatedClusters, fragmentedClusters, compressedClusters } = result
  if (asJson) {
    const facts = {
      'image-end-offset': result.imageEndOffset,
      'total-clusters': totalClusters,
      'check-errors': 0,
      ...(corruptions > 0 ? { corruptions } : {}),
      ...(leaks > 0 ? { leaks } : {}),
      'allocated-clusters': allocatedClusters,
      ...(fragmentedClusters > 0 ? { 'fragmented-clusters': fragmentedClusters } : {}),
      ...(compressedClusters > 0 ? { 'compressed-clusters': compressedClusters } : {}),
      filename: name,
      format: 'qcow2',
    }
    return `${JSON.stringify(facts, undefined, 4)}\n`
  }
  const lines: string[] = []
  if (corruptions === 0 && leaks === 0) lines.push('No errors were found on the image.')
  if (corruptions > 0) {
    lines.push('', `${corruptions} errors were found on the image.`)
    lines.push('Data may be corrupted, or further writes to the image may corrupt it.')
  }
  if (leaks > 0) {
    lines.push('', `${leaks} leaked clusters were found on the image.`)
    lines.push('This means waste of disk space, but no harm to data.')
  }
  if (totalClusters > 0 && allocatedClusters > 0) {
    const share = (part: number, of: number) => `${((part * 100) / of).toFixed(2)}%`
    lines.push(
      `${allocatedClusters}/${totalClusters} = ${share(allocatedClusters, totalClusters)} allocated, ` +
        `${share(fragmentedClusters, allocatedClusters)} fragmented, ` +
        `${share(compressedClusters, allocatedClusters)} compressed clusters`,
    )
  }
  lines.push(`Image end offset: ${result.imageEndOffset}`, '')
  return lines.join('\n')
}

function qemuName(format: string): string {
  return format === 'vhd' ? 'vpc' : format
}

/** Three digits in the unit that makes them fit: `112 MiB`, `3.25 MiB`, `0.977 MiB`. */
function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']
  let unit = 0
  while (bytes / 1024 ** unit >= 1000) unit++
  return `${Number((bytes / 1024 ** unit).toPrecision(3))} ${units[unit]}`
}
