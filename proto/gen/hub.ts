import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Address as _dcnsim_v1_Address, Address__Output as _dcnsim_v1_Address__Output } from './dcnsim/v1/Address.ts';
import type { AttachRequest as _dcnsim_v1_AttachRequest, AttachRequest__Output as _dcnsim_v1_AttachRequest__Output } from './dcnsim/v1/AttachRequest.ts';
import type { Attachment as _dcnsim_v1_Attachment, Attachment__Output as _dcnsim_v1_Attachment__Output } from './dcnsim/v1/Attachment.ts';
import type { AvailabilityZone as _dcnsim_v1_AvailabilityZone, AvailabilityZone__Output as _dcnsim_v1_AvailabilityZone__Output } from './dcnsim/v1/AvailabilityZone.ts';
import type { BlockStoreClient as _dcnsim_v1_BlockStoreClient, BlockStoreDefinition as _dcnsim_v1_BlockStoreDefinition } from './dcnsim/v1/BlockStore.ts';
import type { CloneRequest as _dcnsim_v1_CloneRequest, CloneRequest__Output as _dcnsim_v1_CloneRequest__Output } from './dcnsim/v1/CloneRequest.ts';
import type { ClusterIdentity as _dcnsim_v1_ClusterIdentity, ClusterIdentity__Output as _dcnsim_v1_ClusterIdentity__Output } from './dcnsim/v1/ClusterIdentity.ts';
import type { ClusterUsage as _dcnsim_v1_ClusterUsage, ClusterUsage__Output as _dcnsim_v1_ClusterUsage__Output } from './dcnsim/v1/ClusterUsage.ts';
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from './dcnsim/v1/ContentPiece.ts';
import type { Copy as _dcnsim_v1_Copy, Copy__Output as _dcnsim_v1_Copy__Output } from './dcnsim/v1/Copy.ts';
import type { CreateImageRequest as _dcnsim_v1_CreateImageRequest, CreateImageRequest__Output as _dcnsim_v1_CreateImageRequest__Output } from './dcnsim/v1/CreateImageRequest.ts';
import type { CreatePoolRequest as _dcnsim_v1_CreatePoolRequest, CreatePoolRequest__Output as _dcnsim_v1_CreatePoolRequest__Output } from './dcnsim/v1/CreatePoolRequest.ts';
import type { CreateRbdImageRequest as _dcnsim_v1_CreateRbdImageRequest, CreateRbdImageRequest__Output as _dcnsim_v1_CreateRbdImageRequest__Output } from './dcnsim/v1/CreateRbdImageRequest.ts';
import type { CreateServerImageRequest as _dcnsim_v1_CreateServerImageRequest, CreateServerImageRequest__Output as _dcnsim_v1_CreateServerImageRequest__Output } from './dcnsim/v1/CreateServerImageRequest.ts';
import type { CreateServerImageResponse as _dcnsim_v1_CreateServerImageResponse, CreateServerImageResponse__Output as _dcnsim_v1_CreateServerImageResponse__Output } from './dcnsim/v1/CreateServerImageResponse.ts';
import type { CreateServerRequest as _dcnsim_v1_CreateServerRequest, CreateServerRequest__Output as _dcnsim_v1_CreateServerRequest__Output } from './dcnsim/v1/CreateServerRequest.ts';
import type { CreateVolumeRequest as _dcnsim_v1_CreateVolumeRequest, CreateVolumeRequest__Output as _dcnsim_v1_CreateVolumeRequest__Output } from './dcnsim/v1/CreateVolumeRequest.ts';
import type { CreateVolumeSnapshotRequest as _dcnsim_v1_CreateVolumeSnapshotRequest, CreateVolumeSnapshotRequest__Output as _dcnsim_v1_CreateVolumeSnapshotRequest__Output } from './dcnsim/v1/CreateVolumeSnapshotRequest.ts';
import type { DeleteImageFromStoreRequest as _dcnsim_v1_DeleteImageFromStoreRequest, DeleteImageFromStoreRequest__Output as _dcnsim_v1_DeleteImageFromStoreRequest__Output } from './dcnsim/v1/DeleteImageFromStoreRequest.ts';
import type { DfRequest as _dcnsim_v1_DfRequest, DfRequest__Output as _dcnsim_v1_DfRequest__Output } from './dcnsim/v1/DfRequest.ts';
import type { DiscardRequest as _dcnsim_v1_DiscardRequest, DiscardRequest__Output as _dcnsim_v1_DiscardRequest__Output } from './dcnsim/v1/DiscardRequest.ts';
import type { DiskUsageResponse as _dcnsim_v1_DiskUsageResponse, DiskUsageResponse__Output as _dcnsim_v1_DiskUsageResponse__Output } from './dcnsim/v1/DiskUsageResponse.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from './dcnsim/v1/Done.ts';
import type { Extent as _dcnsim_v1_Extent, Extent__Output as _dcnsim_v1_Extent__Output } from './dcnsim/v1/Extent.ts';
import type { Fault as _dcnsim_v1_Fault, Fault__Output as _dcnsim_v1_Fault__Output } from './dcnsim/v1/Fault.ts';
import type { Flavor as _dcnsim_v1_Flavor, Flavor__Output as _dcnsim_v1_Flavor__Output } from './dcnsim/v1/Flavor.ts';
import type { GetClusterRequest as _dcnsim_v1_GetClusterRequest, GetClusterRequest__Output as _dcnsim_v1_GetClusterRequest__Output } from './dcnsim/v1/GetClusterRequest.ts';
import type { GetImportInfoRequest as _dcnsim_v1_GetImportInfoRequest, GetImportInfoRequest__Output as _dcnsim_v1_GetImportInfoRequest__Output } from './dcnsim/v1/GetImportInfoRequest.ts';
import type { GlanceImage as _dcnsim_v1_GlanceImage, GlanceImage__Output as _dcnsim_v1_GlanceImage__Output } from './dcnsim/v1/GlanceImage.ts';
import type { HeartbeatRequest as _dcnsim_v1_HeartbeatRequest, HeartbeatRequest__Output as _dcnsim_v1_HeartbeatRequest__Output } from './dcnsim/v1/HeartbeatRequest.ts';
import type { ImageLocation as _dcnsim_v1_ImageLocation, ImageLocation__Output as _dcnsim_v1_ImageLocation__Output } from './dcnsim/v1/ImageLocation.ts';
import type { ImageMigration as _dcnsim_v1_ImageMigration, ImageMigration__Output as _dcnsim_v1_ImageMigration__Output } from './dcnsim/v1/ImageMigration.ts';
import type { ImageMirroring as _dcnsim_v1_ImageMirroring, ImageMirroring__Output as _dcnsim_v1_ImageMirroring__Output } from './dcnsim/v1/ImageMirroring.ts';
import type { ImageProperty as _dcnsim_v1_ImageProperty, ImageProperty__Output as _dcnsim_v1_ImageProperty__Output } from './dcnsim/v1/ImageProperty.ts';
import type { ImageRequest as _dcnsim_v1_ImageRequest, ImageRequest__Output as _dcnsim_v1_ImageRequest__Output } from './dcnsim/v1/ImageRequest.ts';
import type { ImageTask as _dcnsim_v1_ImageTask, ImageTask__Output as _dcnsim_v1_ImageTask__Output } from './dcnsim/v1/ImageTask.ts';
import type { ImagesClient as _dcnsim_v1_ImagesClient, ImagesDefinition as _dcnsim_v1_ImagesDefinition } from './dcnsim/v1/Images.ts';
import type { ImportImageRequest as _dcnsim_v1_ImportImageRequest, ImportImageRequest__Output as _dcnsim_v1_ImportImageRequest__Output } from './dcnsim/v1/ImportImageRequest.ts';
import type { ImportImageResponse as _dcnsim_v1_ImportImageResponse, ImportImageResponse__Output as _dcnsim_v1_ImportImageResponse__Output } from './dcnsim/v1/ImportImageResponse.ts';
import type { ImportInfo as _dcnsim_v1_ImportInfo, ImportInfo__Output as _dcnsim_v1_ImportInfo__Output } from './dcnsim/v1/ImportInfo.ts';
import type { Keypair as _dcnsim_v1_Keypair, Keypair__Output as _dcnsim_v1_Keypair__Output } from './dcnsim/v1/Keypair.ts';
import type { Link as _dcnsim_v1_Link, Link__Output as _dcnsim_v1_Link__Output } from './dcnsim/v1/Link.ts';
import type { ListAvailabilityZonesRequest as _dcnsim_v1_ListAvailabilityZonesRequest, ListAvailabilityZonesRequest__Output as _dcnsim_v1_ListAvailabilityZonesRequest__Output } from './dcnsim/v1/ListAvailabilityZonesRequest.ts';
import type { ListAvailabilityZonesResponse as _dcnsim_v1_ListAvailabilityZonesResponse, ListAvailabilityZonesResponse__Output as _dcnsim_v1_ListAvailabilityZonesResponse__Output } from './dcnsim/v1/ListAvailabilityZonesResponse.ts';
import type { ListChildrenRequest as _dcnsim_v1_ListChildrenRequest, ListChildrenRequest__Output as _dcnsim_v1_ListChildrenRequest__Output } from './dcnsim/v1/ListChildrenRequest.ts';
import type { ListChildrenResponse as _dcnsim_v1_ListChildrenResponse, ListChildrenResponse__Output as _dcnsim_v1_ListChildrenResponse__Output } from './dcnsim/v1/ListChildrenResponse.ts';
import type { ListCopiesRequest as _dcnsim_v1_ListCopiesRequest, ListCopiesRequest__Output as _dcnsim_v1_ListCopiesRequest__Output } from './dcnsim/v1/ListCopiesRequest.ts';
import type { ListCopiesResponse as _dcnsim_v1_ListCopiesResponse, ListCopiesResponse__Output as _dcnsim_v1_ListCopiesResponse__Output } from './dcnsim/v1/ListCopiesResponse.ts';
import type { ListDetailedResponse as _dcnsim_v1_ListDetailedResponse, ListDetailedResponse__Output as _dcnsim_v1_ListDetailedResponse__Output } from './dcnsim/v1/ListDetailedResponse.ts';
import type { ListExtentsResponse as _dcnsim_v1_ListExtentsResponse, ListExtentsResponse__Output as _dcnsim_v1_ListExtentsResponse__Output } from './dcnsim/v1/ListExtentsResponse.ts';
import type { ListFlavorsRequest as _dcnsim_v1_ListFlavorsRequest, ListFlavorsRequest__Output as _dcnsim_v1_ListFlavorsRequest__Output } from './dcnsim/v1/ListFlavorsRequest.ts';
import type { ListFlavorsResponse as _dcnsim_v1_ListFlavorsResponse, ListFlavorsResponse__Output as _dcnsim_v1_ListFlavorsResponse__Output } from './dcnsim/v1/ListFlavorsResponse.ts';
import type { ListImageTasksResponse as _dcnsim_v1_ListImageTasksResponse, ListImageTasksResponse__Output as _dcnsim_v1_ListImageTasksResponse__Output } from './dcnsim/v1/ListImageTasksResponse.ts';
import type { ListImagesRequest as _dcnsim_v1_ListImagesRequest, ListImagesRequest__Output as _dcnsim_v1_ListImagesRequest__Output } from './dcnsim/v1/ListImagesRequest.ts';
import type { ListImagesResponse as _dcnsim_v1_ListImagesResponse, ListImagesResponse__Output as _dcnsim_v1_ListImagesResponse__Output } from './dcnsim/v1/ListImagesResponse.ts';
import type { ListKeypairsRequest as _dcnsim_v1_ListKeypairsRequest, ListKeypairsRequest__Output as _dcnsim_v1_ListKeypairsRequest__Output } from './dcnsim/v1/ListKeypairsRequest.ts';
import type { ListKeypairsResponse as _dcnsim_v1_ListKeypairsResponse, ListKeypairsResponse__Output as _dcnsim_v1_ListKeypairsResponse__Output } from './dcnsim/v1/ListKeypairsResponse.ts';
import type { ListLinksRequest as _dcnsim_v1_ListLinksRequest, ListLinksRequest__Output as _dcnsim_v1_ListLinksRequest__Output } from './dcnsim/v1/ListLinksRequest.ts';
import type { ListLinksResponse as _dcnsim_v1_ListLinksResponse, ListLinksResponse__Output as _dcnsim_v1_ListLinksResponse__Output } from './dcnsim/v1/ListLinksResponse.ts';
import type { ListNetworksRequest as _dcnsim_v1_ListNetworksRequest, ListNetworksRequest__Output as _dcnsim_v1_ListNetworksRequest__Output } from './dcnsim/v1/ListNetworksRequest.ts';
import type { ListNetworksResponse as _dcnsim_v1_ListNetworksResponse, ListNetworksResponse__Output as _dcnsim_v1_ListNetworksResponse__Output } from './dcnsim/v1/ListNetworksResponse.ts';
import type { ListPoolsRequest as _dcnsim_v1_ListPoolsRequest, ListPoolsRequest__Output as _dcnsim_v1_ListPoolsRequest__Output } from './dcnsim/v1/ListPoolsRequest.ts';
import type { ListPoolsResponse as _dcnsim_v1_ListPoolsResponse, ListPoolsResponse__Output as _dcnsim_v1_ListPoolsResponse__Output } from './dcnsim/v1/ListPoolsResponse.ts';
import type { ListRbdImagesRequest as _dcnsim_v1_ListRbdImagesRequest, ListRbdImagesRequest__Output as _dcnsim_v1_ListRbdImagesRequest__Output } from './dcnsim/v1/ListRbdImagesRequest.ts';
import type { ListRbdImagesResponse as _dcnsim_v1_ListRbdImagesResponse, ListRbdImagesResponse__Output as _dcnsim_v1_ListRbdImagesResponse__Output } from './dcnsim/v1/ListRbdImagesResponse.ts';
import type { ListRbdSnapshotsRequest as _dcnsim_v1_ListRbdSnapshotsRequest, ListRbdSnapshotsRequest__Output as _dcnsim_v1_ListRbdSnapshotsRequest__Output } from './dcnsim/v1/ListRbdSnapshotsRequest.ts';
import type { ListRbdSnapshotsResponse as _dcnsim_v1_ListRbdSnapshotsResponse, ListRbdSnapshotsResponse__Output as _dcnsim_v1_ListRbdSnapshotsResponse__Output } from './dcnsim/v1/ListRbdSnapshotsResponse.ts';
import type { ListSecurityGroupsRequest as _dcnsim_v1_ListSecurityGroupsRequest, ListSecurityGroupsRequest__Output as _dcnsim_v1_ListSecurityGroupsRequest__Output } from './dcnsim/v1/ListSecurityGroupsRequest.ts';
import type { ListSecurityGroupsResponse as _dcnsim_v1_ListSecurityGroupsResponse, ListSecurityGroupsResponse__Output as _dcnsim_v1_ListSecurityGroupsResponse__Output } from './dcnsim/v1/ListSecurityGroupsResponse.ts';
import type { ListServersRequest as _dcnsim_v1_ListServersRequest, ListServersRequest__Output as _dcnsim_v1_ListServersRequest__Output } from './dcnsim/v1/ListServersRequest.ts';
import type { ListServersResponse as _dcnsim_v1_ListServersResponse, ListServersResponse__Output as _dcnsim_v1_ListServersResponse__Output } from './dcnsim/v1/ListServersResponse.ts';
import type { ListSitesRequest as _dcnsim_v1_ListSitesRequest, ListSitesRequest__Output as _dcnsim_v1_ListSitesRequest__Output } from './dcnsim/v1/ListSitesRequest.ts';
import type { ListSitesResponse as _dcnsim_v1_ListSitesResponse, ListSitesResponse__Output as _dcnsim_v1_ListSitesResponse__Output } from './dcnsim/v1/ListSitesResponse.ts';
import type { ListStoresRequest as _dcnsim_v1_ListStoresRequest, ListStoresRequest__Output as _dcnsim_v1_ListStoresRequest__Output } from './dcnsim/v1/ListStoresRequest.ts';
import type { ListStoresResponse as _dcnsim_v1_ListStoresResponse, ListStoresResponse__Output as _dcnsim_v1_ListStoresResponse__Output } from './dcnsim/v1/ListStoresResponse.ts';
import type { ListTrafficRequest as _dcnsim_v1_ListTrafficRequest, ListTrafficRequest__Output as _dcnsim_v1_ListTrafficRequest__Output } from './dcnsim/v1/ListTrafficRequest.ts';
import type { ListTrafficResponse as _dcnsim_v1_ListTrafficResponse, ListTrafficResponse__Output as _dcnsim_v1_ListTrafficResponse__Output } from './dcnsim/v1/ListTrafficResponse.ts';
import type { ListVolumeSnapshotsRequest as _dcnsim_v1_ListVolumeSnapshotsRequest, ListVolumeSnapshotsRequest__Output as _dcnsim_v1_ListVolumeSnapshotsRequest__Output } from './dcnsim/v1/ListVolumeSnapshotsRequest.ts';
import type { ListVolumeSnapshotsResponse as _dcnsim_v1_ListVolumeSnapshotsResponse, ListVolumeSnapshotsResponse__Output as _dcnsim_v1_ListVolumeSnapshotsResponse__Output } from './dcnsim/v1/ListVolumeSnapshotsResponse.ts';
import type { ListVolumesRequest as _dcnsim_v1_ListVolumesRequest, ListVolumesRequest__Output as _dcnsim_v1_ListVolumesRequest__Output } from './dcnsim/v1/ListVolumesRequest.ts';
import type { ListVolumesResponse as _dcnsim_v1_ListVolumesResponse, ListVolumesResponse__Output as _dcnsim_v1_ListVolumesResponse__Output } from './dcnsim/v1/ListVolumesResponse.ts';
import type { Network as _dcnsim_v1_Network, Network__Output as _dcnsim_v1_Network__Output } from './dcnsim/v1/Network.ts';
import type { PoolInfo as _dcnsim_v1_PoolInfo, PoolInfo__Output as _dcnsim_v1_PoolInfo__Output } from './dcnsim/v1/PoolInfo.ts';
import type { PoolUsage as _dcnsim_v1_PoolUsage, PoolUsage__Output as _dcnsim_v1_PoolUsage__Output } from './dcnsim/v1/PoolUsage.ts';
import type { RbdImageInfo as _dcnsim_v1_RbdImageInfo, RbdImageInfo__Output as _dcnsim_v1_RbdImageInfo__Output } from './dcnsim/v1/RbdImageInfo.ts';
import type { RbdListEntry as _dcnsim_v1_RbdListEntry, RbdListEntry__Output as _dcnsim_v1_RbdListEntry__Output } from './dcnsim/v1/RbdListEntry.ts';
import type { RbdSnapshotInfo as _dcnsim_v1_RbdSnapshotInfo, RbdSnapshotInfo__Output as _dcnsim_v1_RbdSnapshotInfo__Output } from './dcnsim/v1/RbdSnapshotInfo.ts';
import type { RbdSnapshotNamespace as _dcnsim_v1_RbdSnapshotNamespace, RbdSnapshotNamespace__Output as _dcnsim_v1_RbdSnapshotNamespace__Output } from './dcnsim/v1/RbdSnapshotNamespace.ts';
import type { RbdSpec as _dcnsim_v1_RbdSpec, RbdSpec__Output as _dcnsim_v1_RbdSpec__Output } from './dcnsim/v1/RbdSpec.ts';
import type { RbdUsage as _dcnsim_v1_RbdUsage, RbdUsage__Output as _dcnsim_v1_RbdUsage__Output } from './dcnsim/v1/RbdUsage.ts';
import type { ReadRequest as _dcnsim_v1_ReadRequest, ReadRequest__Output as _dcnsim_v1_ReadRequest__Output } from './dcnsim/v1/ReadRequest.ts';
import type { RegisterSiteRequest as _dcnsim_v1_RegisterSiteRequest, RegisterSiteRequest__Output as _dcnsim_v1_RegisterSiteRequest__Output } from './dcnsim/v1/RegisterSiteRequest.ts';
import type { RegisterSiteResponse as _dcnsim_v1_RegisterSiteResponse, RegisterSiteResponse__Output as _dcnsim_v1_RegisterSiteResponse__Output } from './dcnsim/v1/RegisterSiteResponse.ts';
import type { RenameRbdImageRequest as _dcnsim_v1_RenameRbdImageRequest, RenameRbdImageRequest__Output as _dcnsim_v1_RenameRbdImageRequest__Output } from './dcnsim/v1/RenameRbdImageRequest.ts';
import type { ResizeRequest as _dcnsim_v1_ResizeRequest, ResizeRequest__Output as _dcnsim_v1_ResizeRequest__Output } from './dcnsim/v1/ResizeRequest.ts';
import type { RunningServer as _dcnsim_v1_RunningServer, RunningServer__Output as _dcnsim_v1_RunningServer__Output } from './dcnsim/v1/RunningServer.ts';
import type { SecurityGroup as _dcnsim_v1_SecurityGroup, SecurityGroup__Output as _dcnsim_v1_SecurityGroup__Output } from './dcnsim/v1/SecurityGroup.ts';
import type { Server as _dcnsim_v1_Server, Server__Output as _dcnsim_v1_Server__Output } from './dcnsim/v1/Server.ts';
import type { ServerRequest as _dcnsim_v1_ServerRequest, ServerRequest__Output as _dcnsim_v1_ServerRequest__Output } from './dcnsim/v1/ServerRequest.ts';
import type { ServersClient as _dcnsim_v1_ServersClient, ServersDefinition as _dcnsim_v1_ServersDefinition } from './dcnsim/v1/Servers.ts';
import type { SetLinkRequest as _dcnsim_v1_SetLinkRequest, SetLinkRequest__Output as _dcnsim_v1_SetLinkRequest__Output } from './dcnsim/v1/SetLinkRequest.ts';
import type { Site as _dcnsim_v1_Site, Site__Output as _dcnsim_v1_Site__Output } from './dcnsim/v1/Site.ts';
import type { SitesClient as _dcnsim_v1_SitesClient, SitesDefinition as _dcnsim_v1_SitesDefinition } from './dcnsim/v1/Sites.ts';
import type { Store as _dcnsim_v1_Store, Store__Output as _dcnsim_v1_Store__Output } from './dcnsim/v1/Store.ts';
import type { Traffic as _dcnsim_v1_Traffic, Traffic__Output as _dcnsim_v1_Traffic__Output } from './dcnsim/v1/Traffic.ts';
import type { UpdateImageRequest as _dcnsim_v1_UpdateImageRequest, UpdateImageRequest__Output as _dcnsim_v1_UpdateImageRequest__Output } from './dcnsim/v1/UpdateImageRequest.ts';
import type { UploadImageRequest as _dcnsim_v1_UploadImageRequest, UploadImageRequest__Output as _dcnsim_v1_UploadImageRequest__Output } from './dcnsim/v1/UploadImageRequest.ts';
import type { Volume as _dcnsim_v1_Volume, Volume__Output as _dcnsim_v1_Volume__Output } from './dcnsim/v1/Volume.ts';
import type { VolumeRequest as _dcnsim_v1_VolumeRequest, VolumeRequest__Output as _dcnsim_v1_VolumeRequest__Output } from './dcnsim/v1/VolumeRequest.ts';
import type { VolumeSnapshot as _dcnsim_v1_VolumeSnapshot, VolumeSnapshot__Output as _dcnsim_v1_VolumeSnapshot__Output } from './dcnsim/v1/VolumeSnapshot.ts';
import type { VolumeSnapshotRequest as _dcnsim_v1_VolumeSnapshotRequest, VolumeSnapshotRequest__Output as _dcnsim_v1_VolumeSnapshotRequest__Output } from './dcnsim/v1/VolumeSnapshotRequest.ts';
import type { VolumesClient as _dcnsim_v1_VolumesClient, VolumesDefinition as _dcnsim_v1_VolumesDefinition } from './dcnsim/v1/Volumes.ts';
import type { WriteRequest as _dcnsim_v1_WriteRequest, WriteRequest__Output as _dcnsim_v1_WriteRequest__Output } from './dcnsim/v1/WriteRequest.ts';
import type { WriteResponse as _dcnsim_v1_WriteResponse, WriteResponse__Output as _dcnsim_v1_WriteResponse__Output } from './dcnsim/v1/WriteResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  dcnsim: {
    v1: {
      Address: MessageTypeDefinition<_dcnsim_v1_Address, _dcnsim_v1_Address__Output>
      AttachRequest: MessageTypeDefinition<_dcnsim_v1_AttachRequest, _dcnsim_v1_AttachRequest__Output>
      Attachment: MessageTypeDefinition<_dcnsim_v1_Attachment, _dcnsim_v1_Attachment__Output>
      AvailabilityZone: MessageTypeDefinition<_dcnsim_v1_AvailabilityZone, _dcnsim_v1_AvailabilityZone__Output>
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
      CloneRequest: MessageTypeDefinition<_dcnsim_v1_CloneRequest, _dcnsim_v1_CloneRequest__Output>
      ClusterIdentity: MessageTypeDefinition<_dcnsim_v1_ClusterIdentity, _dcnsim_v1_ClusterIdentity__Output>
      ClusterUsage: MessageTypeDefinition<_dcnsim_v1_ClusterUsage, _dcnsim_v1_ClusterUsage__Output>
      ContentPiece: MessageTypeDefinition<_dcnsim_v1_ContentPiece, _dcnsim_v1_ContentPiece__Output>
      Copy: MessageTypeDefinition<_dcnsim_v1_Copy, _dcnsim_v1_Copy__Output>
      CreateImageRequest: MessageTypeDefinition<_dcnsim_v1_CreateImageRequest, _dcnsim_v1_CreateImageRequest__Output>
      CreatePoolRequest: MessageTypeDefinition<_dcnsim_v1_CreatePoolRequest, _dcnsim_v1_CreatePoolRequest__Output>
      CreateRbdImageRequest: MessageTypeDefinition<_dcnsim_v1_CreateRbdImageRequest, _dcnsim_v1_CreateRbdImageRequest__Output>
      CreateServerImageRequest: MessageTypeDefinition<_dcnsim_v1_CreateServerImageRequest, _dcnsim_v1_CreateServerImageRequest__Output>
      CreateServerImageResponse: MessageTypeDefinition<_dcnsim_v1_CreateServerImageResponse, _dcnsim_v1_CreateServerImageResponse__Output>
      CreateServerRequest: MessageTypeDefinition<_dcnsim_v1_CreateServerRequest, _dcnsim_v1_CreateServerRequest__Output>
      CreateVolumeRequest: MessageTypeDefinition<_dcnsim_v1_CreateVolumeRequest, _dcnsim_v1_CreateVolumeRequest__Output>
      CreateVolumeSnapshotRequest: MessageTypeDefinition<_dcnsim_v1_CreateVolumeSnapshotRequest, _dcnsim_v1_CreateVolumeSnapshotRequest__Output>
      DeleteImageFromStoreRequest: MessageTypeDefinition<_dcnsim_v1_DeleteImageFromStoreRequest, _dcnsim_v1_DeleteImageFromStoreRequest__Output>
      DfRequest: MessageTypeDefinition<_dcnsim_v1_DfRequest, _dcnsim_v1_DfRequest__Output>
      DiscardRequest: MessageTypeDefinition<_dcnsim_v1_DiscardRequest, _dcnsim_v1_DiscardRequest__Output>
      DiskUsageResponse: MessageTypeDefinition<_dcnsim_v1_DiskUsageResponse, _dcnsim_v1_DiskUsageResponse__Output>
      Done: MessageTypeDefinition<_dcnsim_v1_Done, _dcnsim_v1_Done__Output>
      Extent: MessageTypeDefinition<_dcnsim_v1_Extent, _dcnsim_v1_Extent__Output>
      Fault: MessageTypeDefinition<_dcnsim_v1_Fault, _dcnsim_v1_Fault__Output>
      Flavor: MessageTypeDefinition<_dcnsim_v1_Flavor, _dcnsim_v1_Flavor__Output>
      GetClusterRequest: MessageTypeDefinition<_dcnsim_v1_GetClusterRequest, _dcnsim_v1_GetClusterRequest__Output>
      GetImportInfoRequest: MessageTypeDefinition<_dcnsim_v1_GetImportInfoRequest, _dcnsim_v1_GetImportInfoRequest__Output>
      GlanceImage: MessageTypeDefinition<_dcnsim_v1_GlanceImage, _dcnsim_v1_GlanceImage__Output>
      HeartbeatRequest: MessageTypeDefinition<_dcnsim_v1_HeartbeatRequest, _dcnsim_v1_HeartbeatRequest__Output>
      ImageLocation: MessageTypeDefinition<_dcnsim_v1_ImageLocation, _dcnsim_v1_ImageLocation__Output>
      ImageMigration: MessageTypeDefinition<_dcnsim_v1_ImageMigration, _dcnsim_v1_ImageMigration__Output>
      ImageMirroring: MessageTypeDefinition<_dcnsim_v1_ImageMirroring, _dcnsim_v1_ImageMirroring__Output>
      ImageProperty: MessageTypeDefinition<_dcnsim_v1_ImageProperty, _dcnsim_v1_ImageProperty__Output>
      ImageRequest: MessageTypeDefinition<_dcnsim_v1_ImageRequest, _dcnsim_v1_ImageRequest__Output>
      ImageTask: MessageTypeDefinition<_dcnsim_v1_ImageTask, _dcnsim_v1_ImageTask__Output>
      /**
       * Glance: one image catalogue for the cloud, one store per site.
       */
      Images: SubtypeConstructor<typeof grpc.Client, _dcnsim_v1_ImagesClient> & { service: _dcnsim_v1_ImagesDefinition }
      ImportImageRequest: MessageTypeDefinition<_dcnsim_v1_ImportImageRequest, _dcnsim_v1_ImportImageRequest__Output>
      ImportImageResponse: MessageTypeDefinition<_dcnsim_v1_ImportImageResponse, _dcnsim_v1_ImportImageResponse__Output>
      ImportInfo: MessageTypeDefinition<_dcnsim_v1_ImportInfo, _dcnsim_v1_ImportInfo__Output>
      Keypair: MessageTypeDefinition<_dcnsim_v1_Keypair, _dcnsim_v1_Keypair__Output>
      Link: MessageTypeDefinition<_dcnsim_v1_Link, _dcnsim_v1_Link__Output>
      ListAvailabilityZonesRequest: MessageTypeDefinition<_dcnsim_v1_ListAvailabilityZonesRequest, _dcnsim_v1_ListAvailabilityZonesRequest__Output>
      ListAvailabilityZonesResponse: MessageTypeDefinition<_dcnsim_v1_ListAvailabilityZonesResponse, _dcnsim_v1_ListAvailabilityZonesResponse__Output>
      ListChildrenRequest: MessageTypeDefinition<_dcnsim_v1_ListChildrenRequest, _dcnsim_v1_ListChildrenRequest__Output>
      ListChildrenResponse: MessageTypeDefinition<_dcnsim_v1_ListChildrenResponse, _dcnsim_v1_ListChildrenResponse__Output>
      ListCopiesRequest: MessageTypeDefinition<_dcnsim_v1_ListCopiesRequest, _dcnsim_v1_ListCopiesRequest__Output>
      ListCopiesResponse: MessageTypeDefinition<_dcnsim_v1_ListCopiesResponse, _dcnsim_v1_ListCopiesResponse__Output>
      ListDetailedResponse: MessageTypeDefinition<_dcnsim_v1_ListDetailedResponse, _dcnsim_v1_ListDetailedResponse__Output>
      ListExtentsResponse: MessageTypeDefinition<_dcnsim_v1_ListExtentsResponse, _dcnsim_v1_ListExtentsResponse__Output>
      ListFlavorsRequest: MessageTypeDefinition<_dcnsim_v1_ListFlavorsRequest, _dcnsim_v1_ListFlavorsRequest__Output>
      ListFlavorsResponse: MessageTypeDefinition<_dcnsim_v1_ListFlavorsResponse, _dcnsim_v1_ListFlavorsResponse__Output>
      ListImageTasksResponse: MessageTypeDefinition<_dcnsim_v1_ListImageTasksResponse, _dcnsim_v1_ListImageTasksResponse__Output>
      ListImagesRequest: MessageTypeDefinition<_dcnsim_v1_ListImagesRequest, _dcnsim_v1_ListImagesRequest__Output>
      ListImagesResponse: MessageTypeDefinition<_dcnsim_v1_ListImagesResponse, _dcnsim_v1_ListImagesResponse__Output>
      ListKeypairsRequest: MessageTypeDefinition<_dcnsim_v1_ListKeypairsRequest, _dcnsim_v1_ListKeypairsRequest__Output>
      ListKeypairsResponse: MessageTypeDefinition<_dcnsim_v1_ListKeypairsResponse, _dcnsim_v1_ListKeypairsResponse__Output>
      ListLinksRequest: MessageTypeDefinition<_dcnsim_v1_ListLinksRequest, _dcnsim_v1_ListLinksRequest__Output>
      ListLinksResponse: MessageTypeDefinition<_dcnsim_v1_ListLinksResponse, _dcnsim_v1_ListLinksResponse__Output>
      ListNetworksRequest: MessageTypeDefinition<_dcnsim_v1_ListNetworksRequest, _dcnsim_v1_ListNetworksRequest__Output>
      ListNetworksResponse: MessageTypeDefinition<_dcnsim_v1_ListNetworksResponse, _dcnsim_v1_ListNetworksResponse__Output>
      ListPoolsRequest: MessageTypeDefinition<_dcnsim_v1_ListPoolsRequest, _dcnsim_v1_ListPoolsRequest__Output>
      ListPoolsResponse: MessageTypeDefinition<_dcnsim_v1_ListPoolsResponse, _dcnsim_v1_ListPoolsResponse__Output>
      ListRbdImagesRequest: MessageTypeDefinition<_dcnsim_v1_ListRbdImagesRequest, _dcnsim_v1_ListRbdImagesRequest__Output>
      ListRbdImagesResponse: MessageTypeDefinition<_dcnsim_v1_ListRbdImagesResponse, _dcnsim_v1_ListRbdImagesResponse__Output>
      ListRbdSnapshotsRequest: MessageTypeDefinition<_dcnsim_v1_ListRbdSnapshotsRequest, _dcnsim_v1_ListRbdSnapshotsRequest__Output>
      ListRbdSnapshotsResponse: MessageTypeDefinition<_dcnsim_v1_ListRbdSnapshotsResponse, _dcnsim_v1_ListRbdSnapshotsResponse__Output>
      ListSecurityGroupsRequest: MessageTypeDefinition<_dcnsim_v1_ListSecurityGroupsRequest, _dcnsim_v1_ListSecurityGroupsRequest__Output>
      ListSecurityGroupsResponse: MessageTypeDefinition<_dcnsim_v1_ListSecurityGroupsResponse, _dcnsim_v1_ListSecurityGroupsResponse__Output>
      ListServersRequest: MessageTypeDefinition<_dcnsim_v1_ListServersRequest, _dcnsim_v1_ListServersRequest__Output>
      ListServersResponse: MessageTypeDefinition<_dcnsim_v1_ListServersResponse, _dcnsim_v1_ListServersResponse__Output>
      ListSitesRequest: MessageTypeDefinition<_dcnsim_v1_ListSitesRequest, _dcnsim_v1_ListSitesRequest__Output>
      ListSitesResponse: MessageTypeDefinition<_dcnsim_v1_ListSitesResponse, _dcnsim_v1_ListSitesResponse__Output>
      ListStoresRequest: MessageTypeDefinition<_dcnsim_v1_ListStoresRequest, _dcnsim_v1_ListStoresRequest__Output>
      ListStoresResponse: MessageTypeDefinition<_dcnsim_v1_ListStoresResponse, _dcnsim_v1_ListStoresResponse__Output>
      ListTrafficRequest: MessageTypeDefinition<_dcnsim_v1_ListTrafficRequest, _dcnsim_v1_ListTrafficRequest__Output>
      ListTrafficResponse: MessageTypeDefinition<_dcnsim_v1_ListTrafficResponse, _dcnsim_v1_ListTrafficResponse__Output>
      ListVolumeSnapshotsRequest: MessageTypeDefinition<_dcnsim_v1_ListVolumeSnapshotsRequest, _dcnsim_v1_ListVolumeSnapshotsRequest__Output>
      ListVolumeSnapshotsResponse: MessageTypeDefinition<_dcnsim_v1_ListVolumeSnapshotsResponse, _dcnsim_v1_ListVolumeSnapshotsResponse__Output>
      ListVolumesRequest: MessageTypeDefinition<_dcnsim_v1_ListVolumesRequest, _dcnsim_v1_ListVolumesRequest__Output>
      ListVolumesResponse: MessageTypeDefinition<_dcnsim_v1_ListVolumesResponse, _dcnsim_v1_ListVolumesResponse__Output>
      Network: MessageTypeDefinition<_dcnsim_v1_Network, _dcnsim_v1_Network__Output>
      PoolInfo: MessageTypeDefinition<_dcnsim_v1_PoolInfo, _dcnsim_v1_PoolInfo__Output>
      PoolUsage: MessageTypeDefinition<_dcnsim_v1_PoolUsage, _dcnsim_v1_PoolUsage__Output>
      RbdImageInfo: MessageTypeDefinition<_dcnsim_v1_RbdImageInfo, _dcnsim_v1_RbdImageInfo__Output>
      RbdListEntry: MessageTypeDefinition<_dcnsim_v1_RbdListEntry, _dcnsim_v1_RbdListEntry__Output>
      RbdSnapshotInfo: MessageTypeDefinition<_dcnsim_v1_RbdSnapshotInfo, _dcnsim_v1_RbdSnapshotInfo__Output>
      RbdSnapshotNamespace: MessageTypeDefinition<_dcnsim_v1_RbdSnapshotNamespace, _dcnsim_v1_RbdSnapshotNamespace__Output>
      RbdSpec: MessageTypeDefinition<_dcnsim_v1_RbdSpec, _dcnsim_v1_RbdSpec__Output>
      RbdUsage: MessageTypeDefinition<_dcnsim_v1_RbdUsage, _dcnsim_v1_RbdUsage__Output>
      ReadRequest: MessageTypeDefinition<_dcnsim_v1_ReadRequest, _dcnsim_v1_ReadRequest__Output>
      RegisterSiteRequest: MessageTypeDefinition<_dcnsim_v1_RegisterSiteRequest, _dcnsim_v1_RegisterSiteRequest__Output>
      RegisterSiteResponse: MessageTypeDefinition<_dcnsim_v1_RegisterSiteResponse, _dcnsim_v1_RegisterSiteResponse__Output>
      RenameRbdImageRequest: MessageTypeDefinition<_dcnsim_v1_RenameRbdImageRequest, _dcnsim_v1_RenameRbdImageRequest__Output>
      ResizeRequest: MessageTypeDefinition<_dcnsim_v1_ResizeRequest, _dcnsim_v1_ResizeRequest__Output>
      RunningServer: MessageTypeDefinition<_dcnsim_v1_RunningServer, _dcnsim_v1_RunningServer__Output>
      SecurityGroup: MessageTypeDefinition<_dcnsim_v1_SecurityGroup, _dcnsim_v1_SecurityGroup__Output>
      Server: MessageTypeDefinition<_dcnsim_v1_Server, _dcnsim_v1_Server__Output>
      ServerRequest: MessageTypeDefinition<_dcnsim_v1_ServerRequest, _dcnsim_v1_ServerRequest__Output>
      /**
       * Nova, with the little of Neutron that a boot needs.
       */
      Servers: SubtypeConstructor<typeof grpc.Client, _dcnsim_v1_ServersClient> & { service: _dcnsim_v1_ServersDefinition }
      SetLinkRequest: MessageTypeDefinition<_dcnsim_v1_SetLinkRequest, _dcnsim_v1_SetLinkRequest__Output>
      Site: MessageTypeDefinition<_dcnsim_v1_Site, _dcnsim_v1_Site__Output>
      /**
       * The cloud's sites and the WAN between them. Any call that names a site fails with `not_found` when the topology does
       * not have it.
       */
      Sites: SubtypeConstructor<typeof grpc.Client, _dcnsim_v1_SitesClient> & { service: _dcnsim_v1_SitesDefinition }
      Store: MessageTypeDefinition<_dcnsim_v1_Store, _dcnsim_v1_Store__Output>
      Traffic: MessageTypeDefinition<_dcnsim_v1_Traffic, _dcnsim_v1_Traffic__Output>
      UpdateImageRequest: MessageTypeDefinition<_dcnsim_v1_UpdateImageRequest, _dcnsim_v1_UpdateImageRequest__Output>
      UploadImageRequest: MessageTypeDefinition<_dcnsim_v1_UploadImageRequest, _dcnsim_v1_UploadImageRequest__Output>
      Volume: MessageTypeDefinition<_dcnsim_v1_Volume, _dcnsim_v1_Volume__Output>
      VolumeRequest: MessageTypeDefinition<_dcnsim_v1_VolumeRequest, _dcnsim_v1_VolumeRequest__Output>
      VolumeSnapshot: MessageTypeDefinition<_dcnsim_v1_VolumeSnapshot, _dcnsim_v1_VolumeSnapshot__Output>
      VolumeSnapshotRequest: MessageTypeDefinition<_dcnsim_v1_VolumeSnapshotRequest, _dcnsim_v1_VolumeSnapshotRequest__Output>
      /**
       * Cinder: volumes and their snapshots; an availability zone is a site.
       */
      Volumes: SubtypeConstructor<typeof grpc.Client, _dcnsim_v1_VolumesClient> & { service: _dcnsim_v1_VolumesDefinition }
      WriteRequest: MessageTypeDefinition<_dcnsim_v1_WriteRequest, _dcnsim_v1_WriteRequest__Output>
      WriteResponse: MessageTypeDefinition<_dcnsim_v1_WriteResponse, _dcnsim_v1_WriteResponse__Output>
    }
  }
}

