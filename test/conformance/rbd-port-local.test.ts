import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCluster } from '../support/memory-cluster.ts'
import { rbdPortConformance } from './rbd-port.ts'

rbdPortConformance('in process, in memory', async ({ capacity }) => {
  const { cluster } = await startTestCluster(capacity ? { capacity } : {})
  return { cluster, connect: (credentials) => cluster.connect(credentials), stop: () => cluster.stop() }
})

rbdPortConformance('in process, in a directory', async ({ capacity }) => {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-sim-'))
  const { cluster } = await startTestCluster({ store: { kind: 'directory', directory }, ...(capacity && { capacity }) })
  return {
    cluster,
    connect: (credentials) => cluster.connect(credentials),
    async stop() {
      await cluster.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
})
