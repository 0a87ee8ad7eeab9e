import { implement } from '#kernel/rpc/rpc-server.ts'
import { powerState, serverStatus } from '#openstack/states/server.ts'
import type { Server as ServerMessage } from '#proto/dcnsim/v1/Server.ts'
import type { Hub } from '../app.ts'
import type { Server } from '../servers/server.ts'
import { actorOf } from './actor-metadata.ts'

/** `dcnsim.v1.Servers`: Nova by gRPC, and the little of Neutron that a boot needs. */
export function serversDoor(hub: Hub) {
  const { servers, serverImages, tenancy, catalogue, sites } = hub
  const message = async (server: Server) => serverMessage(server, (await catalogue.flavors.get(server.flavorId))?.name)
  return implement('dcnsim.v1.Servers', {
    CreateServer: async ({ securityGroupIds, ...request }, { metadata }) =>
      message(await servers.create(actorOf(metadata), { ...request, securityGroups: securityGroupIds })),
    GetServer: async ({ serverId }, { metadata }) => message(await servers.get(actorOf(metadata), serverId)),
    ListServers: async (filter, { metadata }) => ({
      servers: await Promise.all((await servers.list(actorOf(metadata), filter)).map(message)),
    }),
    DeleteServer: async ({ serverId }, { metadata }) => {
      await servers.delete(actorOf(metadata), serverId)
      return {}
    },
    StopServer: async ({ serverId }, { metadata }) => {
      await servers.stop(actorOf(metadata), serverId)
      return {}
    },
    StartServer: async ({ serverId }, { metadata }) => {
      await servers.start(actorOf(metadata), serverId)
      return {}
    },
    CreateServerImage: async ({ serverId, name }, { metadata }) => ({
      imageId: await serverImages.create(actorOf(metadata), serverId, name),
    }),
    ListFlavors: async () => ({ flavors: [...(await catalogue.flavors.list())] }),
    CreateFlavor: (flavor) => tenancy.createFlavor(flavor),
    ListKeypairs: async () => ({ keypairs: [...(await catalogue.keypairs.list())] }),
    CreateKeypair: ({ name }) => tenancy.createKeypair(name),
    ListNetworks: async () => ({ networks: [...(await catalogue.networks.list())] }),
    CreateNetwork: (network) => tenancy.createNetwork(network),
    ListSecurityGroups: async () => ({ securityGroups: [...(await catalogue.securityGroups.list())] }),
    CreateSecurityGroup: ({ name }) => tenancy.createSecurityGroup(name),
    ListAvailabilityZones: async () => ({
      zones: sites.status().map(({ id, state }) => ({ name: id, available: state === 'up' })),
    }),
  })
}

function serverMessage(server: Server, flavorName = ''): ServerMessage {
  return {
    ...server,
    status: serverStatus(server.vmState),
    powerState: powerState(server.vmState),
    flavorName,
    addresses: [...server.addresses],
    securityGroups: [...server.securityGroups],
    volumeIds: server.rootVolumeId ? [server.rootVolumeId] : [],
    instanceName: `instance-${server.id.slice(0, 8)}`,
  }
}
