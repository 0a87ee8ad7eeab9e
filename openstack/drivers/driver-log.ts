/** What a driver tells the service that runs it, in upstream's words; where it goes is the service's affair. */
export type DriverLog = (entry: DriverLogEntry) => void
export interface DriverLogEntry {
  readonly level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR'
  /** Upstream's logger, e.g. `nova.storage.rbd_utils`. */
  readonly logger: string
  readonly message: string
}
