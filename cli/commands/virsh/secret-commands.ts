import { DomainError } from '#kernel/errors/domain-error.ts'
import { formatSecret, parseSecret, type Secret } from './secret.ts'
import { type VirshCommand, type VirshContext, VirshFailure } from './virsh-context.ts'

function find({ hypervisors, site, get }: VirshContext): Secret {
  const wanted = get('secret')!.toLowerCase()
  const secret = hypervisors.secrets(site).find(({ uuid }) => uuid === wanted)
  if (secret) return secret
  throw new VirshFailure(
    `failed to get secret '${wanted}'`,
    `Secret not found: no secret with matching uuid '${wanted}'`,
  )
}

function save({ hypervisors, site }: VirshContext, secret: Secret): void {
  const others = hypervisors.secrets(site).filter(({ uuid }) => uuid !== secret.uuid)
  hypervisors.saveSecrets(site, [...others, secret])
}

/** Again with the same UUID, it replaces what was defined and keeps the value. */
export const define: VirshCommand = {
  name: 'secret-define',
  options: ['file'],
  flags: ['validate'],
  required: ['file'],
  run: async (context) => {
    const { hypervisors, site } = context
    const file = context.get('file')!
    const secret = await context.readFile(file).then((xml) => {
      try {
        return parseSecret(xml, () => hypervisors.newUuid())
      } catch (thrown) {
        if (!(thrown instanceof DomainError)) throw thrown
        throw new VirshFailure(`Failed to set attributes from ${file}`, thrown.message)
      }
    })
    const known = hypervisors.secrets(site)
    const { usage } = secret
    const rival = usage && known.find((each) => each.usage?.type === usage.type && each.usage.id === usage.id)
    if (rival && rival.uuid !== secret.uuid) {
      throw new VirshFailure(
        `Failed to set attributes from ${file}`,
        `internal error: a secret with UUID ${rival.uuid} already defined for use with ${usage.id}`,
      )
    }
    const value = known.find(({ uuid }) => uuid === secret.uuid)?.value
    save(context, { ...secret, ...(value !== undefined && { value }) })
    return `Secret ${secret.uuid} created\n`
  },
}

export const setValue: VirshCommand = {
  name: 'secret-set-value',
  options: ['secret', 'base64', 'file'],
  flags: ['plain'],
  required: ['secret'],
  run: async (context) => {
    const secret = find(context)
    const [typed, file] = [context.get('base64'), context.get('file')]
    if (typed !== undefined && file !== undefined) {
      throw new VirshFailure('Options --file and --base64 are mutually exclusive')
    }
    if (typed === undefined && file === undefined) {
      throw new VirshFailure('Input secret value is missing')
    }
    if (typed !== undefined) {
      context.io.stderr('error: Passing secret value as command-line argument is insecure!\n')
    }
    const text = typed ?? (await context.readFile(file!))
    const bytes = Buffer.from(text, context.get('plain') === undefined ? 'base64' : 'utf8')
    save(context, { ...secret, value: bytes.toString('base64') })
    return 'Secret value set\n'
  },
}

export const getValue: VirshCommand = {
  name: 'secret-get-value',
  options: ['secret'],
  flags: ['plain'],
  required: ['secret'],
  run: async (context) => {
    const { uuid, value, private: isPrivate } = find(context)
    if (isPrivate) throw new VirshFailure('Requested operation is not valid: secret is private')
    if (value === undefined) throw new VirshFailure(`Secret not found: secret '${uuid}' does not have a value`)
    return context.get('plain') === undefined ? value : Buffer.from(value, 'base64').toString()
  },
}

export const list: VirshCommand = {
  name: 'secret-list',
  options: [],
  flags: ['ephemeral', 'no-ephemeral', 'private', 'no-private'],
  required: [],
  run: async ({ hypervisors, site, get }) => {
    const fits = (secret: Secret) =>
      (['ephemeral', 'private'] as const).every((name) => {
        const [yes, no] = [get(name) !== undefined, get(`no-${name}`) !== undefined]
        return yes === no || secret[name] === yes
      })
    const shown = hypervisors
      .secrets(site)
      .filter(fits)
      .toSorted((a, b) => (a.uuid < b.uuid ? -1 : 1))
    return table([
      ['UUID', 'Usage'],
      ...shown.map(({ uuid, usage }) => [uuid, usage ? `${usage.type} ${usage.id}` : 'Unused']),
    ])
  },
}

export const undefine: VirshCommand = {
  name: 'secret-undefine',
  options: ['secret'],
  flags: [],
  required: ['secret'],
  run: async (context) => {
    const { uuid } = find(context)
    const { hypervisors, site } = context
    hypervisors.saveSecrets(
      site,
      hypervisors.secrets(site).filter((each) => each.uuid !== uuid),
    )
    return `Secret ${uuid} deleted\n`
  },
}

export const dumpXml: VirshCommand = {
  name: 'secret-dumpxml',
  options: ['secret'],
  flags: [],
  required: ['secret'],
  run: async (context) => formatSecret(find(context)),
}

/** As virsh prints tables: a space before each cell, three after all but the last, a line of dashes as wide as all. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => ` ${column < row.length - 1 ? `${cell.padEnd(widths[column]!)}  ` : cell}`).join('')
  const dashes = '-'.repeat(widths.reduce((sum, width) => sum + width + 3, 0))
  const [heading = [], ...others] = rows
  return [line(heading), dashes, ...others.map(line), ''].join('\n')
}
