import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { nodeHost } from '#ceph-sim/store/node-file-system.ts'

test('this process has started, and one that nobody has is absent', () => {
  expect(nodeHost.processStart(process.pid)).toBeTruthy()
  expect(nodeHost.processStart(2 ** 22 + 1)).toBeUndefined()
})

test.runIf(process.platform === 'linux')('a process that has ended but was not waited for holds nothing', async () => {
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [line] = (await once(parent.stdout, 'data')) as [Buffer]
    await expect.poll(() => nodeHost.processStart(Number(String(line)))).toBeUndefined()
  } finally {
    parent.kill()
  }
})
