import { isoMicros, isoStored } from '../api-time.ts'
import type { CloudServer, CloudVolume, CloudVolumeSnapshot } from '../cloud.ts'
import { type Cell, FormattedCell, mapCell } from './cells.ts'
import type { PlainValue } from './python-text.ts'

/** A volume as Cinder answers its creation: times with microseconds, nothing about its host. */
export function newVolumeCells(volume: CloudVolume): Readonly<Record<string, Cell>> {
  return { ...commonFields(volume), created_at: isoMicros(volume.createdMs) }
}

/** A volume as an administrator sees it. @see golden/cli/osc_volume_show.jsonl */
export function volumeCells(volume: CloudVolume): Readonly<Record<string, Cell>> {
  const metadata = Object.fromEntries(volume.imageMetadata.map(({ name, value }) => [name, value]))
  return {
    ...commonFields(volume),
    'os-vol-host-attr:host': volume.host || null,
    'os-vol-mig-status-attr:migstat': null,
    'os-vol-mig-status-attr:name_id': null,
    'os-vol-tenant-attr:tenant_id': volume.projectId,
    ...(volume.imageMetadata.length > 0 ? { volume_image_metadata: metadata } : {}),
  }
}

function commonFields(volume: CloudVolume): Readonly<Record<string, Cell>> {
  return {
    attachments: attachmentList(volume),
    availability_zone: volume.availabilityZone,
    bootable: String(volume.bootable),
    consistencygroup_id: null,
    created_at: isoStored(volume.createdMs),
    description: volume.description || null,
    encrypted: false,
    id: volume.id,
    migration_status: null,
    multiattach: false,
    name: volume.name,
    properties: mapCell({}),
    replication_status: null,
    size: volume.sizeGib,
    snapshot_id: volume.snapshotId || null,
    source_volid: volume.sourceVolumeId || null,
    status: volume.status,
    type: volume.volumeType,
    updated_at: volume.updatedMs === undefined ? null : isoStored(volume.updatedMs),
    user_id: volume.userId,
  }
}

function attachmentList(volume: CloudVolume): readonly Readonly<Record<string, PlainValue>>[] {
  return volume.attachments.map((attachment) => ({
    id: volume.id,
    attachment_id: attachment.attachmentId,
    volume_id: volume.id,
    server_id: attachment.serverId,
    host_name: attachment.hostName || null,
    device: attachment.device,
    attached_at: isoStored(attachment.attachedMs),
  }))
}

/** `Attached to pet-server-dcn0 on /dev/vda ` for each server, by name where the name is known. */
export function attachedTo(volume: CloudVolume, servers: readonly CloudServer[]): FormattedCell {
  const name = (id: string) => servers.find((server) => server.id === id)?.name ?? id
  const text = volume.attachments.map(({ serverId, device }) => `Attached to ${name(serverId)} on ${device} `).join('')
  return new FormattedCell(text, attachmentList(volume))
}

/** A snapshot as Cinder answers its creation. */
export function newSnapshotCells(snapshot: CloudVolumeSnapshot): Readonly<Record<string, Cell>> {
  return { ...snapshotFields(snapshot), created_at: isoMicros(snapshot.createdMs) }
}

export function snapshotCells(snapshot: CloudVolumeSnapshot): Readonly<Record<string, Cell>> {
  return {
    ...snapshotFields(snapshot),
    'os-extended-snapshot-attributes:progress': snapshot.progress,
    'os-extended-snapshot-attributes:project_id': snapshot.projectId,
  }
}

function snapshotFields(snapshot: CloudVolumeSnapshot): Readonly<Record<string, Cell>> {
  return {
    created_at: isoStored(snapshot.createdMs),
    description: snapshot.description || null,
    id: snapshot.id,
    name: snapshot.name,
    properties: mapCell({}),
    size: snapshot.sizeGib,
    status: snapshot.status,
    updated_at: snapshot.updatedMs === undefined ? null : isoStored(snapshot.updatedMs),
    volume_id: snapshot.volumeId,
  }
}
