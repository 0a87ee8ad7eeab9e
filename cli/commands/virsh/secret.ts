import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import { escapeXml } from '../../format/document.ts'
import { readXml, type XmlElement } from '../../format/xml-reader.ts'

/** A secret as libvirt keeps it: what a hypervisor opens a Ceph cluster with (C27). */
export interface Secret {
  readonly uuid: string
  /** Forgotten when the hypervisor's service restarts. */
  readonly ephemeral: boolean
  /** Its value is told to no client. */
  readonly private: boolean
  readonly description?: string
  readonly usage?: { readonly type: UsageType; readonly id: string }
  /** Base64; absent until it is set. */
  readonly value?: string
}

/** What a secret is for, with the element that names it. */
const usageElements = { volume: 'volume', ceph: 'name', iscsi: 'target', tls: 'name', vtpm: 'name' } as const
export type UsageType = keyof typeof usageElements

const uuidPattern = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

/**
 * Reads `<secret ephemeral='no' private='no'><usage type='ceph'><name>client.volumes secret</name></usage></secret>`.
 *
 * @param newUuid - for one that names none
 * @throws InvalidArgumentError in libvirt's words
 */
export function parseSecret(xml: string, newUuid: () => string): Secret {
  const root = readXml(xml)
  if (root.name !== 'secret') {
    throw invalid(`XML error: unexpected root element <${root.name}>, expecting <secret>`)
  }
  const uuid = childText(root, 'uuid')
  if (uuid !== undefined && !uuidPattern.test(uuid)) throw invalid('internal error: malformed uuid element')
  const description = childText(root, 'description')
  const usage = root.children.find(({ name }) => name === 'usage')
  return {
    uuid: uuid === undefined ? newUuid() : dashed(uuid),
    ephemeral: flag(root, 'ephemeral'),
    private: flag(root, 'private'),
    ...(description !== undefined && { description }),
    ...(usage && usageOf(usage)),
  }
}

function usageOf(element: XmlElement): Pick<Secret, 'usage'> {
  const { type } = element.attributes
  if (type === undefined) throw invalid('XML error: unknown secret usage type')
  if (type === 'none') return {}
  if (!isUsageType(type)) throw invalid(`XML error: unknown secret usage type ${type}`)
  const id = childText(element, usageElements[type])
  if (!id) throw invalid(`XML error: ${type === 'ceph' ? 'Ceph' : type} usage specified, but name is missing`)
  return { usage: { type, id } }
}

/** As `virsh secret-dumpxml` prints it: without the value. */
export function formatSecret({ uuid, ephemeral, private: isPrivate, description, usage }: Secret): string {
  const word = (yes: boolean) => (yes ? 'yes' : 'no')
  const lines = [
    `<secret ephemeral='${word(ephemeral)}' private='${word(isPrivate)}'>`,
    `  <uuid>${uuid}</uuid>`,
    ...(description === undefined ? [] : [`  <description>${escapeXml(description)}</description>`]),
    ...(usage ? usageLines(usage) : []),
    '</secret>',
  ]
  return `${lines.join('\n')}\n`
}

function usageLines({ type, id }: NonNullable<Secret['usage']>): readonly string[] {
  const element = usageElements[type]
  return [`  <usage type='${type}'>`, `    <${element}>${escapeXml(id)}</${element}>`, '  </usage>']
}

function isUsageType(text: string): text is UsageType {
  return Object.hasOwn(usageElements, text)
}

function childText({ children }: XmlElement, name: string): string | undefined {
  return children.find((child) => child.name === name)?.text.trim()
}

function flag({ attributes }: XmlElement, name: string): boolean {
  const value = attributes[name]
  if (value === undefined || value === 'no') return false
  if (value === 'yes') return true
  throw invalid(`XML error: invalid value of '${name}'`)
}

function dashed(uuid: string): string {
  const hex = uuid.replaceAll('-', '').toLowerCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function invalid(message: string): InvalidArgumentError {
  return new InvalidArgumentError(message, { errno: 'EINVAL' })
}
