import { misused } from '../rbd/command-failure.ts'
import { type CephCommand, cephError, printJson } from './ceph-context.ts'

/** Ceph still takes the older word. */
const spelled = (name: string) => [`osd blocklist ${name}`, `osd blacklist ${name}`]

export const listBlocklist: CephCommand = {
  names: spelled('ls'),
  run: async (context) => {
    const entries = await (await context.cluster()).blocklist.list({ signal: context.io.signal })
    if (context.format !== 'plain') {
      printJson(
        context,
        entries.map(({ address, untilMs }) => ({ addr: address, until: formatTime(untilMs) })),
      )
    } else context.io.stdout(entries.map(({ address, untilMs }) => `${address} ${formatTime(untilMs)}\n`).join(''))
    context.io.stderr(`listed ${entries.length} entries\n`)
  },
}

export const addToBlocklist: CephCommand = {
  names: spelled('add'),
  run: async (context, [address, expire]) => {
    if (address === undefined) throw cephError('EINVAL', 'invalid command')
    if (expire !== undefined && !/^\d+(\.\d+)?$/.test(expire)) throw misused(`${expire} is no number of seconds`)
    const seconds = expire === undefined ? undefined : Number(expire)
    const { blocklist } = await context.cluster()
    const { untilMs } = await blocklist.add(instanceOf(address), { seconds, signal: context.io.signal })
    context.io.stderr(`blocklisting ${instanceOf(address)} until ${formatTime(untilMs)} (${seconds ?? 3600} sec)\n`)
  },
}

export const removeFromBlocklist: CephCommand = {
  names: spelled('rm'),
  run: async (context, [address]) => {
    if (address === undefined) throw cephError('EINVAL', 'invalid command')
    await (await context.cluster()).blocklist.remove(instanceOf(address), { signal: context.io.signal })
    context.io.stderr(`un-blocklisting ${instanceOf(address)}\n`)
  },
}

export const clearBlocklist: CephCommand = {
  names: spelled('clear'),
  run: async (context) => {
    await (await context.cluster()).blocklist.clear({ signal: context.io.signal })
    context.io.stderr(' removed all blocklist entries\n')
  },
}

/** An address without a nonce means every client there, which Ceph writes as nonce 0. */
function instanceOf(address: string): string {
  const withPort = /:\d+(\/|$)/.test(address) ? address : `${address}:0`
  return withPort.includes('/') ? withPort : `${withPort}/0`
}

/** `2026-11-20T12:28:10.037012+0000` */
function formatTime(atMs: number): string {
  const at = new Date(atMs).toISOString()
  return `${at.slice(0, -1)}${String(Math.round((atMs % 1) * 1000)).padStart(3, '0')}+0000`
}
