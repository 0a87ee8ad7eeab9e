/**
 * Every bench, one after the other, each in a process of its own: `npm run bench`, or `npm run bench -- flow`.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

const wanted = process.argv.slice(2)
const benches = globSync('*.bench.ts', { cwd: import.meta.dirname }).sort()
const chosen = benches.filter((file) => wanted.length === 0 || wanted.some((word) => basename(file).includes(word)))
if (chosen.length === 0) {
  process.stderr.write(`no bench is named like ${wanted.join(', ')}; there are ${benches.join(', ')}\n`)
  process.exit(2)
}
let failed = false
for (const file of chosen) {
  process.stdout.write(`\n== ${basename(file, '.bench.ts')}\n`)
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, file)], {
    stdio: 'inherit',
  })
  failed ||= run.status !== 0
}
process.exit(failed ? 1 : 0)
