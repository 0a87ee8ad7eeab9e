import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer } from '#kernel/rpc/rpc-server.ts'
import { connectAdmin, startTestCluster } from '../support/memory-cluster.ts'
import { clientAccessConformance } from './client-access-port.ts'

clientAccessConformance('in process', async () => {
  const { cluster, clock } = await startTestCluster()
  return { clock, connect: () => connectAdmin(cluster), stop: () => cluster.stop() }
})

clientAccessConformance('over gRPC', async () => {
  const { cluster, clock } = await startTestCluster()
  const server = createRpcServer({ address: '127.0.0.1:0', services: serveCluster((who) => cluster.connect(who)) })
  const address = await server.start()
  const clients: { close(): void }[] = []
  return {
    clock,
    connect: () => {
      const client = connectCluster({ address, user: 'admin', key: cluster.identities.keyOf('client.admin') })
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
