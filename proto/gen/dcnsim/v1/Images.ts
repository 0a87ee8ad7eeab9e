// Original file: proto/dcnsim/v1/hub.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ContentPiece as _dcnsim_v1_ContentPiece, ContentPiece__Output as _dcnsim_v1_ContentPiece__Output } from '../../dcnsim/v1/ContentPiece.ts';
import type { CreateImageRequest as _dcnsim_v1_CreateImageRequest, CreateImageRequest__Output as _dcnsim_v1_CreateImageRequest__Output } from '../../dcnsim/v1/CreateImageRequest.ts';
import type { DeleteImageFromStoreRequest as _dcnsim_v1_DeleteImageFromStoreRequest, DeleteImageFromStoreRequest__Output as _dcnsim_v1_DeleteImageFromStoreRequest__Output } from '../../dcnsim/v1/DeleteImageFromStoreRequest.ts';
import type { Done as _dcnsim_v1_Done, Done__Output as _dcnsim_v1_Done__Output } from '../../dcnsim/v1/Done.ts';
import type { GetImportInfoRequest as _dcnsim_v1_GetImportInfoRequest, GetImportInfoRequest__Output as _dcnsim_v1_GetImportInfoRequest__Output } from '../../dcnsim/v1/GetImportInfoRequest.ts';
import type { GlanceImage as _dcnsim_v1_GlanceImage, GlanceImage__Output as _dcnsim_v1_GlanceImage__Output } from '../../dcnsim/v1/GlanceImage.ts';
import type { ImageRequest as _dcnsim_v1_ImageRequest, ImageRequest__Output as _dcnsim_v1_ImageRequest__Output } from '../../dcnsim/v1/ImageRequest.ts';
import type { ImportImageRequest as _dcnsim_v1_ImportImageRequest, ImportImageRequest__Output as _dcnsim_v1_ImportImageRequest__Output } from '../../dcnsim/v1/ImportImageRequest.ts';
import type { ImportImageResponse as _dcnsim_v1_ImportImageResponse, ImportImageResponse__Output as _dcnsim_v1_ImportImageResponse__Output } from '../../dcnsim/v1/ImportImageResponse.ts';
import type { ImportInfo as _dcnsim_v1_ImportInfo, ImportInfo__Output as _dcnsim_v1_ImportInfo__Output } from '../../dcnsim/v1/ImportInfo.ts';
import type { ListCopiesRequest as _dcnsim_v1_ListCopiesRequest, ListCopiesRequest__Output as _dcnsim_v1_ListCopiesRequest__Output } from '../../dcnsim/v1/ListCopiesRequest.ts';
import type { ListCopiesResponse as _dcnsim_v1_ListCopiesResponse, ListCopiesResponse__Output as _dcnsim_v1_ListCopiesResponse__Output } from '../../dcnsim/v1/ListCopiesResponse.ts';
import type { ListImageTasksResponse as _dcnsim_v1_ListImageTasksResponse, ListImageTasksResponse__Output as _dcnsim_v1_ListImageTasksResponse__Output } from '../../dcnsim/v1/ListImageTasksResponse.ts';
import type { ListImagesRequest as _dcnsim_v1_ListImagesRequest, ListImagesRequest__Output as _dcnsim_v1_ListImagesRequest__Output } from '../../dcnsim/v1/ListImagesRequest.ts';
import type { ListImagesResponse as _dcnsim_v1_ListImagesResponse, ListImagesResponse__Output as _dcnsim_v1_ListImagesResponse__Output } from '../../dcnsim/v1/ListImagesResponse.ts';
import type { ListStoresRequest as _dcnsim_v1_ListStoresRequest, ListStoresRequest__Output as _dcnsim_v1_ListStoresRequest__Output } from '../../dcnsim/v1/ListStoresRequest.ts';
import type { ListStoresResponse as _dcnsim_v1_ListStoresResponse, ListStoresResponse__Output as _dcnsim_v1_ListStoresResponse__Output } from '../../dcnsim/v1/ListStoresResponse.ts';
import type { UpdateImageRequest as _dcnsim_v1_UpdateImageRequest, UpdateImageRequest__Output as _dcnsim_v1_UpdateImageRequest__Output } from '../../dcnsim/v1/UpdateImageRequest.ts';
import type { UploadImageRequest as _dcnsim_v1_UploadImageRequest, UploadImageRequest__Output as _dcnsim_v1_UploadImageRequest__Output } from '../../dcnsim/v1/UploadImageRequest.ts';

/**
 * Glance: one image catalogue for the cloud, one store per site.
 */
