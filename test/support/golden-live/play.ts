import { spawnSync } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { packageRoot } from '#kernel/process/package-root.ts'
import { preparations } from '../../conformance/rbd-cli-preparation.ts'
import { goldenSetup } from '../golden-setup.ts'
import type { CommandOutput, GoldenCommand } from '../golden-transcript.ts'
import { type LiveCluster, startLiveCluster } from './live-clusters.ts'
import { record } from './recorder.ts'

const fsids: Readonly<Record<string, string>> = {
  central: 'aaaaaaaa-0000-4000-8000-000000000000',
  dcn0: 'bbbbbbbb-0000-4000-8000-000000000000',
}

/** Commands for the transcripts that the package does not have: `rbdio`, as a folder to put first on PATH. */
export async function buildTestPrograms(): Promise<string> {
  // Inside the package, where the program finds what it needs beside itself.
  const folder = path.join(packageRoot(), 'node_modules', '.cache', 'golden-live')
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: { rbdio: path.join(import.meta.dirname, 'rbdio-program.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    external: ['@grpc/reflection', 'grpc-health-check'],
    logLevel: 'warning',
  })
  const program = path.join(folder, 'rbdio')
  await writeFile(program, `#!/bin/sh\nexec '${process.execPath}' '${folder}/rbdio.mjs' "$@"\n`)
  await chmod(program, 0o755)
  return folder
}

export interface PlayOptions {
  /** Where `rbdio` is: from `buildTestPrograms`. */
  readonly programs: string
  /**
   * A folder with `record-golden` and `compare-golden`, which then record and compare instead of the code here, and
   * `cmds/`, the scripts that are played.
   */
  readonly oracle?: string | undefined
}

/** What playing a transcript came to. */
export interface Played {
  readonly outputs: readonly CommandOutput[]
  /** What the oracle's own comparison says, where it was asked. */
  readonly verdict?: string
}

/**
 * Plays a transcript with the programs in bin/, each command a process, on clusters that are processes too.
 *
 * @param name - `16-dcn`
 */
export async function play(
  name: string,
  golden: readonly GoldenCommand[],
  { programs, oracle }: PlayOptions,
): Promise<Played> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'dcnsim-live-'))
  const setup = goldenSetup(name)
  const twoSites = golden.some(({ cmd }) => cmd.includes('--cluster central'))
  const clusters: LiveCluster[] = []
  try {
    for (const site of twoSites ? ['central', 'dcn0'] : ['central']) {
      clusters.push(await startLiveCluster(site, { fsid: fsids[site]!, folder: path.join(scratch, site), setup }))
    }
    const confs = clusters.map(({ confFile }) => confFile)
    const env = environment(programs, twoSites ? undefined : confs[0])
    const cwd = path.join(scratch, 'work')
    await mkdir(cwd)
    if (twoSites) for (const conf of confs) await copyFile(conf, path.join(cwd, path.basename(conf)))
    await record((preparations[name] ?? []).map(asCommand), { cwd, env })
    if (oracle !== undefined) return await playByOracle(name, { oracle, programs, scratch, env, confs, twoSites })
    return { outputs: await record(golden, { cwd, env }) }
  } finally {
    for (const cluster of clusters) await cluster[Symbol.asyncDispose]()
    await rm(scratch, { recursive: true, force: true })
  }
}

function environment(programs: string, conf: string | undefined): Record<string, string> {
  return {
    PATH: [programs, path.join(packageRoot(), 'bin'), process.env.PATH].join(path.delimiter),
    HOME: process.env.HOME ?? '/',
    LC_ALL: 'C.UTF-8',
    TERM: 'dumb',
    COLUMNS: '200',
    ...(conf !== undefined && { CEPH_CONF: conf }),
  }
}

function asCommand(cmd: string): GoldenCommand {
  return { cmd, exit: 0, stderr: '' }
}

/** The recorder puts its own folder first on PATH: it runs from a copy beside our `rbdio`. */
async function playByOracle(
  name: string,
  {
    oracle,
    programs,
    scratch,
    env,
    confs,
    twoSites,
  }: {
    oracle: string
    programs: string
    scratch: string
    env: Record<string, string>
    confs: readonly string[]
    twoSites: boolean
  },
): Promise<Played> {
  const recorder = path.join(programs, 'record-golden')
  await copyFile(path.join(oracle, 'record-golden'), recorder)
  const recorded = path.join(scratch, `${name}.txt`)
  const run = spawnSync('python3', [recorder, path.join(oracle, 'cmds', `${name}.cmds`), recorded], {
    env: twoSites ? { ...env, RECORD_CONFS: confs.join(' ') } : env,
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`record-golden: ${run.stderr}`)
  const text = await readFile(recorded, 'utf8')
  const outputs = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as GoldenCommand]))
  const golden = path.join(oracle, '..', 'golden', 'rbd', `${name}.txt`)
  const compared = spawnSync('python3', [path.join(oracle, 'compare-golden'), golden, recorded], { encoding: 'utf8' })
  return {
    outputs: outputs.map(({ exit, stdout = '', stderr }) => ({ exit, stdout, stderr })),
    verdict: compared.stdout.trim().split('\n').at(-1) ?? '',
  }
}
