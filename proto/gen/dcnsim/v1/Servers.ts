// Original file: proto/dcnsim/v1/hub.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateServerImageRequest as _dcnsim_v1_CreateServerImageRequest, CreateServerImageRequest__Output as _dcnsim_v1_CreateServerImageRequest__Output } from '../../dcnsim/v1/CreateServerImageRequest.ts';
import type { CreateServerImageResponse as _dcnsim_v1_CreateServerImageResponse, CreateServerImageResponse__Output as _dcnsim_v1_CreateServerImageResponse__Output } from '../../dcnsim/v1/CreateServerImageResponse.ts';
import type { CreateServerRequest as _dcnsim_v1_CreateServerRequest, CreateServerRequest__Output as _dcnsim_v1_CreateServerRequest__Output } from '../../dcnsim/v1/CreateServerRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { Flavor as _dcnsim_v1_Flavor, Flavor__Output as _dcnsim_v1_Flavor__Output } from '../../dcnsim/v1/Flavor.ts';
import type { Keypair as _dcnsim_v1_Keypair, Keypair__Output as _dcnsim_v1_Keypair__Output } from '../../dcnsim/v1/Keypair.ts';
import type { ListAvailabilityZonesRequest as _dcnsim_v1_ListAvailabilityZonesRequest, ListAvailabilityZonesRequest__Output as _dcnsim_v1_ListAvailabilityZonesRequest__Output } from '../../dcnsim/v1/ListAvailabilityZonesRequest.ts';
import type { ListAvailabilityZonesResponse as _dcnsim_v1_ListAvailabilityZonesResponse, ListAvailabilityZonesResponse__Output as _dcnsim_v1_ListAvailabilityZonesResponse__Output } from '../../dcnsim/v1/ListAvailabilityZonesResponse.ts';
import type { ListFlavorsRequest as _dcnsim_v1_ListFlavorsRequest, ListFlavorsRequest__Output as _dcnsim_v1_ListFlavorsRequest__Output } from '../../dcnsim/v1/ListFlavorsRequest.ts';
import type { ListFlavorsResponse as _dcnsim_v1_ListFlavorsResponse, ListFlavorsResponse__Output as _dcnsim_v1_ListFlavorsResponse__Output } from '../../dcnsim/v1/ListFlavorsResponse.ts';
import type { ListKeypairsRequest as _dcnsim_v1_ListKeypairsRequest, ListKeypairsRequest__Output as _dcnsim_v1_ListKeypairsRequest__Output } from '../../dcnsim/v1/ListKeypairsRequest.ts';
import type { ListKeypairsResponse as _dcnsim_v1_ListKeypairsResponse, ListKeypairsResponse__Output as _dcnsim_v1_ListKeypairsResponse__Output } from '../../dcnsim/v1/ListKeypairsResponse.ts';
import type { ListNetworksRequest as _dcnsim_v1_ListNetworksRequest, ListNetworksRequest__Output as _dcnsim_v1_ListNetworksRequest__Output } from '../../dcnsim/v1/ListNetworksRequest.ts';
import type { ListNetworksResponse as _dcnsim_v1_ListNetworksResponse, ListNetworksResponse__Output as _dcnsim_v1_ListNetworksResponse__Output } from '../../dcnsim/v1/ListNetworksResponse.ts';
import type { ListSecurityGroupsRequest as _dcnsim_v1_ListSecurityGroupsRequest, ListSecurityGroupsRequest__Output as _dcnsim_v1_ListSecurityGroupsRequest__Output } from '../../dcnsim/v1/ListSecurityGroupsRequest.ts';
import type { ListSecurityGroupsResponse as _dcnsim_v1_ListSecurityGroupsResponse, ListSecurityGroupsResponse__Output as _dcnsim_v1_ListSecurityGroupsResponse__Output } from '../../dcnsim/v1/ListSecurityGroupsResponse.ts';
import type { ListServersRequest as _dcnsim_v1_ListServersRequest, ListServersRequest__Output as _dcnsim_v1_ListServersRequest__Output } from '../../dcnsim/v1/ListServersRequest.ts';
import type { ListServersResponse as _dcnsim_v1_ListServersResponse, ListServersResponse__Output as _dcnsim_v1_ListServersResponse__Output } from '../../dcnsim/v1/ListServersResponse.ts';
import type { Network as _dcnsim_v1_Network, Network__Output as _dcnsim_v1_Network__Output } from '../../dcnsim/v1/Network.ts';
import type { SecurityGroup as _dcnsim_v1_SecurityGroup, SecurityGroup__Output as _dcnsim_v1_SecurityGroup__Output } from '../../dcnsim/v1/SecurityGroup.ts';
import type { Server as _dcnsim_v1_Server, Server__Output as _dcnsim_v1_Server__Output } from '../../dcnsim/v1/Server.ts';
import type { ServerRequest as _dcnsim_v1_ServerRequest, ServerRequest__Output as _dcnsim_v1_ServerRequest__Output } from '../../dcnsim/v1/ServerRequest.ts';

