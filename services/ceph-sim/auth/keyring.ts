import { type DaemonType, daemonTypes, type Identity, type NewIdentity } from './identity.ts'

/** A user as keyring files have it: its key, and its caps where they are known. */
export function formatKeyring({ entity, key, caps }: Identity): string {
  const given = daemonTypes.filter((daemon) => caps[daemon] !== undefined)
  return `[${entity}]\n\tkey = ${key}\n${given.map((daemon) => `\tcaps ${daemon} = "${caps[daemon]}"\n`).join('')}`
}

/** The users of a keyring file; undefined when it is none. */
export function parseKeyring(text: string): readonly NewIdentity[] | undefined {
  const found: { entity: string; key?: string; caps: Partial<Record<DaemonType, string>> }[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    const section = /^\[([^\]]+)\]$/.exec(line)
    if (section) {
      found.push({ entity: section[1]!, caps: {} })
      continue
    }
    const user = found.at(-1)
    const [, name = '', value = ''] = /^([^=]+?)\s*=\s*(.*)$/.exec(line) ?? []
    const setting = name.replaceAll(/[\s_]+/g, ' ')
    const daemon = daemonTypes.find((each) => setting === `caps ${each}`)
    if (!user || name === '') return undefined
    if (setting === 'key') user.key = value
    else if (daemon) user.caps[daemon] = value.replace(/^"(.*)"$/, '$1')
    else if (setting !== 'auid') return undefined
  }
  return found
}

/** The key of a user in a keyring file's text. */
export function keyIn(text: string, entity: string): string | undefined {
  return parseKeyring(text)?.find((user) => user.entity === entity)?.key
}
