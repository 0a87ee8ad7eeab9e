import type { InstantMs } from '#kernel/time/clock.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment as Ceph dumps it: `2026-11-20T11:09:10.055108+0000`. */
export function formatDump(atMs: InstantMs): string {
  const micros = String(Math.floor((atMs % 1000) * 1000)).padStart(6, '0')
  return `${new Date(atMs).toISOString().slice(0, 19)}.${micros}+0000`
}

/** A moment as C's `ctime` prints it in UTC, without its newline: `Fri Nov 20 11:35:11 2026`, `Thu Jan  1 00:00:00 1970`. */
export function formatCtime(atMs: InstantMs): string {
  const at = new Date(atMs)
  const day = String(at.getUTCDate()).padStart(2)
  const time = at.toISOString().slice(11, 19)
  return `${days[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${day} ${time} ${at.getUTCFullYear()}`
}