/**
 * Nova, with the little of Neutron that a boot needs.
 */
export interface ServersClient extends grpc.Client {
  /**
   * Makes a flavor; the request's id is not read. Fails with `already_exists` for the name; `invalid_argument` without.
   */
  CreateFlavor(argument: _dcnsim_v1_Flavor, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  CreateFlavor(argument: _dcnsim_v1_Flavor, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  CreateFlavor(argument: _dcnsim_v1_Flavor, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  CreateFlavor(argument: _dcnsim_v1_Flavor, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a flavor; the request's id is not read. Fails with `already_exists` for the name; `invalid_argument` without.
   */
  createFlavor(argument: _dcnsim_v1_Flavor, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  createFlavor(argument: _dcnsim_v1_Flavor, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  createFlavor(argument: _dcnsim_v1_Flavor, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  createFlavor(argument: _dcnsim_v1_Flavor, callback: grpc.requestCallback<_dcnsim_v1_Flavor__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a key pair, of which only the fingerprint exists; the request's one is not read. Fails as CreateFlavor.
   */
  CreateKeypair(argument: _dcnsim_v1_Keypair, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  CreateKeypair(argument: _dcnsim_v1_Keypair, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  CreateKeypair(argument: _dcnsim_v1_Keypair, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  CreateKeypair(argument: _dcnsim_v1_Keypair, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a key pair, of which only the fingerprint exists; the request's one is not read. Fails as CreateFlavor.
   */
  createKeypair(argument: _dcnsim_v1_Keypair, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  createKeypair(argument: _dcnsim_v1_Keypair, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  createKeypair(argument: _dcnsim_v1_Keypair, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  createKeypair(argument: _dcnsim_v1_Keypair, callback: grpc.requestCallback<_dcnsim_v1_Keypair__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a network; the request's id is not read. Fails as CreateFlavor.
   */
  CreateNetwork(argument: _dcnsim_v1_Network, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  CreateNetwork(argument: _dcnsim_v1_Network, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  CreateNetwork(argument: _dcnsim_v1_Network, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  CreateNetwork(argument: _dcnsim_v1_Network, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a network; the request's id is not read. Fails as CreateFlavor.
   */
  createNetwork(argument: _dcnsim_v1_Network, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  createNetwork(argument: _dcnsim_v1_Network, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  createNetwork(argument: _dcnsim_v1_Network, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  createNetwork(argument: _dcnsim_v1_Network, callback: grpc.requestCallback<_dcnsim_v1_Network__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a security group, which has no rules; the request's id is not read. Fails as CreateFlavor.
   */
  CreateSecurityGroup(argument: _dcnsim_v1_SecurityGroup, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  CreateSecurityGroup(argument: _dcnsim_v1_SecurityGroup, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  CreateSecurityGroup(argument: _dcnsim_v1_SecurityGroup, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  CreateSecurityGroup(argument: _dcnsim_v1_SecurityGroup, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a security group, which has no rules; the request's id is not read. Fails as CreateFlavor.
   */
  createSecurityGroup(argument: _dcnsim_v1_SecurityGroup, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  createSecurityGroup(argument: _dcnsim_v1_SecurityGroup, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  createSecurityGroup(argument: _dcnsim_v1_SecurityGroup, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  createSecurityGroup(argument: _dcnsim_v1_SecurityGroup, callback: grpc.requestCallback<_dcnsim_v1_SecurityGroup__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the server is BUILD; it ends ACTIVE, or ERROR with a fault (also when its site is down). Fails with
   * `invalid_argument` naming the zone, key pair, network, security group, image or volume that cannot be used, or a
   * flavor that is too small; `not_found` for the flavor, image or volume.
   */
  CreateServer(argument: _dcnsim_v1_CreateServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  CreateServer(argument: _dcnsim_v1_CreateServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  CreateServer(argument: _dcnsim_v1_CreateServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  CreateServer(argument: _dcnsim_v1_CreateServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the server is BUILD; it ends ACTIVE, or ERROR with a fault (also when its site is down). Fails with
   * `invalid_argument` naming the zone, key pair, network, security group, image or volume that cannot be used, or a
   * flavor that is too small; `not_found` for the flavor, image or volume.
   */
  createServer(argument: _dcnsim_v1_CreateServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  createServer(argument: _dcnsim_v1_CreateServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  createServer(argument: _dcnsim_v1_CreateServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  createServer(argument: _dcnsim_v1_CreateServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  
  /**
   * A new image of the server's disk, in the store of its site; answers the image's id at once. The record goes away
   * again when that fails. Fails with `not_found`; `conflict` unless the server is ACTIVE or SHUTOFF and idle.
   */
  CreateServerImage(argument: _dcnsim_v1_CreateServerImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  CreateServerImage(argument: _dcnsim_v1_CreateServerImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  CreateServerImage(argument: _dcnsim_v1_CreateServerImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  CreateServerImage(argument: _dcnsim_v1_CreateServerImageRequest, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * A new image of the server's disk, in the store of its site; answers the image's id at once. The record goes away
   * again when that fails. Fails with `not_found`; `conflict` unless the server is ACTIVE or SHUTOFF and idle.
   */
  createServerImage(argument: _dcnsim_v1_CreateServerImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  createServerImage(argument: _dcnsim_v1_CreateServerImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  createServerImage(argument: _dcnsim_v1_CreateServerImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  createServerImage(argument: _dcnsim_v1_CreateServerImageRequest, callback: grpc.requestCallback<_dcnsim_v1_CreateServerImageResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the server is being deleted: its own disk goes, a volume becomes available again, the record goes
   * last. Waits for a site that has not registered; ends ERROR when it fails. Fails with `not_found`.
   */
  DeleteServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the server is being deleted: its own disk goes, a volume becomes available again, the record goes
   * last. Waits for a site that has not registered; ends ERROR when it fails. Fails with `not_found`.
   */
  deleteServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * One server as it is now. Fails with `not_found`.
   */
  GetServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  GetServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  GetServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  GetServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  /**
   * One server as it is now. Fails with `not_found`.
   */
  getServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  getServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  getServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  getServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Server__Output>): grpc.ClientUnaryCall;
  
  /**
   * One zone per site, in the topology's order.
   */
  ListAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  ListAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  ListAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  ListAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * One zone per site, in the topology's order.
   */
  listAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  listAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  listAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  listAvailabilityZones(argument: _dcnsim_v1_ListAvailabilityZonesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListAvailabilityZonesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * All flavors; they belong to no project.
   */
  ListFlavors(argument: _dcnsim_v1_ListFlavorsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  ListFlavors(argument: _dcnsim_v1_ListFlavorsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  ListFlavors(argument: _dcnsim_v1_ListFlavorsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  ListFlavors(argument: _dcnsim_v1_ListFlavorsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * All flavors; they belong to no project.
   */
  listFlavors(argument: _dcnsim_v1_ListFlavorsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  listFlavors(argument: _dcnsim_v1_ListFlavorsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  listFlavors(argument: _dcnsim_v1_ListFlavorsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  listFlavors(argument: _dcnsim_v1_ListFlavorsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListFlavorsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * All key pairs; they belong to no user here.
   */
  ListKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  ListKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  ListKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  ListKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * All key pairs; they belong to no user here.
   */
  listKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  listKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  listKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  listKeypairs(argument: _dcnsim_v1_ListKeypairsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListKeypairsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * All networks; they belong to no project.
   */
  ListNetworks(argument: _dcnsim_v1_ListNetworksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  ListNetworks(argument: _dcnsim_v1_ListNetworksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  ListNetworks(argument: _dcnsim_v1_ListNetworksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  ListNetworks(argument: _dcnsim_v1_ListNetworksRequest, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  /**
   * All networks; they belong to no project.
   */
  listNetworks(argument: _dcnsim_v1_ListNetworksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  listNetworks(argument: _dcnsim_v1_ListNetworksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  listNetworks(argument: _dcnsim_v1_ListNetworksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  listNetworks(argument: _dcnsim_v1_ListNetworksRequest, callback: grpc.requestCallback<_dcnsim_v1_ListNetworksResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * All security groups; they belong to no project. `default` is always there.
   */
  ListSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  ListSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  ListSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  ListSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * All security groups; they belong to no project. `default` is always there.
   */
  listSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  listSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  listSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  listSecurityGroups(argument: _dcnsim_v1_ListSecurityGroupsRequest, callback: grpc.requestCallback<_dcnsim_v1_ListSecurityGroupsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The servers of the caller's project; an admin sees all.
   */
  ListServers(argument: _dcnsim_v1_ListServersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  ListServers(argument: _dcnsim_v1_ListServersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  ListServers(argument: _dcnsim_v1_ListServersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  ListServers(argument: _dcnsim_v1_ListServersRequest, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The servers of the caller's project; an admin sees all.
   */
  listServers(argument: _dcnsim_v1_ListServersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  listServers(argument: _dcnsim_v1_ListServersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  listServers(argument: _dcnsim_v1_ListServersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  listServers(argument: _dcnsim_v1_ListServersRequest, callback: grpc.requestCallback<_dcnsim_v1_ListServersResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the server is powering on; it ends ACTIVE. Fails as StopServer.
   */
  StartServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  StartServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  StartServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  StartServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the server is powering on; it ends ACTIVE. Fails as StopServer.
   */
  startServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  startServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  startServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  startServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answered while the server is powering off; it ends SHUTOFF. Fails with `not_found`; `conflict` in a wrong state or
   * while another task runs.
   */
  StopServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  StopServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  StopServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  StopServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Answered while the server is powering off; it ends SHUTOFF. Fails with `not_found`; `conflict` in a wrong state or
   * while another task runs.
   */
  stopServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  stopServer(argument: _dcnsim_v1_ServerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  stopServer(argument: _dcnsim_v1_ServerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  stopServer(argument: _dcnsim_v1_ServerRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Nova, with the little of Neutron that a boot needs.
 */
export interface ServersHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes a flavor; the request's id is not read. Fails with `already_exists` for the name; `invalid_argument` without.
   */
  CreateFlavor: grpc.handleUnaryCall<_dcnsim_v1_Flavor__Output, _dcnsim_v1_Flavor>;
  
  /**
   * Makes a key pair, of which only the fingerprint exists; the request's one is not read. Fails as CreateFlavor.
   */
  CreateKeypair: grpc.handleUnaryCall<_dcnsim_v1_Keypair__Output, _dcnsim_v1_Keypair>;
  
  /**
   * Makes a network; the request's id is not read. Fails as CreateFlavor.
   */
  CreateNetwork: grpc.handleUnaryCall<_dcnsim_v1_Network__Output, _dcnsim_v1_Network>;
  
  /**
   * Makes a security group, which has no rules; the request's id is not read. Fails as CreateFlavor.
   */
  CreateSecurityGroup: grpc.handleUnaryCall<_dcnsim_v1_SecurityGroup__Output, _dcnsim_v1_SecurityGroup>;
  
  /**
   * Answered while the server is BUILD; it ends ACTIVE, or ERROR with a fault (also when its site is down). Fails with
   * `invalid_argument` naming the zone, key pair, network, security group, image or volume that cannot be used, or a
   * flavor that is too small; `not_found` for the flavor, image or volume.
   */
  CreateServer: grpc.handleUnaryCall<_dcnsim_v1_CreateServerRequest__Output, _dcnsim_v1_Server>;
  
  /**
   * A new image of the server's disk, in the store of its site; answers the image's id at once. The record goes away
   * again when that fails. Fails with `not_found`; `conflict` unless the server is ACTIVE or SHUTOFF and idle.
   */
  CreateServerImage: grpc.handleUnaryCall<_dcnsim_v1_CreateServerImageRequest__Output, _dcnsim_v1_CreateServerImageResponse>;
  
  /**
   * Answered while the server is being deleted: its own disk goes, a volume becomes available again, the record goes
   * last. Waits for a site that has not registered; ends ERROR when it fails. Fails with `not_found`.
   */
  DeleteServer: grpc.handleUnaryCall<_dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * One server as it is now. Fails with `not_found`.
   */
  GetServer: grpc.handleUnaryCall<_dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Server>;
  
  /**
   * One zone per site, in the topology's order.
   */
  ListAvailabilityZones: grpc.handleUnaryCall<_dcnsim_v1_ListAvailabilityZonesRequest__Output, _dcnsim_v1_ListAvailabilityZonesResponse>;
  
  /**
   * All flavors; they belong to no project.
   */
  ListFlavors: grpc.handleUnaryCall<_dcnsim_v1_ListFlavorsRequest__Output, _dcnsim_v1_ListFlavorsResponse>;
  
  /**
   * All key pairs; they belong to no user here.
   */
  ListKeypairs: grpc.handleUnaryCall<_dcnsim_v1_ListKeypairsRequest__Output, _dcnsim_v1_ListKeypairsResponse>;
  
  /**
   * All networks; they belong to no project.
   */
  ListNetworks: grpc.handleUnaryCall<_dcnsim_v1_ListNetworksRequest__Output, _dcnsim_v1_ListNetworksResponse>;
  
  /**
   * All security groups; they belong to no project. `default` is always there.
   */
  ListSecurityGroups: grpc.handleUnaryCall<_dcnsim_v1_ListSecurityGroupsRequest__Output, _dcnsim_v1_ListSecurityGroupsResponse>;
  
  /**
   * The servers of the caller's project; an admin sees all.
   */
  ListServers: grpc.handleUnaryCall<_dcnsim_v1_ListServersRequest__Output, _dcnsim_v1_ListServersResponse>;
  
  /**
   * Answered while the server is powering on; it ends ACTIVE. Fails as StopServer.
   */
  StartServer: grpc.handleUnaryCall<_dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Answered while the server is powering off; it ends SHUTOFF. Fails with `not_found`; `conflict` in a wrong state or
   * while another task runs.
   */
  StopServer: grpc.handleUnaryCall<_dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Done>;
  
}

export interface ServersDefinition extends grpc.ServiceDefinition {
  CreateFlavor: MethodDefinition<_dcnsim_v1_Flavor, _dcnsim_v1_Flavor, _dcnsim_v1_Flavor__Output, _dcnsim_v1_Flavor__Output>
  CreateKeypair: MethodDefinition<_dcnsim_v1_Keypair, _dcnsim_v1_Keypair, _dcnsim_v1_Keypair__Output, _dcnsim_v1_Keypair__Output>
  CreateNetwork: MethodDefinition<_dcnsim_v1_Network, _dcnsim_v1_Network, _dcnsim_v1_Network__Output, _dcnsim_v1_Network__Output>
  CreateSecurityGroup: MethodDefinition<_dcnsim_v1_SecurityGroup, _dcnsim_v1_SecurityGroup, _dcnsim_v1_SecurityGroup__Output, _dcnsim_v1_SecurityGroup__Output>
  CreateServer: MethodDefinition<_dcnsim_v1_CreateServerRequest, _dcnsim_v1_Server, _dcnsim_v1_CreateServerRequest__Output, _dcnsim_v1_Server__Output>
  CreateServerImage: MethodDefinition<_dcnsim_v1_CreateServerImageRequest, _dcnsim_v1_CreateServerImageResponse, _dcnsim_v1_CreateServerImageRequest__Output, _dcnsim_v1_CreateServerImageResponse__Output>
  DeleteServer: MethodDefinition<_dcnsim_v1_ServerRequest, _dcnsim_v1_Done, _dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Done__Output>
  GetServer: MethodDefinition<_dcnsim_v1_ServerRequest, _dcnsim_v1_Server, _dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Server__Output>
  ListAvailabilityZones: MethodDefinition<_dcnsim_v1_ListAvailabilityZonesRequest, _dcnsim_v1_ListAvailabilityZonesResponse, _dcnsim_v1_ListAvailabilityZonesRequest__Output, _dcnsim_v1_ListAvailabilityZonesResponse__Output>
  ListFlavors: MethodDefinition<_dcnsim_v1_ListFlavorsRequest, _dcnsim_v1_ListFlavorsResponse, _dcnsim_v1_ListFlavorsRequest__Output, _dcnsim_v1_ListFlavorsResponse__Output>
  ListKeypairs: MethodDefinition<_dcnsim_v1_ListKeypairsRequest, _dcnsim_v1_ListKeypairsResponse, _dcnsim_v1_ListKeypairsRequest__Output, _dcnsim_v1_ListKeypairsResponse__Output>
  ListNetworks: MethodDefinition<_dcnsim_v1_ListNetworksRequest, _dcnsim_v1_ListNetworksResponse, _dcnsim_v1_ListNetworksRequest__Output, _dcnsim_v1_ListNetworksResponse__Output>
  ListSecurityGroups: MethodDefinition<_dcnsim_v1_ListSecurityGroupsRequest, _dcnsim_v1_ListSecurityGroupsResponse, _dcnsim_v1_ListSecurityGroupsRequest__Output, _dcnsim_v1_ListSecurityGroupsResponse__Output>
  ListServers: MethodDefinition<_dcnsim_v1_ListServersRequest, _dcnsim_v1_ListServersResponse, _dcnsim_v1_ListServersRequest__Output, _dcnsim_v1_ListServersResponse__Output>
  StartServer: MethodDefinition<_dcnsim_v1_ServerRequest, _dcnsim_v1_Done, _dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Done__Output>
  StopServer: MethodDefinition<_dcnsim_v1_ServerRequest, _dcnsim_v1_Done, _dcnsim_v1_ServerRequest__Output, _dcnsim_v1_Done__Output>
}
