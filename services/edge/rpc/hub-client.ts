import { type Content, contentLength } from '#ceph-sim/rbd.ts'
import { createRpcClient } from '#kernel/rpc/rpc-client.ts'
import type { RpcTls } from '#kernel/rpc/tls.ts'
import type { HubForSite, RunningServer } from '#openstack/site-agent.ts'

/** What a site tells the hub of itself when it starts. */
export interface Registration {
  /** host:port of the site's SiteAgent and BlockStore. */
  readonly agentAddress: string
  readonly blockStoreAddress: string
  readonly fsid: string
  /** Key of client.external in the site's cluster. */
  readonly externalKey: string
}

/** The hub as a site's process sees it; every call crosses the site's link, which the hub's process models. */
export interface HubConnection extends HubForSite {
  /** @returns what should be running at the site */
  register(registration: Registration, options?: { readonly signal?: AbortSignal }): Promise<readonly RunningServer[]>
  heartbeat(options?: { readonly signal?: AbortSignal }): Promise<void>
  close(): void
}

export function connectHub(site: string, address: string, tls?: RpcTls): HubConnection {
  const options = { metadata: { 'x-dcnsim-site': site }, ...(tls ? { tls } : {}) }
  const images = createRpcClient('dcnsim.v1.Images', address, options)
  const sites = createRpcClient('dcnsim.v1.Sites', address, options)
  return {
    downloadImage: async function* (imageId, call = {}): AsyncIterable<Content> {
      for await (const { offset, data, zeroBytes } of images.serverStream('DownloadImage', { imageId }, call)) {
        const piece: Content =
          zeroBytes > 0 ? { kind: 'zero', offset, lengthBytes: zeroBytes } : { kind: 'data', offset, bytes: data }
        if (contentLength(piece) > 0) yield piece
      }
    },
    register: async (registration, call) => {
      const { running } = await sites.unary('RegisterSite', { site, ...registration }, call)
      return running
    },
    heartbeat: async (call) => void (await sites.unary('Heartbeat', { site }, call)),
    close: () => {
      images.close()
      sites.close()
    },
  }
}
