import type { Secret } from './secret.ts'

/** The hypervisors of a cloud, as far as `virsh` asks them: one's secrets are those of all hosts of its site. */
export interface Hypervisors {
  /** The site that is meant where no connection is named. */
  readonly first: string
  readonly sites: readonly string[]
  secrets(site: string): readonly Secret[]
  saveSecrets(site: string, secrets: readonly Secret[]): void
  newUuid(): string
}
