// Original file: proto/dcnsim/v1/hub.proto


/**
 * Nothing to choose: the methods are the same for every image.
 */
export interface GetImportInfoRequest {
}

/**
 * Nothing to choose: the methods are the same for every image.
 */
export interface GetImportInfoRequest__Output {
}
