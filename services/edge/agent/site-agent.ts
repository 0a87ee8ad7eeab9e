import type { SiteAgent } from '#openstack/site-agent.ts'
import type { ServerService } from '../servers/server-service.ts'
import type { VolumeService } from '../volumes/volume-service.ts'
import type { ComputeLog } from './compute-log.ts'

/** The site's port over its services. */
export function createSiteAgent(volumes: VolumeService, servers: ServerService, log: ComputeLog): SiteAgent {
  return {
    createVolume: (request, options) => volumes.createVolume(request, options),
    deleteVolume: (volumeId, options) => volumes.deleteVolume(volumeId, options),
    createVolumeSnapshot: (request, options) => volumes.createVolumeSnapshot(request, options),
    deleteVolumeSnapshot: (request, options) => volumes.deleteVolumeSnapshot(request, options),
    spawnServer: (request, options) => servers.spawn(request, options),
    powerOffServer: (request, options) => servers.powerOff(request, options),
    powerOnServer: (request, options) => servers.powerOn(request, options),
    destroyServer: (request, options) => servers.destroy(request, options),
    snapshotDisk: (request, options) => servers.snapshotDisk(request, options),
    computeLog: async () => log.lines(),
  }
}
