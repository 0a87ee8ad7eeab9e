import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runLine } from '../support/command-run.ts'
import { type RecordedCommand, recordedCommands } from '../support/recorded-cli.ts'
import { RecordedCloud, type SentRequest } from '../support/recorded-cloud.ts'

/** What a row of the requirements proves by these recordings. */
const rows: Readonly<Record<string, string>> = {
  stores_info_documented: 'A05 A06 A07 A08 Z06',
  stores_info_three: 'A05 A06 A07 A08',
  glance_stores_info: 'A05 A09',
  glance_image_create_store: 'A14 A15 A16 A17 A18 A19',
  glance_create_via_import_web: 'A24 A26 A27',
  glance_create_via_import_all: 'A29 T14',
  glance_image_import_copy: 'A33 T14',
  glance_import_all: 'A34 T14',
  glance_import_all_strict: 'A34 T14',
  glance_import_both: 'O05',
  glance_import_store_and_stores: 'O05',
  glance_import_unknown_store: 'O06',
  glance_create_bad_store: 'A19 O06',
  glance_import_no_stores: 'O07',
  glance_import_active_task: 'O11',
  glance_import_present: 'O03',
  glance_import_forbidden: 'T20',
  glance_import_not_active: 'O02',
  glance_copy_bfv_snapshot: 'O03 T05',
  stores_delete_last: 'O23',
  stores_delete_unknown: 'O23',
  stores_delete_not_there: 'O23',
  glance_image_delete_inuse: 'O22',
  via_filtered: 'O25',
  image_show_seed: 'A35 A36 A37 A38 A39 A40 A41 A42 A43 A44 A45 A46',
  osc_image_show_id: 'A32 A48',
  image_list_two: 'P21',
  osc_volume_create: 'A49',
  osc_volume_create_badaz: 'A50',
  osc_volume_show_id: 'A51',
  osc_server_create: 'A52',
  server_create_flavor_missing: 'A53',
  server_create_network_missing: 'A53',
  server_create_secgroup_missing: 'A53',
  server_create_key_missing: 'A53',
  volume_show_attached: 'A62',
  osc_server_stop: 'A63',
  osc_snapshot_create: 'A64',
  osc_snapshot_noforce: 'A65 O62',
  osc_server_start: 'A66',
  osc_server_show_id: 'A70',
  osc_server_stop2: 'A71',
  osc_server_image_create: 'A72',
  server_show_error: 'P05',
  image_show_seed_max_width: 'Z06',
  image_list_max_width: 'Z06',
}

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'openstack-cli-'))
  writeFileSync(join(cwd, 'cirros.raw'), 'raw bytes')
})
afterAll(() => rmSync(cwd, { recursive: true }))

describe('the clients print what the real ones print, given the same answers', () => {
  test.each(recordedCommands().map((recorded) => [`${rows[recorded.name] ?? ''} ${recorded.name}`, recorded] as const))(
    '%s',
    async (_, recorded) => {
      const cloud = new RecordedCloud(recorded.exchanges)
      const { exit, stdout, stderr } = await runLine(recorded.command, cloud, { cwd })
      expect({ exit, stdout, stderr }).toEqual({
        exit: recorded.exit,
        stdout: recorded.stdout,
        stderr: recorded.stderr,
      })
      for (const request of cloud.sent) expect(request).toEqual(realRequest(recorded, request))
    },
  )
})

/** What the real client sent to the same place, without what the simulated services do not take. */
function realRequest(recorded: RecordedCommand, { method, path, body }: SentRequest): SentRequest {
  const found = recorded.exchanges.find((one) => one.method === method && one.path === path)?.request
  const pick = (from: Record<string, unknown>, like: object) =>
    Object.fromEntries(Object.keys(like).flatMap((name) => (name in from ? [[name, from[name]]] : [])))
  if (Array.isArray(found)) return { method, path, body: found.map(({ op, ...rest }) => rest) }
  const [kind, sent] = Object.entries((body ?? {}) as Record<string, object>)[0] ?? ['', {}]
  if (kind === 'volume' || kind === 'snapshot') return { method, path, body: { [kind]: pick(found[kind], sent) } }
  if (kind === 'server') {
    const { min_count, max_count, block_device_mapping_v2, ...rest } = found.server
    const volume = block_device_mapping_v2?.[0].uuid
    return { method, path, body: { server: { ...rest, ...(volume ? { volume } : {}) } } }
  }
  if (path.endsWith('/flavors')) return { method, path, body: pick(found.flavor, body as object) }
  return { method, path, body: found }
}
