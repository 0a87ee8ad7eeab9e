import type { PoolInfo } from '#ceph-sim/rbd.ts'
import { reasonOf } from '../rbd/errno.ts'
import { type CephCommand, type CephContext, cephError, printJson } from './ceph-context.ts'

async function pools(context: CephContext): Promise<readonly PoolInfo[]> {
  return (await context.cluster()).listPools({ signal: context.io.signal })
}

export const listPools: CephCommand = {
  names: ['osd pool ls'],
  run: async (context, [detail]) => {
    const found = await pools(context)
    if (context.format !== 'plain')
      printJson(context, detail === 'detail' ? found.map(poolDocument) : found.map(({ name }) => name))
    else context.io.stdout(found.map((pool) => `${detail === 'detail' ? poolLine(pool) : pool.name}\n`).join(''))
  },
}

export const lsPools: CephCommand = {
  names: ['osd lspools'],
  run: async (context) => {
    const found = await pools(context)
    if (context.format !== 'plain')
      printJson(
        context,
        found.map(({ id, name }) => ({ poolnum: id, poolname: name })),
      )
    else context.io.stdout(found.map(({ id, name }) => `${id} ${name}\n`).join(''))
  },
}

/** Placement groups and the rest are accepted and not simulated. */
export const createPool: CephCommand = {
  names: ['osd pool create'],
  run: async (context, [name]) => {
    if (name === undefined) throw cephError('EINVAL', 'invalid command')
    const rbd = await context.cluster()
    try {
      await rbd.createPool(name, { signal: context.io.signal })
      context.io.stderr(`pool '${name}' created\n`)
    } catch (thrown) {
      if (reasonOf(thrown) !== 'pool_exists') throw thrown
      context.io.stderr(`pool '${name}' already exists\n`)
    }
  },
}

function minSize(replicas: number): number {
  return replicas - Math.floor(replicas / 2)
}

function poolLine({ id, name, replicas, pgNum }: PoolInfo): string {
  const size = `replicated size ${replicas} min_size ${minSize(replicas)} crush_rule 0 object_hash rjenkins`
  const groups = `pg_num ${pgNum} pgp_num ${pgNum} autoscale_mode off last_change 1`
  return `pool ${id} '${name}' ${size} ${groups} flags hashpspool,selfmanaged_snaps stripe_width 0 application rbd`
}

function poolDocument({ id, name, replicas, pgNum }: PoolInfo) {
  return {
    pool_id: id,
    pool_name: name,
    flags_names: 'hashpspool,selfmanaged_snaps',
    type: 1,
    size: replicas,
    min_size: minSize(replicas),
    crush_rule: 0,
    pg_autoscale_mode: 'off',
    pg_num: pgNum,
    pg_placement_num: pgNum,
    application_metadata: { rbd: {} },
  }
}
