import { formatSpec } from '#ceph-sim/rbd.ts'
import { fingerprintImage } from '#cli/scenario/read-back.ts'
import type { LiveDcn } from './live-dcn.ts'

/** Everything that a cloud has acknowledged: the catalogue's records, and what the clusters store, by fingerprint. */
export interface Ledger {
  readonly records: Readonly<Record<string, object>>
  readonly stored: Readonly<Record<string, string>>
}

const pools = ['images', 'volumes', 'vms']

/** Looks at everything. What is in a ledger must be in every later one, unless it was deleted. */
export async function ledgerOf(dcn: LiveDcn, sites: readonly string[]): Promise<Ledger> {
  const { images, volumes, servers } = dcn.cloud
  const records: Record<string, object> = {}
  for (const image of await images.list()) records[`image ${image.id}`] = image
  for (const volume of await volumes.list()) records[`volume ${volume.id}`] = volume
  for (const snapshot of await volumes.listSnapshots()) records[`volume snapshot ${snapshot.id}`] = snapshot
  for (const server of await servers.list()) records[`server ${server.id}`] = server
  for (const flavor of await servers.listFlavors()) records[`flavor ${flavor.id}`] = flavor
  for (const network of await servers.listNetworks()) records[`network ${network.id}`] = network
  const stored: Record<string, string> = {}
  for (const site of sites) {
    const rbd = await dcn.cluster(site)
    for (const pool of pools) {
      for (const { image, snapshot } of await rbd.listDetailed(pool)) {
        const spec = { pool, image, snapshot }
        const { fingerprint, sizeBytes } = await fingerprintImage(rbd, spec)
        stored[`${site} ${formatSpec(spec)}`] = `${fingerprint}, ${sizeBytes} bytes`
      }
    }
  }
  return { records, stored }
}
