import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'

/**
 * Where Glance keeps an image: `rbd://FSID/POOL/IMAGE/SNAPSHOT`, or the old short form `rbd://IMAGE`, which names
 * neither cluster nor snapshot and can be read but never cloned.
 */
export interface RbdLocation {
  readonly fsid?: string
  readonly pool?: string
  readonly image: string
  readonly snapshot?: string
}

/** A location that names everything a clone needs. */
export type FullRbdLocation = Required<RbdLocation>

const prefix = 'rbd://'

/**
 * @throws InvalidArgumentError with glance_store's reason when it is not an RBD location
 * @see openstack/glance_store glance_store/_drivers/rbd.py, StoreLocation
 */
export function parseLocationUrl(url: string): RbdLocation {
  if (!url.startsWith(prefix)) throw invalid(url, 'URI must start with rbd://')
  const pieces = url.slice(prefix.length).split('/')
  if (pieces.length !== 1 && pieces.length !== 4) throw invalid(url, 'URI must have exactly 1 or 4 components')
  if (pieces.includes('')) throw invalid(url, 'URI cannot contain empty components')
  if (pieces.length === 1) return { image: pieces[0]! }
  const [fsid = '', pool = '', image = '', snapshot = ''] = pieces.map((piece) => unquote(url, piece))
  return { fsid, pool, image, snapshot }
}

/** The location if it is one that can be cloned from (all four parts), else undefined. */
export function parseFullLocationUrl(url: string): FullRbdLocation | undefined {
  try {
    const { fsid, pool, image, snapshot } = parseLocationUrl(url)
    if (fsid === undefined || pool === undefined || snapshot === undefined) return undefined
    return { fsid, pool, image, snapshot }
  } catch (error) {
    if (error instanceof InvalidArgumentError) return undefined
    throw error
  }
}

export function formatLocationUrl({ fsid, pool, image, snapshot }: RbdLocation): string {
  if (!fsid || !pool || !snapshot) return `${prefix}${image}`
  return prefix + [fsid, pool, image, snapshot].map(quote).join('/')
}

/** Python's `quote(text, safe='')`: also what encodeURIComponent leaves alone. */
function quote(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function unquote(url: string, piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch (cause) {
    throw new InvalidArgumentError(`Invalid URI: ${url}`, { url }, { cause })
  }
}

function invalid(url: string, reason: string): InvalidArgumentError {
  return new InvalidArgumentError(`Invalid URI: ${reason}`, { url })
}
