/**
 * Bytes as Ceph dumps them: sixteen a row with their offset and what of them can be printed; rows of zeros after the
 * first are one `*`.
 */
export function hexdump(bytes: Uint8Array): string {
  const lines: string[] = []
  let skipping = false
  for (let at = 0; at < bytes.byteLength; at += 16) {
    const row = bytes.subarray(at, at + 16)
    const isZero = row.byteLength === 16 && row.every((byte) => byte === 0)
    const wasZero = at > 0 && bytes.subarray(at - 16, at).every((byte) => byte === 0)
    if (isZero && wasZero) {
      if (!skipping) lines.push('*')
      skipping = true
      continue
    }
    skipping = false
    lines.push(`${offset(at)} ${cells(row)}  |${text(row)}|`)
  }
  lines.push(offset(bytes.byteLength))
  return `${lines.join('\n')}\n`
}

function offset(at: number): string {
  return at.toString(16).padStart(8, '0')
}

function cells(row: Uint8Array): string {
  const words = [...row].map((byte, index) => `${index === 8 ? ' ' : ''} ${byte.toString(16).padStart(2, '0')}`)
  return words.join('').padEnd(49)
}

function text(row: Uint8Array): string {
  return [...row].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
}
