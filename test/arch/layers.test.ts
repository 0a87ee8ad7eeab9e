import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles, targetOf } from './source-files.ts'

const folders = ['kernel', 'services', 'openstack', 'cli'] as const

/** What a layer may import of ours, by path prefix. The first rule whose folder fits a file is its layer's. */
const layers: readonly { readonly folder: string; readonly may: readonly string[] }[] = [
  { folder: 'kernel/rpc/', may: ['kernel/', 'proto/gen/'] },
  { folder: 'kernel/', may: ['kernel/'] },
  { folder: 'services/ceph-sim/rpc/', may: ['kernel/', 'services/ceph-sim/', 'proto/gen/'] },
  { folder: 'services/ceph-sim/', may: ['kernel/', 'services/ceph-sim/'] },
  {
    folder: 'openstack/',
    may: ['kernel/', 'openstack/', 'services/ceph-sim/rbd.ts', 'services/ceph-sim/rbd-decorator.ts'],
  },
  {
    folder: 'services/edge/rpc/',
    may: ['kernel/', 'openstack/', 'services/ceph-sim/', 'services/edge/', 'proto/gen/'],
  },
  { folder: 'services/edge/', may: ['kernel/', 'openstack/', 'services/ceph-sim/', 'services/edge/'] },
  // The hub's process is also the site agent of its own zone.
  {
    folder: 'services/central/main.ts',
    may: ['kernel/', 'openstack/', 'services/ceph-sim/', 'services/central/', 'services/edge/', 'proto/gen/'],
  },
  {
    folder: 'services/central/rpc/',
    may: ['kernel/', 'openstack/', 'services/ceph-sim/', 'services/central/', 'proto/gen/'],
  },
  { folder: 'services/central/', may: ['kernel/', 'openstack/', 'services/ceph-sim/', 'services/central/'] },
  { folder: 'cli/', may: ['kernel/', 'openstack/', 'services/', 'cli/', 'proto/gen/'] },
]

const ours = /^(kernel|services|openstack|cli|proto|test|scripts)\//

function upward(file: SourceFile): readonly string[] {
  const layer = layers.find(({ folder }) => file.path.startsWith(folder))
  const targets = file.imports.map((specifier) => targetOf(file, specifier)).filter((target) => ours.test(target))
  return targets
    .filter((target) => !layer?.may.some((prefix) => target.startsWith(prefix)))
    .map((target) => `${file.path} imports ${target}`)
}

/** Files in which I/O and wire formats have their place. */
const atTheEdge = [
  /^services\/[a-z-]+\/(rpc|rest)\//,
  /^services\/[a-z-]+\/(main|config|process-config|etc-files)\.ts$/,
  /^services\/ceph-sim\/store\//,
  /^services\/ceph-sim\/nbd\/nbd-server\.ts$/,
  /^services\/central\/catalogue\/sqlite-catalogue\.ts$/,
  /^services\/central\/images\/(staging-directory|web-source|digest-worker|digest-workers)\.ts$/,
  /^services\/central\/sites\/link-file\.ts$/,
  /^services\/edge\/cache\/directory-host-disk\.ts$/,
]
const wires = /^(@grpc\/|node:(fs|net|http|http2|https|child_process|worker_threads|sqlite|os)\b)/

describe('layers', () => {
  it('import only downwards', () => {
    expect(sourceFiles(...folders).flatMap(upward)).toEqual([])
  })

  it('keep I/O and wire formats out of the domain', () => {
    const inside = sourceFiles('services', 'openstack').filter(({ path }) => !atTheEdge.some((edge) => edge.test(path)))
    const leaks = inside.flatMap(({ path, imports }) =>
      imports.filter((specifier) => wires.test(specifier)).map((specifier) => `${path} imports ${specifier}`),
    )
    expect(leaks).toEqual([])
  })

  it('keep the synchronous core synchronous', () => {
    const core = sourceFiles('services/ceph-sim/engine', 'kernel/flow', 'openstack/states')
    expect(core.length).toBeGreaterThan(10)
    const asynchronous = core
      .filter(({ text }) => /\basync\b|\bawait\b|Promise</.test(code(text)))
      .map(({ path }) => path)
    expect(asynchronous).toEqual([])
  })

  it('let nothing import tests', () => {
    const importers = sourceFiles(...folders, 'scripts').filter((file) =>
      file.imports.some((specifier) => targetOf(file, specifier).startsWith('test/')),
    )
    expect(importers.map(({ path }) => path)).toEqual([])
  })
})

/** Without comments and strings. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/'[^'\n]*'|`[^`]*`/g, "''")
}
