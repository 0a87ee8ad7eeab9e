import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { startTestCluster } from '../support/memory-cluster.ts'
import { diffsAndCopiesConformance } from './diffs-and-copies-port.ts'

diffsAndCopiesConformance('in process', async () => {
  const { cluster } = await startTestCluster()
  return { cluster, connect: (credentials) => cluster.connect(credentials), stop: () => cluster.stop() }
})

diffsAndCopiesConformance('over gRPC', async () => {
  const { cluster } = await startTestCluster()
  const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
  const address = await server.start()
  const clients: { close(): void }[] = []
  return {
    cluster,
    connect: (credentials) => {
      const client = connectCluster({ address, ...credentials })
      clients.push(client)
      return client
    },
    async stop() {
      for (const client of clients) client.close()
      await server.stop({ drainMs: 100 })
      await cluster.stop()
    },
  }
})
