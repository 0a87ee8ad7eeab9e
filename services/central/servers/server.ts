import type { VmState } from '#openstack/states/server.ts'

export interface Fault {
  readonly code: number
  readonly message: string
  readonly createdMs: number
}

/** Nova's record of a server. */
export interface Server {
  readonly id: string
  readonly name: string
  readonly vmState: VmState
  /** `scheduling`, `spawning`, `powering-off`, ...; empty when idle. */
  readonly taskState: string
  /** A site's id. */
  readonly availabilityZone: string
  readonly host: string
  /** Absent for a server whose root disk is a volume. */
  readonly imageId?: string | undefined
  readonly rootVolumeId?: string | undefined
  readonly flavorId: string
  readonly keyName: string
  readonly addresses: readonly ServerAddress[]
  readonly securityGroups: readonly string[]
  readonly fault?: Fault | undefined
  readonly userId: string
  readonly projectId: string
  readonly createdMs: number
  readonly updatedMs: number
  readonly launchedMs?: number | undefined
}

export interface ServerAddress {
  readonly network: string
  readonly address: string
  readonly mac: string
}
export interface Flavor {
  readonly id: string
  readonly name: string
  readonly vcpus: number
  readonly ramMib: number
  readonly diskGib: number
}
export interface Keypair {
  readonly id: string
  readonly name: string
  readonly fingerprint: string
}
export interface Network {
  readonly id: string
  readonly name: string
  /** The zone whose servers may use it; any when empty. */
  readonly site: string
}
export interface SecurityGroup {
  readonly id: string
  readonly name: string
}
