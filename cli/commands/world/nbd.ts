import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type NbdAddress, nbdPort, parseNbdAddress } from '#ceph-sim/nbd/nbd-address.ts'
import { parseSpec, type RbdSpec } from '#ceph-sim/rbd.ts'
import { asDomainError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { loadTls } from '#kernel/rpc/tls.ts'
import { openWorld, stateOf } from './context.ts'
import { serveNbd } from './nbd-serving.ts'

interface ServeFlags {
  readonly cluster?: string
  readonly address?: string
  readonly socket?: string
  readonly readOnly?: true
  readonly tls?: string
  readonly here?: true
  readonly name?: string
  readonly keyring?: string
  readonly conf?: string
  readonly json?: true
}

const help = `
An image is opened as a guest opens it: nobody else may have it open, and 'rbd status' shows the watcher. Snapshots, and
everything with --read-only, are offered for reading only. The name of an export is its spec; with a single one, the
empty name will do.

  dcnsim nbd serve --cluster dcn0 vms/disk images/base@snap &
  nbdinfo --map nbd://127.0.0.1:${nbdPort}/images/base@snap
  qemu-img convert -n -O raw disk.qcow2 nbd://127.0.0.1:${nbdPort}/vms/disk
`

export function addNbdCommand(program: Command): void {
  program
    .command('nbd')
    .description('attach real tools to images: qemu-img, qemu-io, nbdinfo, nbdcopy, fio')
    .command('serve')
    .argument('<specs...>', 'POOL/[NAMESPACE/]IMAGE[@SNAPSHOT]')
    .description('serve images over NBD until Ctrl-C; prints the URI of each')
    .option('--cluster <name>', 'the cluster that has them (default: the hub)')
    .option('--address <host:port>', `where to listen, port 0 for any (default: 127.0.0.1:${nbdPort})`)
    .option('--socket <path>', 'listen on a unix socket instead')
    .option('--read-only', 'refuse writing, and take no lock')
    .option('--tls <directory>', 'require TLS; holds ca.pem, cert.pem and key.pem')
    .option('--here', 'serve from this process, over gRPC, and not from that of the cluster, which is faster')
    .option('-n, --name <user>', 'cephx user (default: client.admin)')
    .option('--keyring <file>', 'where its key is (default: beside the conf)')
    .option('-c, --conf <file>', 'where the cluster is (default: its file in etc/ceph of the state directory)')
    .option('--json', 'print one JSON line: what is served, or why it is not')
    .addHelpText('after', help)
    .action(async (specs: string[], flags: ServeFlags, command: Command) => {
      try {
        await serve(specs, flags, command)
      } catch (thrown) {
        if (!flags.json) throw thrown
        const { code, message, details } = asDomainError(thrown)
        process.stdout.write(`${JSON.stringify({ ready: false, code, error: message, errno: details.errno })}\n`)
        process.exitCode = 1
      }
    })
}

async function serve(specs: readonly string[], flags: ServeFlags, command: Command): Promise<void> {
  const interrupted = new AbortController()
  const interrupt = () => interrupted.abort()
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  await serveNbd(openWorld(stateOf(command)), {
    cluster: flags.cluster,
    user: { user: userOf(flags.name), keyring: absolute(flags.keyring), conf: absolute(flags.conf) },
    exports: specs.map(specOf),
    address: addressOf(flags),
    isReadOnly: flags.readOnly ?? false,
    tls: flags.tls === undefined ? undefined : await loadTls(flags.tls),
    isHere: flags.here ?? false,
    signal: interrupted.signal,
    onServing: (uris) => {
      const lines = flags.json ? [JSON.stringify({ ready: true, pid: process.pid, uris })] : uris
      process.stdout.write(`${lines.join('\n')}\n`)
    },
  })
}

function specOf(text: string): RbdSpec {
  const spec = text.includes('/') ? parseSpec(text, '') : undefined
  if (spec) return spec
  throw new InvalidArgumentError(`'${text}' names no image: write POOL/IMAGE or POOL/IMAGE@SNAPSHOT`)
}

function addressOf({ address, socket }: ServeFlags): NbdAddress {
  if (socket === undefined) return parseNbdAddress(address ?? `127.0.0.1:${nbdPort}`)
  if (address !== undefined) throw new InvalidArgumentError('give --address or --socket, not both')
  return { kind: 'unix', path: resolve(socket) }
}

function userOf(name: string | undefined): string | undefined {
  return name === undefined || name.includes('.') ? name : `client.${name}`
}

function absolute(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path)
}
