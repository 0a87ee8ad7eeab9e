import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { startTestCluster } from '../support/memory-cluster.ts'
import { imageAttributesConformance } from './image-attributes-port.ts'

imageAttributesConformance('in process', async () => {
  const { cluster } = await startTestCluster()
  const connect = (user: string) => cluster.connect({ user, key: cluster.identities.keyOf(user) })
  return { cluster, connect, stop: () => cluster.stop() }
})

imageAttributesConformance('over gRPC', async () => {
  const { cluster } = await startTestCluster()
  const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
  const address = await server.start()
  const clients: { close(): void }[] = []
  return {
    cluster,
    connect: (user) => {
      const client = connectCluster({ address, user, key: cluster.identities.keyOf(user) })
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
