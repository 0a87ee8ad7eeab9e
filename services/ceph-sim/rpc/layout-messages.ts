import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { CloneFormat, ImageLayout } from '../rbd.ts'

/** How `ImageLayout` is spelled in the requests that make images. */
interface LayoutFields {
  readonly order?: number | undefined
  readonly features: readonly string[]
  readonly stripeUnitBytes?: number | undefined
  readonly stripeCount?: number | undefined
  readonly dataPool?: string | undefined
  readonly withoutFeatures: boolean
  readonly shared: boolean
}

export function toLayout(message: LayoutFields): ImageLayout {
  const { order, stripeUnitBytes, stripeCount, dataPool, withoutFeatures, shared } = message
  const features = withoutFeatures || message.features.length > 0 ? message.features : undefined
  return {
    ...(order !== undefined && { order }),
    ...(stripeUnitBytes !== undefined && { stripeUnitBytes }),
    ...(stripeCount !== undefined && { stripeCount }),
    ...(dataPool !== undefined && { dataPool }),
    ...(features && { features }),
    ...(shared && { shared }),
  }
}

/** A list cannot be absent in a message, so having no feature is said apart from not saying which. */
export function fromLayout({ order, stripeUnitBytes, stripeCount, dataPool, features, shared }: ImageLayout) {
  const named = [...(features ?? [])]
  const withoutFeatures = features !== undefined && named.length === 0
  return { order, stripeUnitBytes, stripeCount, dataPool, features: named, withoutFeatures, shared }
}

export function toCloneFormat(text: string | undefined): { cloneFormat?: CloneFormat } {
  if (text === undefined) return {}
  if (text === '1' || text === '2') return { cloneFormat: text === '1' ? 1 : 2 }
  if (text === 'auto') return { cloneFormat: text }
  throw new InvalidArgumentError(`there is no clone format '${text}'`, { errno: 'EINVAL' })
}
