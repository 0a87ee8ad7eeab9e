/** What `--help` prints: how a program is used, and which of its commands there are here, other names beside them. */
export function helpText(usage: string, commands: readonly { readonly names: readonly string[] }[]): string {
  const lines = commands.map(({ names }) => `  ${names.join(', ')}\n`).sort()
  const close = 'Arguments, output and exit codes are those of Ceph 16.2.15.'
  return `usage: ${usage}\n\nSimulated commands:\n${lines.join('')}\n${close}\n`
}
