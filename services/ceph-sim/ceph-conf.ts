/** A configuration file of Ceph: options by section. `mon host`, `mon_host` and `mon-host` are one option. */
export class CephConf {
  readonly #sections: ReadonlyMap<string, ReadonlyMap<string, string>>

  private constructor(sections: ReadonlyMap<string, ReadonlyMap<string, string>>) {
    this.#sections = sections
  }

  static parse(text: string): CephConf {
    const sections = new Map<string, Map<string, string>>()
    let options = new Map<string, string>()
    for (const line of text.replaceAll(/\\\n\s*/g, '').split('\n')) {
      const words = line.replace(/\s*(?:^|\s)[#;].*$/, '').trim()
      const section = /^\[([^\]]+)\]$/.exec(words)?.[1]
      if (section !== undefined) {
        options = sections.get(section) ?? new Map()
        sections.set(section, options)
        continue
      }
      const [, name, value] = /^([^=]+?)\s*=\s*(.*)$/.exec(words) ?? []
      if (name !== undefined && value !== undefined) options.set(spelled(name), value.replace(/^"(.*)"$/, '$1'))
    }
    return new CephConf(sections)
  }

  /** An option as `entity` (`client.openstack`) finds it: its own section, its kind's, then the global one. */
  get(option: string, entity: string): string | undefined {
    const kind = entity.split('.')[0] ?? ''
    for (const section of [entity, kind, 'global']) {
      const value = this.#sections.get(section)?.get(spelled(option))
      if (value !== undefined) return value
    }
    return undefined
  }
}

/** `$cluster`, `$name`, `$type` and `$id` in an option's value. */
export function expandVariables(text: string, { cluster, entity }: { cluster: string; entity: string }): string {
  const [type = '', ...id] = entity.split('.')
  const values: Readonly<Record<string, string>> = { cluster, name: entity, type, id: id.join('.') }
  return text.replaceAll(/\$(?:(cluster|name|type|id)\b|\{(cluster|name|type|id)\})/g, (_, plain, braced) => {
    return values[(plain ?? braced) as string] ?? ''
  })
}

/** The first address of `mon_host`: `10.0.0.1:6789`, or `[v2:10.0.0.1:3300,v1:10.0.0.1:6789]`. */
export function firstMonitor(monHost: string): string {
  const [first = ''] = monHost.replaceAll(/[[\]]/g, '').split(/[,\s]+/)
  return first.replace(/^v[12]:/, '').replace(/\/\d+$/, '')
}

function spelled(option: string): string {
  return option.trim().replaceAll(/[\s_-]+/g, '_')
}
