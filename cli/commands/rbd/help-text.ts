/** What `--help` prints: how a program is used, and which of its commands there are here. */
export function helpText(usage: string, commands: readonly { readonly names: readonly string[] }[]): string {
  const names = commands.flatMap((command) => command.names).sort()
  return `usage: ${usage}\n\nSimulated commands:\n${names.map((name) => `  ${name}\n`).join('')}`
}
