export const shellNames = ['sh', 'bash', 'zsh', 'fish'] as const
export type ShellName = (typeof shellNames)[number]

/** Lines for a shell to evaluate: `path` comes first on PATH, and the variables are exported. */
export function shellExports(
  shell: ShellName,
  { path, variables }: { path: string; variables: Readonly<Record<string, string>> },
): string {
  const entries = Object.entries(variables)
  const lines =
    shell === 'fish'
      ? [
          `set -gx PATH ${fishQuoted(path)} $PATH`,
          ...entries.map(([name, value]) => `set -gx ${name} ${fishQuoted(value)}`),
        ]
      : [`export PATH=${quoted(path)}:"$PATH"`, ...entries.map(([name, value]) => `export ${name}=${quoted(value)}`)]
  return lines.map((line) => `${line}\n`).join('')
}

/** One word of a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
