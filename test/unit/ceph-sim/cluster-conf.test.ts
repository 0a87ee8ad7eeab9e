import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type ClusterDeps, createCluster } from '#ceph-sim/app.ts'
import { keepEtcFiles } from '#ceph-sim/etc-files.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { VirtualClock } from '#kernel/time/virtual-clock.ts'
import { connectAdmin, MiB, startMs } from '../../support/memory-cluster.ts'

const target = { pool: 'volumes', image: 'a' }

function clusterWith(conf: NonNullable<ClusterDeps['conf']>) {
  return createCluster({
    clock: new VirtualClock(startMs),
    random: new SeededRandom('conf'),
    name: 'dcn0',
    fsid: 'bbbbbbbb-0000-4000-8000-000000000000',
    store: { kind: 'memory' },
    conf,
  })
}

async function started(conf: NonNullable<ClusterDeps['conf']>) {
  const cluster = clusterWith(conf)
  await cluster.start()
  return { cluster, client: connectAdmin(cluster) }
}

test('what ceph.conf says goes before `ceph config`, for monitors and for clients', async () => {
  const { client } = await started({ mon_allow_pool_delete: '1', rbd_default_order: '20' })
  await client.config.set('global', { name: 'mon_allow_pool_delete', value: 'false' })
  await client.config.set('client', { name: 'rbd_default_order', value: '21' })
  await client.createImage(target, { sizeBytes: MiB })
  expect(await client.info(target)).toMatchObject({ order: 20 })
  await client.pools.remove('backups', { again: 'backups', sure: true })
  expect((await client.listPools()).map(({ name }) => name)).toEqual(['images', 'volumes', 'vms'])
})

test('a pool says otherwise than ceph.conf, also of the format of its clones', async () => {
  const { client } = await started({ rbd_default_clone_format: '2' })
  const snapshot = { ...target, snapshot: 's' }
  await client.createImage(target, { sizeBytes: MiB })
  await client.createSnapshot(snapshot)
  await client.config.setForPool('vms', { name: 'rbd_default_clone_format', value: '1' })
  await client.clone(snapshot, { pool: 'images', image: 'c' })
  await expect(client.clone(snapshot, { pool: 'vms', image: 'c' })).rejects.toMatchObject({
    details: { errno: 'EINVAL', reason: 'not_protected' },
  })
})

test('a value that an option cannot have is told before the cluster starts', () => {
  expect(() => clusterWith({ rbd_default_order: 'tiny' })).toThrow('error parsing value')
})

test('the conf file that clients find has the options too', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'dcnsim-conf-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const { cluster } = await started({ mon_allow_pool_delete: 'true', mon_host: '10.0.0.1' })
  await keepEtcFiles(directory, cluster, '127.0.0.1:7200')
  expect((await readFile(path.join(directory, 'dcn0.conf'), 'utf8')).split('\n')).toEqual([
    '[global]',
    'mon_allow_pool_delete = true',
    'mon_host = 127.0.0.1:7200',
    'fsid = bbbbbbbb-0000-4000-8000-000000000000',
    '',
  ])
})
