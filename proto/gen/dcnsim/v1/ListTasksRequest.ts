// Original file: proto/dcnsim/v1/tasks.proto


/**
 * Nothing to choose: all tasks are listed.
 */
export interface ListTasksRequest {
}

/**
 * Nothing to choose: all tasks are listed.
 */
export interface ListTasksRequest__Output {
}
