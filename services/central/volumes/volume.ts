import type { SnapshotStatus, VolumeStatus } from '#openstack/states/volume.ts'

export interface VolumeAttachment {
  readonly attachmentId: string
  readonly serverId: string
  readonly hostName: string
  /** `/dev/vda` */
  readonly device: string
  readonly attachedMs: number
}

/** Cinder's record of a volume. */
export interface Volume {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly status: VolumeStatus
  readonly sizeGib: number
  /** A site's id. */
  readonly availabilityZone: string
  readonly bootable: boolean
  readonly volumeType: string
  readonly snapshotId?: string | undefined
  readonly sourceVolumeId?: string | undefined
  readonly attachments: readonly VolumeAttachment[]
  /** What the volume keeps of the image that it was made from. */
  readonly imageMetadata: Readonly<Record<string, string>>
  readonly userId: string
  readonly projectId: string
  readonly createdMs: number
  readonly updatedMs?: number | undefined
}

/** Cinder's record of a volume snapshot. */
export interface VolumeSnapshot {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly status: SnapshotStatus
  readonly volumeId: string
  readonly availabilityZone: string
  readonly sizeGib: number
  readonly progress: string
  /** `clean` when no guest could write at that moment (A61). */
  readonly consistency: 'clean' | 'crash-consistent'
  readonly projectId: string
  readonly createdMs: number
  readonly updatedMs?: number | undefined
}