export interface ImagesClient extends grpc.Client {
  /**
   * A record in status `queued`, without data. Fails with `invalid_argument` for a value or id that Glance does not
   * know; `forbidden` for a reserved property, or a public image by one who is not an admin; `already_exists` for the
   * id.
   */
  CreateImage(argument: _dcnsim_v1_CreateImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  CreateImage(argument: _dcnsim_v1_CreateImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  CreateImage(argument: _dcnsim_v1_CreateImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  CreateImage(argument: _dcnsim_v1_CreateImageRequest, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  /**
   * A record in status `queued`, without data. Fails with `invalid_argument` for a value or id that Glance does not
   * know; `forbidden` for a reserved property, or a public image by one who is not an admin; `already_exists` for the
   * id.
   */
  createImage(argument: _dcnsim_v1_CreateImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  createImage(argument: _dcnsim_v1_CreateImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  createImage(argument: _dcnsim_v1_CreateImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  createImage(argument: _dcnsim_v1_CreateImageRequest, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes every copy and the record. Fails with `not_found`; `forbidden` for a protected image; `conflict` while
   * clones need its data: what they need stays, and the record too.
   */
  DeleteImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteImage(argument: _dcnsim_v1_ImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteImage(argument: _dcnsim_v1_ImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes every copy and the record. Fails with `not_found`; `forbidden` for a protected image; `conflict` while
   * clones need its data: what they need stays, and the record too.
   */
  deleteImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteImage(argument: _dcnsim_v1_ImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteImage(argument: _dcnsim_v1_ImageRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes the copy of one store (glance stores-delete), of a protected image too. Fails with `forbidden` for the last
   * copy; `conflict` while clones need it, for an unknown store, or when the image is not active; `not_found` for a
   * store without a copy.
   */
  DeleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  DeleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  /**
   * Removes the copy of one store (glance stores-delete), of a protected image too. Fails with `forbidden` for the last
   * copy; `conflict` while clones need it, for an unknown store, or when the image is not active; `not_found` for a
   * store without a copy.
   */
  deleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  deleteImageFromStore(argument: _dcnsim_v1_DeleteImageFromStoreRequest, callback: grpc.requestCallback<_dcnsim_v1_Done__Output>): grpc.ClientUnaryCall;
  
  /**
   * The image's bytes in order, from the first location that can be read; the default store's is tried first. Fails
   * with `not_found` when none can; `forbidden` when the image is deactivated and the caller is not an admin.
   */
  DownloadImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  DownloadImage(argument: _dcnsim_v1_ImageRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  /**
   * The image's bytes in order, from the first location that can be read; the default store's is tried first. Fails
   * with `not_found` when none can; `forbidden` when the image is deactivated and the caller is not an admin.
   */
  downloadImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  downloadImage(argument: _dcnsim_v1_ImageRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_dcnsim_v1_ContentPiece__Output>;
  
  /**
   * One image as it is now; public and community ones are everybody's to see. Fails with `not_found`.
   */
  GetImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  GetImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  GetImage(argument: _dcnsim_v1_ImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  GetImage(argument: _dcnsim_v1_ImageRequest, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  /**
   * One image as it is now; public and community ones are everybody's to see. Fails with `not_found`.
   */
  getImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  getImage(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  getImage(argument: _dcnsim_v1_ImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  getImage(argument: _dcnsim_v1_ImageRequest, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  
  /**
   * The enabled import methods (glance import-info).
   */
  GetImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  GetImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  GetImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  GetImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  /**
   * The enabled import methods (glance import-info).
   */
  getImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  getImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  getImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  getImportInfo(argument: _dcnsim_v1_GetImportInfoRequest, callback: grpc.requestCallback<_dcnsim_v1_ImportInfo__Output>): grpc.ClientUnaryCall;
  
  /**
   * Starts an import task and answers at once; `copy-image`, `web-download` or `glance-direct`. One import at a time
   * for each image. Fails with `conflict` while another one runs, in a wrong status, without formats or for an unknown
   * store; `invalid_argument` for a method that is not enabled, a URI that is not allowed, `stores` beside
   * `all_stores`, or a store that has a copy already; `forbidden` for copy-image by one who is not an admin.
   */
  ImportImage(argument: _dcnsim_v1_ImportImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  ImportImage(argument: _dcnsim_v1_ImportImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  ImportImage(argument: _dcnsim_v1_ImportImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  ImportImage(argument: _dcnsim_v1_ImportImageRequest, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Starts an import task and answers at once; `copy-image`, `web-download` or `glance-direct`. One import at a time
   * for each image. Fails with `conflict` while another one runs, in a wrong status, without formats or for an unknown
   * store; `invalid_argument` for a method that is not enabled, a URI that is not allowed, `stores` beside
   * `all_stores`, or a store that has a copy already; `forbidden` for copy-image by one who is not an admin.
   */
  importImage(argument: _dcnsim_v1_ImportImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  importImage(argument: _dcnsim_v1_ImportImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  importImage(argument: _dcnsim_v1_ImportImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  importImage(argument: _dcnsim_v1_ImportImageRequest, callback: grpc.requestCallback<_dcnsim_v1_ImportImageResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Finished and running copies into stores, with times and bytes, oldest first.
   */
  ListCopies(argument: _dcnsim_v1_ListCopiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  ListCopies(argument: _dcnsim_v1_ListCopiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  ListCopies(argument: _dcnsim_v1_ListCopiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  ListCopies(argument: _dcnsim_v1_ListCopiesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Finished and running copies into stores, with times and bytes, oldest first.
   */
  listCopies(argument: _dcnsim_v1_ListCopiesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  listCopies(argument: _dcnsim_v1_ListCopiesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  listCopies(argument: _dcnsim_v1_ListCopiesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  listCopies(argument: _dcnsim_v1_ListCopiesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListCopiesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * An image's import tasks, oldest first. Fails with `not_found` for the image.
   */
  ListImageTasks(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  ListImageTasks(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  ListImageTasks(argument: _dcnsim_v1_ImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  ListImageTasks(argument: _dcnsim_v1_ImageRequest, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  /**
   * An image's import tasks, oldest first. Fails with `not_found` for the image.
   */
  listImageTasks(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  listImageTasks(argument: _dcnsim_v1_ImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  listImageTasks(argument: _dcnsim_v1_ImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  listImageTasks(argument: _dcnsim_v1_ImageRequest, callback: grpc.requestCallback<_dcnsim_v1_ListImageTasksResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The images that the caller's project owns and the public ones; an admin sees all.
   */
  ListImages(argument: _dcnsim_v1_ListImagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_ListImagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_ListImagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  ListImages(argument: _dcnsim_v1_ListImagesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * The images that the caller's project owns and the public ones; an admin sees all.
   */
  listImages(argument: _dcnsim_v1_ListImagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_ListImagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_ListImagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  listImages(argument: _dcnsim_v1_ListImagesRequest, callback: grpc.requestCallback<_dcnsim_v1_ListImagesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Stores in configured order; the default one is marked (glance stores-info).
   */
  ListStores(argument: _dcnsim_v1_ListStoresRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  ListStores(argument: _dcnsim_v1_ListStoresRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  ListStores(argument: _dcnsim_v1_ListStoresRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  ListStores(argument: _dcnsim_v1_ListStoresRequest, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Stores in configured order; the default one is marked (glance stores-info).
   */
  listStores(argument: _dcnsim_v1_ListStoresRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  listStores(argument: _dcnsim_v1_ListStoresRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  listStores(argument: _dcnsim_v1_ListStoresRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  listStores(argument: _dcnsim_v1_ListStoresRequest, callback: grpc.requestCallback<_dcnsim_v1_ListStoresResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Like UploadImage, into the staging area: the first half of `glance-direct`. Leaves the image `uploading`.
   */
  StageImage(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  StageImage(metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  StageImage(options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  StageImage(callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  /**
   * Like UploadImage, into the staging area: the first half of `glance-direct`. Leaves the image `uploading`.
   */
  stageImage(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  stageImage(metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  stageImage(options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  stageImage(callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  
  /**
   * Changes what is named and leaves the rest. Fails with `not_found`; `forbidden` for an image of another project or a
   * reserved property; `invalid_argument` for a value; `conflict` for a property to remove that is not there.
   */
  UpdateImage(argument: _dcnsim_v1_UpdateImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  UpdateImage(argument: _dcnsim_v1_UpdateImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  UpdateImage(argument: _dcnsim_v1_UpdateImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  UpdateImage(argument: _dcnsim_v1_UpdateImageRequest, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  /**
   * Changes what is named and leaves the rest. Fails with `not_found`; `forbidden` for an image of another project or a
   * reserved property; `invalid_argument` for a value; `conflict` for a property to remove that is not there.
   */
  updateImage(argument: _dcnsim_v1_UpdateImageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  updateImage(argument: _dcnsim_v1_UpdateImageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  updateImage(argument: _dcnsim_v1_UpdateImageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  updateImage(argument: _dcnsim_v1_UpdateImageRequest, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientUnaryCall;
  
  /**
   * The first message names image and store, the rest carry bytes; answered when the image is active. A failed upload
   * leaves it `queued`. Fails with `invalid_argument` for an unknown store, missing formats or another size than was
   * said; `conflict` in a wrong status; `forbidden` for an image of another project; `no_space`.
   */
  UploadImage(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  UploadImage(metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  UploadImage(options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  UploadImage(callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  /**
   * The first message names image and store, the rest carry bytes; answered when the image is active. A failed upload
   * leaves it `queued`. Fails with `invalid_argument` for an unknown store, missing formats or another size than was
   * said; `conflict` in a wrong status; `forbidden` for an image of another project; `no_space`.
   */
  uploadImage(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  uploadImage(metadata: grpc.Metadata, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  uploadImage(options: grpc.CallOptions, callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  uploadImage(callback: grpc.requestCallback<_dcnsim_v1_GlanceImage__Output>): grpc.ClientWritableStream<_dcnsim_v1_UploadImageRequest>;
  
}

/**
 * Glance: one image catalogue for the cloud, one store per site.
 */
export interface ImagesHandlers extends grpc.UntypedServiceImplementation {
  /**
   * A record in status `queued`, without data. Fails with `invalid_argument` for a value or id that Glance does not
   * know; `forbidden` for a reserved property, or a public image by one who is not an admin; `already_exists` for the
   * id.
   */
  CreateImage: grpc.handleUnaryCall<_dcnsim_v1_CreateImageRequest__Output, _dcnsim_v1_GlanceImage>;
  
  /**
   * Removes every copy and the record. Fails with `not_found`; `forbidden` for a protected image; `conflict` while
   * clones need its data: what they need stays, and the record too.
   */
  DeleteImage: grpc.handleUnaryCall<_dcnsim_v1_ImageRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * Removes the copy of one store (glance stores-delete), of a protected image too. Fails with `forbidden` for the last
   * copy; `conflict` while clones need it, for an unknown store, or when the image is not active; `not_found` for a
   * store without a copy.
   */
  DeleteImageFromStore: grpc.handleUnaryCall<_dcnsim_v1_DeleteImageFromStoreRequest__Output, _dcnsim_v1_Done>;
  
  /**
   * The image's bytes in order, from the first location that can be read; the default store's is tried first. Fails
   * with `not_found` when none can; `forbidden` when the image is deactivated and the caller is not an admin.
   */
  DownloadImage: grpc.handleServerStreamingCall<_dcnsim_v1_ImageRequest__Output, _dcnsim_v1_ContentPiece>;
  
  /**
   * One image as it is now; public and community ones are everybody's to see. Fails with `not_found`.
   */
  GetImage: grpc.handleUnaryCall<_dcnsim_v1_ImageRequest__Output, _dcnsim_v1_GlanceImage>;
  
  /**
   * The enabled import methods (glance import-info).
   */
  GetImportInfo: grpc.handleUnaryCall<_dcnsim_v1_GetImportInfoRequest__Output, _dcnsim_v1_ImportInfo>;
  
  /**
   * Starts an import task and answers at once; `copy-image`, `web-download` or `glance-direct`. One import at a time
   * for each image. Fails with `conflict` while another one runs, in a wrong status, without formats or for an unknown
   * store; `invalid_argument` for a method that is not enabled, a URI that is not allowed, `stores` beside
   * `all_stores`, or a store that has a copy already; `forbidden` for copy-image by one who is not an admin.
   */
  ImportImage: grpc.handleUnaryCall<_dcnsim_v1_ImportImageRequest__Output, _dcnsim_v1_ImportImageResponse>;
  
  /**
   * Finished and running copies into stores, with times and bytes, oldest first.
   */
  ListCopies: grpc.handleUnaryCall<_dcnsim_v1_ListCopiesRequest__Output, _dcnsim_v1_ListCopiesResponse>;
  
  /**
   * An image's import tasks, oldest first. Fails with `not_found` for the image.
   */
  ListImageTasks: grpc.handleUnaryCall<_dcnsim_v1_ImageRequest__Output, _dcnsim_v1_ListImageTasksResponse>;
  
  /**
   * The images that the caller's project owns and the public ones; an admin sees all.
   */
  ListImages: grpc.handleUnaryCall<_dcnsim_v1_ListImagesRequest__Output, _dcnsim_v1_ListImagesResponse>;
  
  /**
   * Stores in configured order; the default one is marked (glance stores-info).
   */
  ListStores: grpc.handleUnaryCall<_dcnsim_v1_ListStoresRequest__Output, _dcnsim_v1_ListStoresResponse>;
  
  /**
   * Like UploadImage, into the staging area: the first half of `glance-direct`. Leaves the image `uploading`.
   */
  StageImage: grpc.handleClientStreamingCall<_dcnsim_v1_UploadImageRequest__Output, _dcnsim_v1_GlanceImage>;
  
  /**
   * Changes what is named and leaves the rest. Fails with `not_found`; `forbidden` for an image of another project or a
   * reserved property; `invalid_argument` for a value; `conflict` for a property to remove that is not there.
   */
  UpdateImage: grpc.handleUnaryCall<_dcnsim_v1_UpdateImageRequest__Output, _dcnsim_v1_GlanceImage>;
  
  /**
   * The first message names image and store, the rest carry bytes; answered when the image is active. A failed upload
   * leaves it `queued`. Fails with `invalid_argument` for an unknown store, missing formats or another size than was
   * said; `conflict` in a wrong status; `forbidden` for an image of another project; `no_space`.
   */
  UploadImage: grpc.handleClientStreamingCall<_dcnsim_v1_UploadImageRequest__Output, _dcnsim_v1_GlanceImage>;
  
}

export interface ImagesDefinition extends grpc.ServiceDefinition {
  CreateImage: MethodDefinition<_dcnsim_v1_CreateImageRequest, _dcnsim_v1_GlanceImage, _dcnsim_v1_CreateImageRequest__Output, _dcnsim_v1_GlanceImage__Output>
  DeleteImage: MethodDefinition<_dcnsim_v1_ImageRequest, _dcnsim_v1_Done, _dcnsim_v1_ImageRequest__Output, _dcnsim_v1_Done__Output>
  DeleteImageFromStore: MethodDefinition<_dcnsim_v1_DeleteImageFromStoreRequest, _dcnsim_v1_Done, _dcnsim_v1_DeleteImageFromStoreRequest__Output, _dcnsim_v1_Done__Output>
  DownloadImage: MethodDefinition<_dcnsim_v1_ImageRequest, _dcnsim_v1_ContentPiece, _dcnsim_v1_ImageRequest__Output, _dcnsim_v1_ContentPiece__Output>
  GetImage: MethodDefinition<_dcnsim_v1_ImageRequest, _dcnsim_v1_GlanceImage, _dcnsim_v1_ImageRequest__Output, _dcnsim_v1_GlanceImage__Output>
  GetImportInfo: MethodDefinition<_dcnsim_v1_GetImportInfoRequest, _dcnsim_v1_ImportInfo, _dcnsim_v1_GetImportInfoRequest__Output, _dcnsim_v1_ImportInfo__Output>
  ImportImage: MethodDefinition<_dcnsim_v1_ImportImageRequest, _dcnsim_v1_ImportImageResponse, _dcnsim_v1_ImportImageRequest__Output, _dcnsim_v1_ImportImageResponse__Output>
  ListCopies: MethodDefinition<_dcnsim_v1_ListCopiesRequest, _dcnsim_v1_ListCopiesResponse, _dcnsim_v1_ListCopiesRequest__Output, _dcnsim_v1_ListCopiesResponse__Output>
  ListImageTasks: MethodDefinition<_dcnsim_v1_ImageRequest, _dcnsim_v1_ListImageTasksResponse, _dcnsim_v1_ImageRequest__Output, _dcnsim_v1_ListImageTasksResponse__Output>
  ListImages: MethodDefinition<_dcnsim_v1_ListImagesRequest, _dcnsim_v1_ListImagesResponse, _dcnsim_v1_ListImagesRequest__Output, _dcnsim_v1_ListImagesResponse__Output>
  ListStores: MethodDefinition<_dcnsim_v1_ListStoresRequest, _dcnsim_v1_ListStoresResponse, _dcnsim_v1_ListStoresRequest__Output, _dcnsim_v1_ListStoresResponse__Output>
  StageImage: MethodDefinition<_dcnsim_v1_UploadImageRequest, _dcnsim_v1_GlanceImage, _dcnsim_v1_UploadImageRequest__Output, _dcnsim_v1_GlanceImage__Output>
  UpdateImage: MethodDefinition<_dcnsim_v1_UpdateImageRequest, _dcnsim_v1_GlanceImage, _dcnsim_v1_UpdateImageRequest__Output, _dcnsim_v1_GlanceImage__Output>
  UploadImage: MethodDefinition<_dcnsim_v1_UploadImageRequest, _dcnsim_v1_GlanceImage, _dcnsim_v1_UploadImageRequest__Output, _dcnsim_v1_GlanceImage__Output>
}
