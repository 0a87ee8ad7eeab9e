import { createHash, type Hash } from 'node:crypto'
import type { Digester, DigestStream } from '#central/images/digest.ts'
import { zeroPages } from './zero-pages.ts'

/**
 * Digests of content whose runs of zeros cost nothing, for disks that are mostly empty. Equal content has equal
 * digests however it was cut into pieces, but they are not its MD5 and SHA-512.
 */
export class FoldingDigester implements Digester {
  start(): DigestStream {
    const hashes = { md5: createHash('md5'), sha512: createHash('sha512') }
    const all: readonly Hash[] = Object.values(hashes)
    let sizeBytes = 0
    let zeroBytes = 0
    const endRun = () => {
      if (zeroBytes > 0) for (const hash of all) hash.update(`zeros ${zeroBytes};`)
      zeroBytes = 0
    }
    return {
      async update(piece) {
        for (const part of zeroPages(piece)) {
          sizeBytes += part.kind === 'zero' ? part.lengthBytes : part.bytes.byteLength
          if (part.kind === 'zero') zeroBytes += part.lengthBytes
          else {
            endRun()
            for (const hash of all) hash.update(part.bytes)
          }
        }
      },
      finish: async () => {
        endRun()
        return { checksum: hashes.md5.digest('hex'), osHashValue: hashes.sha512.digest('hex'), sizeBytes }
      },
      close: () => {},
    }
  }
}
