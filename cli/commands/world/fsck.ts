import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { type CheckReport, checkCluster, isDamage } from '#ceph-sim/fsck/check-cluster.ts'
import { type Finding, formatFinding } from '#ceph-sim/fsck/findings.ts'
import { nodeFileSystem, nodeHost } from '#ceph-sim/store/node-file-system.ts'
import { isRunning } from '#cli/live/processes.ts'
import { createProgress, type Progress } from '#cli/progress.ts'
import { asDomainError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { type OpenWorld, openWorld, stateOf } from './context.ts'

interface FsckFlags {
  readonly cluster: string
  readonly scrub?: true
  readonly repair?: true
  readonly json?: true
}

/** Exit codes: the directory is as it should be; something is damaged; nobody could look. */
const exits = { clean: 0, damage: 1, unable: 2 } as const

export function addFsckCommand(program: Command): void {
  program
    .command('fsck')
    .description("check what a cluster keeps on the disk; the cloud must be down ('dcnsim down')")
    .requiredOption('--cluster <name>', 'the cluster: the id of its site')
    .option('--scrub', 'also compare all data with its checksums')
    .option('--repair', 'remove leftovers, of which nothing is lost; with --scrub, make checksums that are missing')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExit code: 0 when nothing is damaged, 1 when something is, 2 when it cannot be checked.\n')
    .action(async (flags: FsckFlags, command: Command) => {
      try {
        const open = openWorld(stateOf(command))
        const report = await check(open, flags)
        process.exitCode = report.findings.some(isDamage) ? exits.damage : exits.clean
      } catch (thrown) {
        const { code, message, details } = asDomainError(thrown)
        const remedy = code === 'conflict' && details.errno === 'EBUSY' ? ". Stop the world first: 'dcnsim down'" : ''
        process.stderr.write(`dcnsim: cannot check ${flags.cluster}: ${message}${remedy}\n`)
        process.exitCode = exits.unable
      }
    })
}

async function check({ state, world, topology }: OpenWorld, flags: FsckFlags): Promise<CheckReport> {
  const { cluster, scrub, repair, json } = flags
  const known = topology.sites.filter(({ ceph }) => ceph !== undefined)
  const site = known.find(({ id }) => id === cluster)
  const directory = state.cluster(cluster)
  if (!site?.ceph || !existsSync(directory)) {
    const names = known.map(({ id }) => id).join(', ')
    throw new NotFoundError(`no cluster is called '${cluster}': there are ${names}`, { cluster })
  }
  const { osds, osdSizeBytes, replicas } = site.ceph
  const print = json ? () => {} : (text: string) => process.stdout.write(text)
  print(`${cluster}: checking ${directory}\n`)
  const progress = new ScrubProgress(print)
  try {
    const report = await checkCluster(
      {
        ...{ fileSystem: nodeFileSystem, host: nodeHost, directory, capacity: { osds, osdSizeBytes, replicas } },
        cluster: { name: cluster, fsid: world.fsids[cluster]! },
      },
      {
        ...{ scrub, repair },
        isUnheld: [cluster, `${cluster}-ceph`].every((name) => !runs(state.process(name))),
        onFinding: (finding) => {
          if (!json) progress.log(`${lineOf(finding)}\n`)
        },
        onProgress: (done, total, file) => progress.show(done, total, file),
      },
    )
    progress.stop()
    print(`${cluster}: ${summary(report)}\n`)
    if (json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
    return report
  } finally {
    progress.stop()
  }
}

function runs(record: Parameters<typeof isRunning>[0] | undefined): boolean {
  return record !== undefined && isRunning(record)
}

/** A bar from the first scrubbed byte on, where a person looks on. */
class ScrubProgress {
  readonly #print: (text: string) => void
  #bar: Progress | undefined

  constructor(print: (text: string) => void) {
    this.#print = print
  }

  log(text: string): void {
    if (this.#bar && process.stdout.isTTY) this.#bar.log(text)
    else this.#print(text)
  }

  show(doneBytes: number, totalBytes: number, file: string): void {
    this.#bar ??= createProgress(process.stderr, { total: Math.ceil(totalBytes / MiB) })
    this.#bar.show(Math.floor(doneBytes / MiB), `MiB  ${file}`)
  }

  stop(): void {
    this.#bar?.stop()
    this.#bar = undefined
  }
}

const labels = { damage: 'damage', leftover: 'note', unverified: 'note' } as const

function lineOf(finding: Finding): string {
  return `${labels[finding.kind]}: ${formatFinding(finding)}`
}

function summary({ version, contents, findings, scrubbed }: CheckReport): string {
  const damaged = findings.filter(isDamage).length
  const repaired = findings.filter((finding) => finding.repaired !== undefined).length
  const parts = [
    contents
      ? `${contents.pools} pools, ${contents.images} images, ${contents.snapshots} snapshots, ${inMib(contents.dataBytes)} of ` +
        `data in ${contents.layers} layers`
      : 'the metadata is too damaged to tell what is there',
    ...(version === undefined ? [] : [`format version ${version}`]),
    ...(scrubbed
      ? [`${inMib(scrubbed.verifiedBytes)} compared with checksums, ${inMib(scrubbed.unverifiedBytes)} without any`]
      : []),
    ...(repaired > 0 ? [`${repaired} repaired`] : []),
    damaged === 0 ? 'no damage' : `${damaged} damaged`,
  ]
  return parts.join('; ')
}

function inMib(bytes: number): string {
  return `${(bytes / MiB).toFixed(1)} MiB`
}
