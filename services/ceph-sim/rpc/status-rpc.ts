import { InternalError, InvalidArgumentError } from '#kernel/errors/domain-error.ts'
import type { RpcClient } from '#kernel/rpc/rpc-client.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { ClusterReport__Output, ClusterReport as ClusterReportMessage } from '#proto/dcnsim/v1/ClusterReport.ts'
import type { PoolReport__Output, PoolReport as PoolReportMessage } from '#proto/dcnsim/v1/PoolReport.ts'
import type { ClusterClient } from '../cluster-client.ts'
import type { ClusterStatus, PoolReport, RatioName, Status } from '../port/status.ts'
import type { SessionOf } from './sessions.ts'

/** How a cluster is, over gRPC: both ends of `dcnsim.v1.ClusterState`. */

export function serveStatus(session: SessionOf<ClusterClient>): RpcServiceImplementation {
  return implement('dcnsim.v1.ClusterState', {
    GetReport: async (_, context) => fromStatus(await (await session(context)).status.report(context)),
    SetFlag: async ({ flag }, context) => {
      await (await session(context)).status.setFlag(flag, context)
      return {}
    },
    UnsetFlag: async ({ flag }, context) => {
      await (await session(context)).status.unsetFlag(flag, context)
      return {}
    },
    SetRatio: async ({ ratio, value }, context) => {
      await (await session(context)).status.setRatio(ratioOf(ratio), value, context)
      return {}
    },
  })
}

export function statusClient(client: RpcClient<'dcnsim.v1.ClusterState'>): Status {
  return {
    report: async (options) => toStatus(await client.unary('GetReport', {}, options)),
    setFlag: async (flag, options) => void (await client.unary('SetFlag', { flag }, options)),
    unsetFlag: async (flag, options) => void (await client.unary('UnsetFlag', { flag }, options)),
    setRatio: async (ratio, value, options) => void (await client.unary('SetRatio', { ratio, value }, options)),
  }
}

function ratioOf(text: string): RatioName {
  if (text === 'full' || text === 'backfillfull' || text === 'nearfull') return text
  throw new InvalidArgumentError(`'${text}' is not a ratio`, { errno: 'EINVAL' })
}

function fromStatus({ osdMap, osds, groups, pools, health, ...status }: ClusterStatus): ClusterReportMessage {
  return {
    ...status,
    osdMap: { ...osdMap, flags: [...osdMap.flags] },
    osds: [...osds],
    groups: { ...groups, states: [...groups.states] },
    pools: pools.map(fromPool),
    health: health.map((check) => ({ ...check, detail: [...check.detail] })),
  }
}

function fromPool({ flags, applications, options, ...pool }: PoolReport): PoolReportMessage {
  return {
    ...pool,
    flags: [...flags],
    applications: applications.map(({ name, pairs }) => ({ name, pairs: [...pairs] })),
    options: [...options],
  }
}

function toStatus({ osdMap, groups, pools, health, ...report }: ClusterReport__Output): ClusterStatus {
  return {
    ...report,
    osdMap: required(osdMap),
    groups: required(groups),
    pools: pools.map(toPool),
    health: health.map((check) => ({
      ...check,
      severity: check.severity === 'HEALTH_ERR' ? 'HEALTH_ERR' : 'HEALTH_WARN',
    })),
  }
}

function toPool({ io, ...pool }: PoolReport__Output): PoolReport {
  return { ...pool, io: required(io) }
}

function required<T>(part: T | null): T {
  if (part === null) throw new InternalError('a report came without one of its parts')
  return part
}
