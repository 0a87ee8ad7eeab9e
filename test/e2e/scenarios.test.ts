import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '#kernel/process/package-root.ts'
import { dcnsim, processesNaming, Scratch, topology } from '../support/live-dcn.ts'

test('the refusal scenario passes, and its reports say the same', async () => {
  using scratch = new Scratch()
  const file = join(packageRoot(), 'scenarios', 'p1-refusal-and-streaming.yaml')
  const reports = { junit: scratch.file('r.xml'), json: scratch.file('r.json'), html: scratch.file('r.html') }
  const flags = Object.entries(reports).flatMap(([name, path]) => [`--${name}`, path])
  const { exit, stdout, stderr } = await dcnsim(['run', file, '--speed', '20', ...flags], {
    env: { TMPDIR: scratch.path },
  })
  expect({ exit, stderr, end: stdout.slice(-200) }).toMatchObject({
    exit: 0,
    stderr: '',
    end: expect.stringContaining('PASS  13 of 13 rows'),
  })
  const json = JSON.parse(readFileSync(reports.json, 'utf8'))
  expect(json).toMatchObject({ passed: true })
  expect(readFileSync(reports.junit, 'utf8')).toMatch(/<testsuites?[^>]* failures="0"/)
  expect(readFileSync(reports.html, 'utf8')).toMatch(/^<!doctype html>/i)
  expect(readdirSync(scratch.path).sort()).toEqual(['r.html', 'r.json', 'r.xml'])
})

test('the A.1 procedure passes with every Ceph cluster in a process of its own', async () => {
  using scratch = new Scratch()
  const { exit, stdout, stderr } = await dcnsim(['demo', '--split', '--speed', '15'], { env: { TMPDIR: scratch.path } })
  expect({ exit, stderr, end: stdout.slice(-1000) }).toMatchObject({
    exit: 0,
    stderr: '',
    end: expect.stringContaining('PASS  75 of 75 rows'),
  })
  for (const name of ['central-ceph', 'dcn0-ceph', 'dcn1-ceph'])
    expect(stdout).toMatch(new RegExp(`${name} +ceph-sim +pid`))
  expect(processesNaming(scratch.path)).toEqual([])
  expect(readdirSync(scratch.path)).toEqual([])
})

test('a scenario whose assertion does not hold fails, and says which and why', async () => {
  using scratch = new Scratch()
  const scenario = `${topology({ edges: ['dcn0'] })
    .replace('kind: Topology', 'kind: Scenario')
    .replace('{name: e2e}', '{name: wrong, title: A wrong claim, seed: 5}')}
files: [{name: disk.raw, format: raw, virtualSize: 4MiB, allocated: 4MiB, contentSeed: 1}]
steps:
  - {id: create, run: glance image-create --disk-format raw --container-format bare --name disk --file disk.raw}
assert:
  - {id: everywhere, after: create, check: storesEqual, with: {image: disk, stores: [central, dcn0]}}
`
  const { exit, stdout } = await dcnsim(['run', scratch.file('wrong.yaml', scenario), '--speed', '20'], {
    cwd: scratch.path,
    env: { TMPDIR: scratch.path },
  })
  expect(exit).toBe(1)
  expect(stdout).toMatch(/everywhere.*central, expected central,dcn0/)
  expect(stdout).toMatch(/FAIL {2}.*0 of 1 assertions/)
  expect(readdirSync(scratch.path)).toEqual(['wrong.yaml'])
})
