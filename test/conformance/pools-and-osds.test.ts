import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { connectAdmin, GiB, startTestCluster } from '../support/memory-cluster.ts'
import { poolsAndOsdsConformance } from './pools-and-osds-port.ts'

const capacity = { osds: 4, osdSizeBytes: 100 * GiB, replicas: 3 }

poolsAndOsdsConformance('in process', async () => {
  const { cluster, clock } = await startTestCluster({ capacity })
  return { cluster, clock, client: connectAdmin(cluster), stop: () => cluster.stop() }
})

poolsAndOsdsConformance('over gRPC', async () => {
  const { cluster, clock } = await startTestCluster({ capacity })
  const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
  const key = cluster.identities.keyOf('client.admin')
  const client = connectCluster({ address: await server.start(), user: 'admin', key })
  return {
    cluster,
    clock,
    client,
    async stop() {
      client.close()
      await server.stop({ drainMs: 100 })
      await cluster.stop()
    },
  }
})
