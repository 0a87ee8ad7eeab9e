import type { InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { ImageLayout } from '../../rbd.ts'
import { configValue } from '../config/config-options.ts'
import { dataPoolMissing, invalid, orderOutOfRange } from '../refusals.ts'
import type { ClusterState, PoolState } from '../state.ts'
import { featuresOfBits, newFeatures, sharableFeatures } from './features.ts'

const minOrder = 12
const maxOrder = 25

/** How a new image lies on its objects, and what it can do. */
export interface NewLayout {
  readonly order: number
  readonly stripeUnit: number
  readonly stripeCount: number
  readonly dataPool: PoolState
  readonly features: readonly string[]
}

/**
 * What was asked for, completed by what the pool and the cluster are configured to (`rbd_default_*`).
 *
 * @throws OutOfRangeError (EDOM) for the order; InvalidArgumentError (EINVAL) for striping and features that cannot be;
 * NotFoundError (ENOENT) for the data pool
 */
export function newLayout(
  state: ClusterState,
  pool: PoolState,
  { entity, ...asked }: ImageLayout & { readonly entity?: string | undefined },
): NewLayout {
  const configured = (name: string) => configValue(state, `rbd_default_${name}`, { pool, entity })
  const order = asked.order ?? Number(configured('order'))
  if (!Number.isInteger(order) || order < minOrder || order > maxOrder) throw orderOutOfRange(order)
  const striping = stripingOf(2 ** order, {
    unit: asked.stripeUnitBytes || Number(configured('stripe_unit')),
    count: asked.stripeCount || Number(configured('stripe_count')),
  })
  const dataPoolName = asked.dataPool ?? configured('data_pool')
  const dataPool = dataPoolName === '' ? pool : state.pools.get(dataPoolName)
  if (!dataPool) throw dataPoolMissing(dataPoolName)
  const isStriped = striping.stripeUnit !== 2 ** order || striping.stripeCount !== 1
  const chosen = asked.features ?? featuresOfBits(Number(configured('features')))
  const features = asked.shared ? sharableFeatures(chosen) : chosen
  return {
    order,
    ...striping,
    dataPool,
    features: newFeatures(features, { isStriped, hasDataPool: dataPool !== pool }),
  }
}

/** Both or neither; 0 is neither. */
function stripingOf(objectBytes: number, { unit, count }: { unit: number; count: number }) {
  if ((unit === 0) !== (count === 0)) throw halfStriping()
  if (unit === 0) return { stripeUnit: objectBytes, stripeCount: 1 }
  if (!Number.isInteger(unit) || unit < 0 || objectBytes % unit !== 0) {
    throw invalid('the stripe unit does not divide the object size', { stripeUnitBytes: unit, objectBytes })
  }
  if (!Number.isInteger(count) || count < 0) throw invalid(`${count} is not a count of objects`)
  return { stripeUnit: unit, stripeCount: count }
}

export function halfStriping(): InvalidArgumentError {
  return invalid('a stripe unit needs a stripe count, and the other way round')
}
