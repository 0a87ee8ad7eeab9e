import { createHash } from 'node:crypto'
import { isoSeconds, isoStored } from '../api-time.ts'
import type { CloudServer } from '../cloud.ts'
import { type Cell, FormattedCell, listsCell, mapCell, mapsCell } from './cells.ts'

export const bootedFromVolume = 'N/A (booted from volume)'

const powerStates = ['NOSTATE', 'Running', '', 'Paused', 'Shutdown', '', 'Crashed', 'Suspended']

/**
 * A server as `openstack server show` prints it for an administrator. There is no `adminPass`: the simulated Nova runs
 * with `enable_instance_password = false`.
 *
 * @param image - what to print for the image: `name (id)`, or that the server boots from a volume
 * @see golden/cli/osc_server_show.jsonl
 */
export function serverCells(server: CloudServer, image: string): Readonly<Record<string, Cell>> {
  return {
    'OS-DCF:diskConfig': 'MANUAL',
    'OS-EXT-AZ:availability_zone': server.availabilityZone,
    'OS-EXT-SRV-ATTR:host': server.host || null,
    'OS-EXT-SRV-ATTR:hypervisor_hostname': server.host || null,
    'OS-EXT-SRV-ATTR:instance_name': server.instanceName,
    'OS-EXT-STS:power_state': powerState(server),
    'OS-EXT-STS:task_state': server.taskState || null,
    'OS-EXT-STS:vm_state': server.vmState,
    'OS-SRV-USG:launched_at': server.launchedMs === undefined ? null : isoStored(server.launchedMs),
    'OS-SRV-USG:terminated_at': null,
    accessIPv4: '',
    accessIPv6: '',
    addresses: networks(server),
    config_drive: '',
    created: isoSeconds(server.createdMs),
    ...fault(server),
    flavor: `${server.flavorName} (${server.flavorId})`,
    hostId: hostId(server),
    id: server.id,
    image,
    key_name: server.keyName || null,
    name: server.name,
    ...(server.status === 'ACTIVE' || server.status === 'BUILD' ? { progress: 0 } : {}),
    project_id: server.projectId,
    properties: mapCell({}),
    security_groups: mapsCell(server.securityGroups.map((name) => ({ name }))),
    status: server.status,
    updated: isoSeconds(server.updatedMs),
    user_id: server.userId,
    volumes_attached: mapsCell(server.volumeIds.map((id) => ({ id }))),
  }
}

export function powerState(server: CloudServer): FormattedCell {
  return new FormattedCell(powerStates[server.powerState] ?? 'N/A', server.powerState)
}

/** The addresses of each network. */
export function networks(server: CloudServer): FormattedCell {
  const byNetwork: Record<string, string[]> = {}
  for (const { network, address } of server.addresses) byNetwork[network] = [...(byNetwork[network] ?? []), address]
  return listsCell(byNetwork)
}

function fault(server: CloudServer): Readonly<Record<string, Cell>> {
  if (!server.fault) return {}
  const { code, createdMs, message } = server.fault
  return { fault: { code, created: isoSeconds(createdMs), message } }
}

/** Tells a project that two of its servers share a host, without naming the host. */
function hostId(server: CloudServer): string {
  if (!server.host) return ''
  return createHash('sha224')
    .update(server.projectId + server.host)
    .digest('hex')
}
