import { startTestCluster } from './memory-cluster.ts'
import { image } from './rbd-bytes.ts'

/**
 * A process that writes until it is killed. Argument: the cluster's directory. Prints the number of each write once the
 * cluster has acknowledged it; write *n* fills unit *n* with the low byte of *n + 1*.
 */
const [directory = ''] = process.argv.slice(2)
const { rbd } = await startTestCluster({ store: { kind: 'directory', directory } })
await rbd.createImage(image('images/a'), { sizeBytes: 2 ** 30 })
for (let n = 0; ; n++) {
  await rbd.write(image('images/a'), [{ kind: 'data', offset: n * 4096, bytes: new Uint8Array(4096).fill(n + 1) }])
  if (!process.stdout.write(`${n}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
