import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { execa } from 'execa'
import { expect, onTestFailed } from 'vitest'
import type { Rbd } from '#ceph-sim/rbd.ts'
import type { Cloud, CloudImage } from '#cli/commands/cloud.ts'
import { clusterFiles } from '#cli/live/cluster-files.ts'
import { connectCloud } from '#cli/live/grpc-cloud.ts'
import { type ProcessRecord, StateDirectory } from '#cli/live/state-directory.ts'
import { sha512Image } from '#cli/scenario/read-back.ts'
import { SystemClock } from '#kernel/time/system-clock.ts'
import { parseFullLocationUrl } from '#openstack/drivers/location-url.ts'
import { builtProgram } from './build-check.ts'

export const clock = new SystemClock()

export interface CliResult {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

export interface DcnOptions {
  /** A topology file's text; `topology()` when absent. */
  readonly topology?: string
  /** Simulated seconds a second. Default 20. */
  readonly speed?: number
  /** More words for `dcnsim up`. */
  readonly flags?: readonly string[]
}

/** A topology of a hub and edges that differs from the usual one only where it is said. */
export function topology({
  edges = ['dcn0', 'dcn1'],
  link = 'rate: 100Mbps, rtt: 40ms',
  osdSize = '10GiB',
  thin = false,
} = {}): string {
  return `apiVersion: dcnsim/v1
kind: Topology
metadata: {name: e2e}
defaults:
  ceph: {replicas: 3, osds: 3, osdSize: ${osdSize}, pools: [images, volumes, vms, backups]}
  link: {to: central, ${link}}
sites:
  - {id: central, role: hub, hosts: 1}
${edges.map((id) => `  - {id: ${id}, role: edge, hosts: 2}`).join('\n')}
glance:
  enabled_import_methods: [glance-direct, web-download, copy-image]
  image_import_plugins: [image_conversion]
  rbd_thin_provisioning: ${thin}
tenant:
  flavors: [{name: tiny, vcpus: 1, ram: 512MiB, disk: 1GiB}]
  keypairs: [dcn0-key]
  networks: [{name: dcn0-network, site: dcn0}]
  securityGroups: [basic]
`
}

/** A directory of a test's own, away when it is disposed of. */
export class Scratch {
  readonly path = mkdtempSync(join(tmpdir(), 'dcnsim-e2e-'))

  file(name: string, content?: string | Uint8Array): string {
    const path = join(this.path, name)
    if (content !== undefined) writeFileSync(path, content)
    return path
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

interface SpawnOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: 'ignore' | 'pipe'
}

/** `dcnsim WORDS`, started as a user would. */
export function spawnDcnsim(words: readonly string[], { cwd, env, stdin = 'ignore' }: SpawnOptions = {}) {
  return execa(process.execPath, [builtProgram(), ...words], {
    reject: false,
    stdin,
    stripFinalNewline: false,
    timeout: 230_000,
    ...(cwd ? { cwd } : {}),
    env: { DCNSIM_STATE: '', ...env },
  })
}

/** `dcnsim WORDS`, to its end. */
export async function dcnsim(words: readonly string[], options: SpawnOptions = {}): Promise<CliResult> {
  const { exitCode = -1, stdout, stderr } = await spawnDcnsim(words, options)
  return { exit: exitCode, stdout: String(stdout ?? ''), stderr: String(stderr ?? '') }
}

/** Pids of the processes, zombies excepted, that were started with this path somewhere in their arguments. */
export function processesNaming(path: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Asks until the answer is not undefined. @throws Error that names what did not come to pass */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  limitMs = 30_000,
): Promise<T> {
  for (const limit = clock.now() + limitMs; ; ) {
    const value = await probe()
    if (value !== undefined) return value
    if (clock.now() > limit) throw new Error(`waited ${limitMs / 1000} s in vain for ${what}`)
    await clock.sleep(25)
  }
}

/** Starts a cloud of real processes, as `dcnsim up` does. `await using` takes it down and checks that it went cleanly. */
export async function startDcn({
  topology: text = topology(),
  speed = 20,
  flags = [],
}: DcnOptions = {}): Promise<LiveDcn> {
  const scratch = new Scratch()
  const dcn = new LiveDcn(scratch)
  const file = scratch.file('topology.yaml', text)
  try {
    await dcn.ok('up', file, '--speed', String(speed), ...flags)
  } catch (error) {
    await dcn.abandon()
    process.stderr.write(dcn.trouble)
    throw error
  }
  if (expect.getState().currentTestName !== undefined) {
    onTestFailed(() => {
      process.stderr.write(dcn.trouble)
    })
  }
  return dcn
}

export class LiveDcn implements AsyncDisposable {
  readonly scratch: Scratch
  readonly state: StateDirectory
  /** What the logs warned of, once it is disposed of. */
  trouble = ''
  #cloud: { readonly address: string; readonly connection: Cloud & { close(): void } } | undefined
  readonly #killed = new Map<string, number>()
  readonly #clusters = new Map<string, Rbd & { close?(): void }>()

  constructor(scratch: Scratch) {
    this.scratch = scratch
    this.state = new StateDirectory(scratch.file('state'))
    mkdirSync(scratch.file('work'))
  }

  /** `dcnsim --state DIR WORDS` */
  cli(...words: readonly string[]): Promise<CliResult> {
    return dcnsim(['--state', this.state.path, ...words], { cwd: this.scratch.file('work') })
  }

