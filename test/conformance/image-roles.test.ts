import { afterAll } from 'vitest'
import type { Cluster } from '#ceph-sim/app.ts'
import { connectCluster } from '#ceph-sim/rpc/cluster-client.ts'
import { serveCluster } from '#ceph-sim/rpc/cluster-server.ts'
import { createRpcServer, type RpcServer } from '#kernel/rpc/rpc-server.ts'
import { connectAdmin, startTestCluster } from '../support/memory-cluster.ts'
import { imageGroupsConformance } from './image-groups-port.ts'
import { type ImageRolesUnderTest, imageRolesConformance } from './image-roles-port.ts'

async function inProcess(): Promise<ImageRolesUnderTest> {
  const { cluster, clock } = await startTestCluster()
  return { cluster, clock, connect: () => connectAdmin(cluster), stop: () => cluster.stop() }
}

/** One server for all tests, in front of the cluster of the present one; keys tell the clusters apart. */
const clusters = new Map<string, Cluster>()
let door: { server: RpcServer; address: string } | undefined

async function openDoor(): Promise<string> {
  if (!door) {
    const services = serveCluster((who) => clusters.get(who.key)!.connect(who))
    const server = createRpcServer({ address: '127.0.0.1:0', services })
    door = { server, address: await server.start() }
  }
  return door.address
}
afterAll(async () => door?.server.stop({ drainMs: 100 }))

async function overGrpc(): Promise<ImageRolesUnderTest> {
  const { cluster, clock } = await startTestCluster({ seed: `over gRPC ${clusters.size}` })
  const key = cluster.identities.keyOf('client.admin')
  clusters.set(key, cluster)
  const client = connectCluster({ address: await openDoor(), user: 'admin', key })
  return {
    cluster,
    clock,
    connect: () => client,
    async stop() {
      client.close()
      await cluster.stop()
    },
  }
}

imageRolesConformance('in process', inProcess)
imageRolesConformance('over gRPC', overGrpc)
imageGroupsConformance('in process', inProcess)
imageGroupsConformance('over gRPC', overGrpc)
