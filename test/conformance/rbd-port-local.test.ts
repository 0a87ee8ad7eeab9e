import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBehind } from '../support/cluster-doors.ts'
import { rbdPortConformance } from './rbd-port.ts'

rbdPortConformance('in process, in memory', (options) => openBehind('in process', options))

rbdPortConformance('in process, in a directory', async (options) => {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-sim-'))
  const port = await openBehind('in process', { store: { kind: 'directory', directory }, ...options })
  return {
    ...port,
    async stop() {
      await port.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
})
