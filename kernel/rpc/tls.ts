import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Mutual TLS: both ends show a certificate signed by `ca`. PEM text. */
export interface RpcTls {
  readonly ca: Buffer
  readonly cert: Buffer
  readonly key: Buffer
  /** The name to expect in the server's certificate when it is not the address's host. Only for clients. */
  readonly serverName?: string
}

/** Reads `ca.pem`, `cert.pem` and `key.pem`, the layout of `--tls-dir`. */
export async function loadTls(dir: string): Promise<RpcTls> {
  const [ca, cert, key] = await Promise.all(
    ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFile(path.join(dir, name))),
  )
  return { ca: ca!, cert: cert!, key: key! }
}
