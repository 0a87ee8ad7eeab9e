import { UnsupportedError } from '#kernel/errors/domain-error.ts'
import { implement, type RpcServiceImplementation } from '#kernel/rpc/rpc-server.ts'
import type { RpcHandlers } from '#kernel/rpc/service-types.ts'

type BlockStoreHandlers = RpcHandlers<'dcnsim.v1.BlockStore'>

const refuse = async (): Promise<never> => {
  throw new UnsupportedError('this fake does not do that')
}

/** A BlockStore whose methods are given one by one; the others answer `unsupported`. For tests of the transport alone. */
export function fakeBlockStore(handlers: Partial<BlockStoreHandlers>): RpcServiceImplementation {
  return implement('dcnsim.v1.BlockStore', {
    Attach: refuse,
    Clone: refuse,
    CreateImage: refuse,
    CreatePool: refuse,
    CreateSnapshot: refuse,
    Detach: refuse,
    Df: refuse,
    Discard: refuse,
    DiskUsage: refuse,
    Flatten: refuse,
    Flush: refuse,
    GetCluster: refuse,
    GetImageInfo: refuse,
    ListChildren: refuse,
    ListDetailed: refuse,
    ListExtents: refuse,
    ListImages: refuse,
    ListPools: refuse,
    ListSnapshots: refuse,
    ProtectSnapshot: refuse,
    // biome-ignore lint/correctness/useYield: it fails before its first piece
    Read: async function* () {
      await refuse()
    },
    RemoveImage: refuse,
    RemoveSnapshot: refuse,
    RenameImage: refuse,
    Resize: refuse,
    Rollback: refuse,
    UnprotectSnapshot: refuse,
    Write: refuse,
    ...handlers,
  })
}
