import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AddToBlocklistRequest as _dcnsim_v1_AddToBlocklistRequest, AddToBlocklistRequest__Output as _dcnsim_v1_AddToBlocklistRequest__Output } from './dcnsim/v1/AddToBlocklistRequest.ts';
import type { AttachRequest as _dcnsim_v1_AttachRequest, AttachRequest__Output as _dcnsim_v1_AttachRequest__Output } from './dcnsim/v1/AttachRequest.ts';
import type { BlockStoreClient as _dcnsim_v1_BlockStoreClient, BlockStoreDefinition as _dcnsim_v1_BlockStoreDefinition } from './dcnsim/v1/BlockStore.ts';
import type { BlocklistClient as _dcnsim_v1_BlocklistClient, BlocklistDefinition as _dcnsim_v1_BlocklistDefinition } from './dcnsim/v1/Blocklist.ts';
import type { BlocklistAddress as _dcnsim_v1_BlocklistAddress, BlocklistAddress__Output as _dcnsim_v1_BlocklistAddress__Output } from './dcnsim/v1/BlocklistAddress.ts';
import type { BlocklistEntry as _dcnsim_v1_BlocklistEntry, BlocklistEntry__Output as _dcnsim_v1_BlocklistEntry__Output } from './dcnsim/v1/BlocklistEntry.ts';
import type { ClearBlocklistRequest as _dcnsim_v1_ClearBlocklistRequest, ClearBlocklistRequest__Output as _dcnsim_v1_ClearBlocklistRequest__Output } from './dcnsim/v1/ClearBlocklistRequest.ts';
import type { CloneRequest as _dcnsim_v1_CloneRequest, CloneRequest__Output as _dcnsim_v1_CloneRequest__Output } from './dcnsim/v1/CloneRequest.ts';
import type { ClusterIdentity as _dcnsim_v1_ClusterIdentity, ClusterIdentity__Output as _dcnsim_v1_ClusterIdentity__Output } from './dcnsim/v1/ClusterIdentity.ts';
import type { ClusterUsage as _dcnsim_v1_ClusterUsage, ClusterUsage__Output as _dcnsim_v1_ClusterUsage__Output } from './dcnsim/v1/ClusterUsage.ts';
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from './dcnsim/v1/ContentPiece.ts';
import type { CreatePoolRequest as _dcnsim_v1_CreatePoolRequest, CreatePoolRequest__Output as _dcnsim_v1_CreatePoolRequest__Output } from './dcnsim/v1/CreatePoolRequest.ts';
import type { CreateRbdImageRequest as _dcnsim_v1_CreateRbdImageRequest, CreateRbdImageRequest__Output as _dcnsim_v1_CreateRbdImageRequest__Output } from './dcnsim/v1/CreateRbdImageRequest.ts';
import type { DfRequest as _dcnsim_v1_DfRequest, DfRequest__Output as _dcnsim_v1_DfRequest__Output } from './dcnsim/v1/DfRequest.ts';
import type { DiscardRequest as _dcnsim_v1_DiscardRequest, DiscardRequest__Output as _dcnsim_v1_DiscardRequest__Output } from './dcnsim/v1/DiscardRequest.ts';
import type { DiskUsageResponse as _dcnsim_v1_DiskUsageResponse, DiskUsageResponse__Output as _dcnsim_v1_DiskUsageResponse__Output } from './dcnsim/v1/DiskUsageResponse.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from './dcnsim/v1/Done.ts';
import type { Extent as _dcnsim_v1_Extent, Extent__Output as _dcnsim_v1_Extent__Output } from './dcnsim/v1/Extent.ts';
import type { GetClusterRequest as _dcnsim_v1_GetClusterRequest, GetClusterRequest__Output as _dcnsim_v1_GetClusterRequest__Output } from './dcnsim/v1/GetClusterRequest.ts';
import type { ImageMigration as _dcnsim_v1_ImageMigration, ImageMigration__Output as _dcnsim_v1_ImageMigration__Output } from './dcnsim/v1/ImageMigration.ts';
import type { ImageMirroring as _dcnsim_v1_ImageMirroring, ImageMirroring__Output as _dcnsim_v1_ImageMirroring__Output } from './dcnsim/v1/ImageMirroring.ts';
import type { ListBlocklistRequest as _dcnsim_v1_ListBlocklistRequest, ListBlocklistRequest__Output as _dcnsim_v1_ListBlocklistRequest__Output } from './dcnsim/v1/ListBlocklistRequest.ts';
import type { ListBlocklistResponse as _dcnsim_v1_ListBlocklistResponse, ListBlocklistResponse__Output as _dcnsim_v1_ListBlocklistResponse__Output } from './dcnsim/v1/ListBlocklistResponse.ts';
import type { ListChildrenRequest as _dcnsim_v1_ListChildrenRequest, ListChildrenRequest__Output as _dcnsim_v1_ListChildrenRequest__Output } from './dcnsim/v1/ListChildrenRequest.ts';
import type { ListChildrenResponse as _dcnsim_v1_ListChildrenResponse, ListChildrenResponse__Output as _dcnsim_v1_ListChildrenResponse__Output } from './dcnsim/v1/ListChildrenResponse.ts';
import type { ListDetailedResponse as _dcnsim_v1_ListDetailedResponse, ListDetailedResponse__Output as _dcnsim_v1_ListDetailedResponse__Output } from './dcnsim/v1/ListDetailedResponse.ts';
import type { ListExtentsResponse as _dcnsim_v1_ListExtentsResponse, ListExtentsResponse__Output as _dcnsim_v1_ListExtentsResponse__Output } from './dcnsim/v1/ListExtentsResponse.ts';
import type { ListPoolsRequest as _dcnsim_v1_ListPoolsRequest, ListPoolsRequest__Output as _dcnsim_v1_ListPoolsRequest__Output } from './dcnsim/v1/ListPoolsRequest.ts';
import type { ListPoolsResponse as _dcnsim_v1_ListPoolsResponse, ListPoolsResponse__Output as _dcnsim_v1_ListPoolsResponse__Output } from './dcnsim/v1/ListPoolsResponse.ts';
import type { ListRbdImagesRequest as _dcnsim_v1_ListRbdImagesRequest, ListRbdImagesRequest__Output as _dcnsim_v1_ListRbdImagesRequest__Output } from './dcnsim/v1/ListRbdImagesRequest.ts';
import type { ListRbdImagesResponse as _dcnsim_v1_ListRbdImagesResponse, ListRbdImagesResponse__Output as _dcnsim_v1_ListRbdImagesResponse__Output } from './dcnsim/v1/ListRbdImagesResponse.ts';
import type { ListRbdSnapshotsRequest as _dcnsim_v1_ListRbdSnapshotsRequest, ListRbdSnapshotsRequest__Output as _dcnsim_v1_ListRbdSnapshotsRequest__Output } from './dcnsim/v1/ListRbdSnapshotsRequest.ts';
import type { ListRbdSnapshotsResponse as _dcnsim_v1_ListRbdSnapshotsResponse, ListRbdSnapshotsResponse__Output as _dcnsim_v1_ListRbdSnapshotsResponse__Output } from './dcnsim/v1/ListRbdSnapshotsResponse.ts';
import type { PoolInfo as _dcnsim_v1_PoolInfo, PoolInfo__Output as _dcnsim_v1_PoolInfo__Output } from './dcnsim/v1/PoolInfo.ts';
import type { PoolUsage as _dcnsim_v1_PoolUsage, PoolUsage__Output as _dcnsim_v1_PoolUsage__Output } from './dcnsim/v1/PoolUsage.ts';
import type { RbdImageInfo as _dcnsim_v1_RbdImageInfo, RbdImageInfo__Output as _dcnsim_v1_RbdImageInfo__Output } from './dcnsim/v1/RbdImageInfo.ts';
import type { RbdListEntry as _dcnsim_v1_RbdListEntry, RbdListEntry__Output as _dcnsim_v1_RbdListEntry__Output } from './dcnsim/v1/RbdListEntry.ts';
import type { RbdSnapshotInfo as _dcnsim_v1_RbdSnapshotInfo, RbdSnapshotInfo__Output as _dcnsim_v1_RbdSnapshotInfo__Output } from './dcnsim/v1/RbdSnapshotInfo.ts';
import type { RbdSnapshotNamespace as _dcnsim_v1_RbdSnapshotNamespace, RbdSnapshotNamespace__Output as _dcnsim_v1_RbdSnapshotNamespace__Output } from './dcnsim/v1/RbdSnapshotNamespace.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from './dcnsim/v1/RbdSpec.ts';
import type { RbdUsage as _dcnsim_v1_RbdUsage, RbdUsage__Output as _dcnsim_v1_RbdUsage__Output } from './dcnsim/v1/RbdUsage.ts';
import type { ReadRequest as _dcnsim_v1_ReadRequest, ReadRequest__Output as _dcnsim_v1_ReadRequest__Output } from './dcnsim/v1/ReadRequest.ts';
import type { RenameRbdImageRequest as _dcnsim_v1_RenameRbdImageRequest, RenameRbdImageRequest__Output as _dcnsim_v1_RenameRbdImageRequest__Output } from './dcnsim/v1/RenameRbdImageRequest.ts';
import type { ResizeRequest as _dcnsim_v1_ResizeRequest, ResizeRequest__Output as _dcnsim_v1_ResizeRequest__Output } from './dcnsim/v1/ResizeRequest.ts';
import type { WriteRequest as _dcnsim_v1_WriteRequest, WriteRequest__Output as _dcnsim_v1_WriteRequest__Output } from './dcnsim/v1/WriteRequest.ts';
import type { WriteResponse as _dcnsim_v1_WriteResponse, WriteResponse__Output as _dcnsim_v1_WriteResponse__Output } from './dcnsim/v1/WriteResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  dcnsim: {
    v1: {
      AddToBlocklistRequest: MessageTypeDefinition<_dcnsim_v1_AddToBlocklistRequest, _dcnsim_v1_AddToBlocklistRequest__Output>
      AttachRequest: MessageTypeDefinition<_dcnsim_v1_AttachRequest, _dcnsim_v1_AttachRequest__Output>
      /**
       * One Ceph cluster's RBD, as services/ceph-sim/rbd.ts defines it. Each call carries the caller's cephx identity in the
       * metadata `x-cephx-user` (for example `client.openstack`) and `x-cephx-key`. Failures carry a `dcnsim.v1.ErrorDetail`
       * whose facts have librbd's `errno` (`ENOENT`, `EBUSY`, ...) and, where several rules share one, the `reason`.
       * 
       * Any call may fail with `unauthenticated` (unknown identity or wrong key), `forbidden` (its caps do not allow it),
       * `not_found` (no such pool, image or snapshot) or `unavailable` (the cluster is stopping). What is said of a call
       * below comes on top of these.
       */
      BlockStore: SubtypeConstructor<typeof grpc.Client, _dcnsim_v1_BlockStoreClient> & { service: _dcnsim_v1_BlockStoreDefinition }
      /**
       * Client addresses that a cluster serves no more, as services/ceph-sim/port/blocklist.ts defines them. Identities and
       * failures as in BlockStore.
       */
      Blocklist: SubtypeConstructor<typeof grpc.Client, _dcnsim_v1_BlocklistClient> & { service: _dcnsim_v1_BlocklistDefinition }
      BlocklistAddress: MessageTypeDefinition<_dcnsim_v1_BlocklistAddress, _dcnsim_v1_BlocklistAddress__Output>
      BlocklistEntry: MessageTypeDefinition<_dcnsim_v1_BlocklistEntry, _dcnsim_v1_BlocklistEntry__Output>
      ClearBlocklistRequest: MessageTypeDefinition<_dcnsim_v1_ClearBlocklistRequest, _dcnsim_v1_ClearBlocklistRequest__Output>
      CloneRequest: MessageTypeDefinition<_dcnsim_v1_CloneRequest, _dcnsim_v1_CloneRequest__Output>
      ClusterIdentity: MessageTypeDefinition<_dcnsim_v1_ClusterIdentity, _dcnsim_v1_ClusterIdentity__Output>
      ClusterUsage: MessageTypeDefinition<_dcnsim_v1_ClusterUsage, _dcnsim_v1_ClusterUsage__Output>
      ContentPiece: MessageTypeDefinition<_dcnsim_v1_ContentPiece, _dcnsim_v1_ContentPiece__Output>
      CreatePoolRequest: MessageTypeDefinition<_dcnsim_v1_CreatePoolRequest, _dcnsim_v1_CreatePoolRequest__Output>
      CreateRbdImageRequest: MessageTypeDefinition<_dcnsim_v1_CreateRbdImageRequest, _dcnsim_v1_CreateRbdImageRequest__Output>
      DfRequest: MessageTypeDefinition<_dcnsim_v1_DfRequest, _dcnsim_v1_DfRequest__Output>
      DiscardRequest: MessageTypeDefinition<_dcnsim_v1_DiscardRequest, _dcnsim_v1_DiscardRequest__Output>
      DiskUsageResponse: MessageTypeDefinition<_dcnsim_v1_DiskUsageResponse, _dcnsim_v1_DiskUsageResponse__Output>
      Done: MessageTypeDefinition<_dcnsim_v1_Done, _dcnsim_v1_Done__Output>
      Extent: MessageTypeDefinition<_dcnsim_v1_Extent, _dcnsim_v1_Extent__Output>
      GetClusterRequest: MessageTypeDefinition<_dcnsim_v1_GetClusterRequest, _dcnsim_v1_GetClusterRequest__Output>
      ImageMigration: MessageTypeDefinition<_dcnsim_v1_ImageMigration, _dcnsim_v1_ImageMigration__Output>
      ImageMirroring: MessageTypeDefinition<_dcnsim_v1_ImageMirroring, _dcnsim_v1_ImageMirroring__Output>
      ListBlocklistRequest: MessageTypeDefinition<_dcnsim_v1_ListBlocklistRequest, _dcnsim_v1_ListBlocklistRequest__Output>
      ListBlocklistResponse: MessageTypeDefinition<_dcnsim_v1_ListBlocklistResponse, _dcnsim_v1_ListBlocklistResponse__Output>
      ListChildrenRequest: MessageTypeDefinition<_dcnsim_v1_ListChildrenRequest, _dcnsim_v1_ListChildrenRequest__Output>
      ListChildrenResponse: MessageTypeDefinition<_dcnsim_v1_ListChildrenResponse, _dcnsim_v1_ListChildrenResponse__Output>
      ListDetailedResponse: MessageTypeDefinition<_dcnsim_v1_ListDetailedResponse, _dcnsim_v1_ListDetailedResponse__Output>
      ListExtentsResponse: MessageTypeDefinition<_dcnsim_v1_ListExtentsResponse, _dcnsim_v1_ListExtentsResponse__Output>
      ListPoolsRequest: MessageTypeDefinition<_dcnsim_v1_ListPoolsRequest, _dcnsim_v1_ListPoolsRequest__Output>
      ListPoolsResponse: MessageTypeDefinition<_dcnsim_v1_ListPoolsResponse, _dcnsim_v1_ListPoolsResponse__Output>
      ListRbdImagesRequest: MessageTypeDefinition<_dcnsim_v1_ListRbdImagesRequest, _dcnsim_v1_ListRbdImagesRequest__Output>
      ListRbdImagesResponse: MessageTypeDefinition<_dcnsim_v1_ListRbdImagesResponse, _dcnsim_v1_ListRbdImagesResponse__Output>
      ListRbdSnapshotsRequest: MessageTypeDefinition<_dcnsim_v1_ListRbdSnapshotsRequest, _dcnsim_v1_ListRbdSnapshotsRequest__Output>
      ListRbdSnapshotsResponse: MessageTypeDefinition<_dcnsim_v1_ListRbdSnapshotsResponse, _dcnsim_v1_ListRbdSnapshotsResponse__Output>
      PoolInfo: MessageTypeDefinition<_dcnsim_v1_PoolInfo, _dcnsim_v1_PoolInfo__Output>
      PoolUsage: MessageTypeDefinition<_dcnsim_v1_PoolUsage, _dcnsim_v1_PoolUsage__Output>
      RbdImageInfo: MessageTypeDefinition<_dcnsim_v1_RbdImageInfo, _dcnsim_v1_RbdImageInfo__Output>
      RbdListEntry: MessageTypeDefinition<_dcnsim_v1_RbdListEntry, _dcnsim_v1_RbdListEntry__Output>
      RbdSnapshotInfo: MessageTypeDefinition<_dcnsim_v1_RbdSnapshotInfo, _dcnsim_v1_RbdSnapshotInfo__Output>
      RbdSnapshotNamespace: MessageTypeDefinition<_dcnsim_v1_RbdSnapshotNamespace, _dcnsim_v1_RbdSnapshotNamespace__Output>
      RbdSpec: MessageTypeDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_RbdSpec__Output>
      RbdUsage: MessageTypeDefinition<_dcnsim_v1_RbdUsage, _dcnsim_v1_RbdUsage__Output>
      ReadRequest: MessageTypeDefinition<_dcnsim_v1_ReadRequest, _dcnsim_v1_ReadRequest__Output>
      RenameRbdImageRequest: MessageTypeDefinition<_dcnsim_v1_RenameRbdImageRequest, _dcnsim_v1_RenameRbdImageRequest__Output>
      ResizeRequest: MessageTypeDefinition<_dcnsim_v1_ResizeRequest, _dcnsim_v1_ResizeRequest__Output>
      WriteRequest: MessageTypeDefinition<_dcnsim_v1_WriteRequest, _dcnsim_v1_WriteRequest__Output>
      WriteResponse: MessageTypeDefinition<_dcnsim_v1_WriteResponse, _dcnsim_v1_WriteResponse__Output>
    }
  }
}

