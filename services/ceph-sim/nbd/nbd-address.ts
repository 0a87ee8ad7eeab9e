import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'

/** Where a server listens: a port of a host, or a socket in the file system. */
export type NbdAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'unix'; readonly path: string }

/** The port that IANA gave to NBD. */
export const nbdPort = 10_809

/** `host:port`, `[::1]:port`, `host` (port 10809), or `unix:/path`. @throws InvalidArgumentError */
export function parseNbdAddress(text: string): NbdAddress {
  if (text.startsWith('unix:')) {
    const path = text.slice('unix:'.length)
    if (path === '') throw new InvalidArgumentError(`'${text}' names no socket`)
    return { kind: 'unix', path }
  }
  const match = /^(\[[0-9a-fA-F:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(text)
  const port = Number(match?.[2] ?? nbdPort)
  if (!match || port > 65_535) throw new InvalidArgumentError(`'${text}' is no address: write host:port or unix:/path`)
  return { kind: 'tcp', host: match[1]!.replace(/^\[|\]$/g, ''), port }
}

export function formatNbdAddress(address: NbdAddress): string {
  return address.kind === 'unix' ? `unix:${address.path}` : `${hostOf(address)}:${address.port}`
}

/**
 * How clients name an export: `nbd://127.0.0.1:10809/images/disk@snap`, `nbd+unix:///images/disk?socket=/run/nbd.sock`,
 * with `nbds` for TLS.
 *
 * @see NetworkBlockDevice/nbd doc/uri.md
 */
export function nbdUri(address: NbdAddress, exportName: string, { tls = false }: { tls?: boolean } = {}): string {
  const scheme = tls ? 'nbds' : 'nbd'
  const name = exportName
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%40', '@'))
    .join('/')
  return address.kind === 'unix'
    ? `${scheme}+unix:///${name}?socket=${encodeURIComponent(address.path).replaceAll('%2F', '/')}`
    : `${scheme}://${hostOf(address)}:${address.port}/${name}`
}

function hostOf({ host }: Extract<NbdAddress, { kind: 'tcp' }>): string {
  return host.includes(':') ? `[${host}]` : host
}
