import type { RbdSpec } from '#ceph-sim/rbd.ts'

/** An image that is mapped: a background process serves it. */
export interface MappedDevice {
  /** The process. */
  readonly id: number
  readonly cluster: string
  readonly spec: RbdSpec
  /** Where it is found: an NBD URI in place of a device file. */
  readonly device: string
}

/** The devices of one machine, and a way to map more of one cluster's images as one user. */
export interface DeviceDirectory {
  /** @throws DomainError with the errno that librbd would give, as ConflictError EBUSY for an image that is in use */
  map(spec: RbdSpec, options: { readonly isReadOnly: boolean }): Promise<MappedDevice>
  /** Those that are there, by id. */
  list(): readonly MappedDevice[]
  /** Ends the process, after what it has under way. */
  unmap(device: MappedDevice): Promise<void>
}
