import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { startTestCluster } from '../../support/memory-cluster.ts'
import { image, readBytes } from '../../support/rbd-bytes.ts'

test('a real process killed with SIGKILL: another opens its directory at once and finds every write', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ceph-sim-'))
  const writer = spawn(process.execPath, [join(import.meta.dirname, '../../support/killed-writer.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const dead = new Promise((resolve) => writer.once('exit', resolve))
  let acknowledged = -1
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Math.max(acknowledged, Number(line))
    if (acknowledged === 500) {
      await expect(startTestCluster({ store: { kind: 'directory', directory } })).rejects.toMatchObject({
        code: 'conflict',
        details: { errno: 'EBUSY', processId: writer.pid! },
      })
      writer.kill('SIGKILL')
    }
  }
  await dead
  expect(acknowledged).toBeGreaterThanOrEqual(500)
  const { cluster, rbd } = await startTestCluster({ store: { kind: 'directory', directory } })
  expect(cluster.recovery.powerFailure).toBe(false)
  const lengthBytes = (acknowledged + 1) * 4096
  const bytes = await readBytes(rbd, image('images/a'), { lengthBytes })
  for (let n = 0; n <= acknowledged; n++) {
    const unit = bytes.subarray(n * 4096, (n + 1) * 4096)
    expect(
      unit.every((byte) => byte === ((n + 1) & 0xff)),
      `write ${n}`,
    ).toBe(true)
  }
  cluster.audit()
  await cluster.stop()
  await rm(directory, { recursive: true })
})
