/** By recording and step: why the services answer differently, or cannot answer. */
export type Differences = Readonly<Record<string, Readonly<Record<number, string>>>>

export const schemaText = "refused with the same status; the words of a JSON schema are the door's"
const shape = 'the shape of a request is checked at the door, before the services'
const locations = 'locations cannot be patched'
const members = 'images cannot be shared with members'
const filters = 'lists have no filter by visibility or member status'

export const differences: Differences = {
  copy_image: { 29: locations },
  stage_import: { 25: shape, 39: shape, 40: shape },
  web_download: {
    56: 'the recorder asked before the import had begun; here it begins within the same instant',
    57: 'as before: the status was still queued there, so the lock refused; here the status does',
    65: 'the door answers for the tasks of an image that is not there',
  },
  create_errors: {
    4: schemaText,
    5: schemaText,
    6: schemaText,
    7: schemaText,
    12: shape,
    13: shape,
    18: shape,
    20: shape,
    23: schemaText,
    24: schemaText,
    26: shape,
    27: shape,
    28: shape,
    44: schemaText,
    45: schemaText,
    55: schemaText,
    57: shape,
  },
  locations: {
    2: locations,
    3: locations,
    4: locations,
    5: locations,
    6: locations,
    7: locations,
    8: locations,
    9: locations,
    10: locations,
    16: locations,
    17: locations,
    18: locations,
  },
  visibility: {
    25: members,
    26: members,
    27: members,
    28: members,
    29: members,
    30: members,
    31: members,
    32: filters,
    33: filters,
    34: members,
    35: members,
    36: members,
    37: filters,
    38: members,
    39: members,
    40: members,
    41: members,
    42: members,
    43: members,
    44: members,
    45: filters,
  },
}
