import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConflictError, CorruptError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { ClockAnchor } from '#kernel/time/system-clock.ts'

const formatVersion = 1

/** What a live world is, beside its topology: written by `up`, read by every command. */
export interface WorldRecord {
  readonly name: string
  readonly seed: string
  readonly clock: ClockAnchor
  readonly split: boolean
  /** Each cluster's fsid by site. */
  readonly fsids: Readonly<Record<string, string>>
}

/** A process of the world. */
export interface ProcessRecord {
  readonly name: string
  readonly role: 'central' | 'edge' | 'ceph-sim'
  readonly site: string
  readonly pid: number
  /** Tells this process from another one that got the same pid later; empty where the system cannot say. */
  readonly startMark: string
  /** Where it serves; as long as it is starting, where its predecessor did (empty: nowhere yet). */
  readonly address: string
  /** Set until it has said that it is ready. */
  readonly starting?: true
}

/** The directory in which a live world keeps everything; its layout is here and nowhere else. */
export class StateDirectory {
  readonly path: string

  constructor(path: string) {
    this.path = resolve(path)
  }

  static default(env: Readonly<Record<string, string | undefined>>): string {
    return env.DCNSIM_STATE || '.dcnsim'
  }

  get topologyFile(): string {
    return join(this.path, 'topology.yaml')
  }
  get etc(): string {
    return join(this.path, 'etc', 'ceph')
  }
  get catalogue(): string {
    return join(this.path, 'central', 'catalogue.sqlite')
  }
  get linkFile(): string {
    return join(this.path, 'central', 'links.json')
  }
  get staging(): string {
    return join(this.path, 'central', 'staging')
  }
  /** Images that are mapped as devices. */
  get devices(): string {
    return join(this.path, 'run', 'devices')
  }
  cluster(site: string): string {
    return join(this.path, 'sites', site, 'ceph')
  }
  /** The secrets of a site's hypervisors. */
  secrets(site: string): string {
    return join(this.path, 'sites', site, 'libvirt-secrets.json')
  }
  hostDisks(site: string): string {
    return join(this.path, 'sites', site, 'hosts')
  }
  settings(process: string): string {
    return join(this.path, 'run', `${process}.settings.json`)
  }
  output(process: string): string {
    return join(this.path, 'run', `${process}.out`)
  }
  log(process: string): string {
    return join(this.path, 'log', `${process}.log`)
  }

  /** Whether there is a world here. @throws ConflictError for one of another format version */
  exists(): boolean {
    const found = this.#read<{ version?: unknown }>('format.json')
    if (!found) return false
    if (found.version !== formatVersion) {
      throw new ConflictError(
        `${this.path} is a state directory of format version ${String(found.version)}; this build reads version ` +
          `${formatVersion}. Use the build that wrote it, or choose another directory with --state.`,
        { path: this.path, found: String(found.version), supported: formatVersion },
      )
    }
    return true
  }

  /** @throws ConflictError when the directory holds something that is no state of ours */
  create(): void {
    if (this.exists()) return
    if (existsSync(this.path) && existsSync(join(this.path, 'run'))) {
      throw new ConflictError(`${this.path} has files but no format.json: it is no state directory`, {
        path: this.path,
      })
    }
    for (const part of ['run', 'log', 'etc/ceph', 'central', 'sites'])
      mkdirSync(join(this.path, part), { recursive: true })
    this.#write('format.json', { version: formatVersion })
  }

  /** @throws NotFoundError when no world was ever started here */
  world(): WorldRecord {
    const world = this.exists() ? this.#read<WorldRecord>('world.json') : undefined
    if (world) return world
    throw new NotFoundError(
      `there is no world in ${this.path}. Start one with 'dcnsim up TOPOLOGY.yaml', or name its directory with --state ` +
        'or DCNSIM_STATE.',
      { path: this.path },
    )
  }

  findWorld(): WorldRecord | undefined {
    return this.exists() ? this.#read<WorldRecord>('world.json') : undefined
  }

  saveWorld(world: WorldRecord): void {
    this.#write('world.json', world)
  }

  process(name: string): ProcessRecord | undefined {
    return this.#read<ProcessRecord>(join('run', `${name}.json`))
  }

  /** What a process was last started with. */
  readSettings(process: string): object | undefined {
    return this.#read<object>(join('run', `${process}.settings.json`))
  }

  saveProcess(record: ProcessRecord): void {
    this.#write(join('run', `${record.name}.json`), record)
  }

  #read<T>(name: string): T | undefined {
    const path = join(this.path, name)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    try {
      return JSON.parse(text) as T
    } catch (cause) {
      throw new CorruptError(`${path} is damaged: ${String(cause)}`, { path }, { cause })
    }
  }

  #write(name: string, value: object): void {
    const path = join(this.path, name)
    writeFileSync(`${path}.new`, `${JSON.stringify(value, undefined, 2)}\n`)
    renameSync(`${path}.new`, path)
  }
}