  /** The same, which must succeed. @returns what it printed */
  async ok(...words: readonly string[]): Promise<string> {
    const { exit, stdout, stderr } = await this.cli(...words)
    if (exit !== 0) throw new Error(`dcnsim ${words.join(' ')}: exit ${exit}\n${stderr}${stdout}`)
    return stdout
  }

  /** The hub's services; found again after a restart on another port. */
  get cloud(): Cloud {
    const { address } = this.process('central')
    if (this.#cloud?.address !== address) {
      this.#cloud?.connection.close()
      this.#cloud = { address, connection: connectCloud({ address, clock }) }
    }
    return this.#cloud.connection
  }

  /** A site's cluster, straight and not over the WAN, as its administrator. */
  async cluster(site: string): Promise<Rbd> {
    const { address } = this.process(site)
    const key = `${site} ${address}`
    const known = this.#clusters.get(key)
    if (known) return known
    const session = await clusterFiles([this.state.etc], { first: 'central' }).open(site, {})
    this.#clusters.set(key, session)
    return session
  }

  process(name: string): ProcessRecord {
    const record = this.state.process(name)
    if (!record) throw new Error(`${name} was never started`)
    return record
  }

  /** SIGKILL, and waits until it is gone. */
  async kill(name: string): Promise<void> {
    const { pid } = this.process(name)
    process.kill(pid, 'SIGKILL')
    this.#killed.set(name, pid)
    await eventually(`the end of ${name}`, () => (existsSync(`/proc/${pid}`) ? undefined : true))
  }

  /** A raw image of random bytes in the default store, uploaded by the command. */
  async upload(name: string, file: string, ...words: readonly string[]): Promise<CloudImage> {
    const format = ['--disk-format', 'raw', '--container-format', 'bare']
    await this.ok('glance', 'image-create', ...format, '--name', name, '--file', file, ...words)
    return this.image(name)
  }

  async image(name: string): Promise<CloudImage> {
    const [image, ...more] = await this.cloud.images.list({ name })
    if (!image || more.length > 0) throw new Error(`${more.length + (image ? 1 : 0)} images are named ${name}`)
    return image
  }

  /** @param stores - comma-separated */
  copy(id: string, stores: string, ...words: readonly string[]): Promise<CliResult> {
    return this.cli('glance', 'image-import', id, '--stores', stores, '--import-method', 'copy-image', ...words)
  }

  /** Until the image's record is as wished. */
  imageIs(id: string, what: string, is: (image: CloudImage) => boolean, limitMs?: number): Promise<CloudImage> {
    const look = async () => {
      const image = await this.cloud.images.get(id)
      return is(image) ? image : undefined
    }
    return eventually(`image ${id} to be ${what}`, look, limitMs)
  }

  /** Until no import of the image runs any more. */
  importOver(id: string, limitMs?: number): Promise<CloudImage> {
    return this.imageIs(id, 'unlocked', (image) => property(image, 'os_glance_import_task') === undefined, limitMs)
  }

  /** SHA-512 of what a store has of an image, read from its cluster. */
  async storedHash(id: string, store: string): Promise<string> {
    const location = (await this.cloud.images.get(id)).locations.find((candidate) => candidate.store === store)
    const spec = location && parseFullLocationUrl(location.url)
    if (!spec) throw new Error(`image ${id} is not listed at ${store}`)
    return (await sha512Image(await this.cluster(store), spec)).sha512
  }

  /** Warnings and worse in the logs of all processes. */
  #troubleInLogs(): string {
    const directory = join(this.state.path, 'log')
    if (!existsSync(directory)) return ''
    const lines = readdirSync(directory).flatMap((name) =>
      readFileSync(join(directory, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.includes('"level":30'))
        .map((line) => `${name}: ${line}\n`),
    )
    return lines.join('')
  }

  async down(): Promise<void> {
    const { exit, stderr } = await this.cli('down')
    expect({ exit, stderr }, 'dcnsim down').toEqual({ exit: 0, stderr: '' })
    this.expectNothingRuns()
  }

  /** No process of this cloud, and no lock on its directories. */
  expectNothingRuns(): void {
    expect(processesNaming(this.scratch.path), 'processes left behind').toEqual([])
    const files = readdirSync(this.scratch.path, { recursive: true, encoding: 'utf8' })
    const locks = files.filter((name) => name.endsWith('.lock') || basename(name) === 'lock')
    // One that a killed process left says that it is stale; the next start takes it away.
    const stale = [...this.#killed].filter(([name, pid]) => this.state.process(name)?.pid === pid).map(([name]) => name)
    expect(
      locks.filter((path) => !stale.some((name) => path.includes(`/${name}/`))),
      'locks left behind',
    ).toEqual([])
  }

  /** Ends what runs without asking. */
  async abandon(): Promise<void> {
    this.#close()
    this.trouble = this.#troubleInLogs()
    for (const pid of processesNaming(this.scratch.path)) process.kill(pid, 'SIGKILL')
    this.scratch[Symbol.dispose]()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#close()
    try {
      await this.down()
    } finally {
      await this.abandon()
    }
  }

  #close(): void {
    this.#cloud?.connection.close()
    for (const session of this.#clusters.values()) session.close?.()
  }
}

export function property(image: CloudImage, name: string): string | undefined {
  return image.properties.find((candidate) => candidate.name === name)?.value
}

export const stores = (image: CloudImage): readonly string[] => image.locations.map(({ store }) => store)
