import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { startTestCluster } from '../support/memory-cluster.ts'
import { rbdPortConformance } from './rbd-port.ts'

rbdPortConformance('over gRPC', async ({ capacity }) => {
  const { cluster } = await startTestCluster(capacity ? { capacity } : {})
  const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
  const address = await server.start()
  const clients: { close(): void }[] = []
  return {
    cluster,
    connect: (credentials) => {
      const rbd = connectCluster({ address, ...credentials })
      clients.push(rbd)
      return rbd
    },
    async stop() {
      for (const client of clients) client.close()
      await server.stop({ drainMs: 100 })
      await cluster.stop()
    },
  }
})
