import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { CallOptions, RbdImageInfo } from '#ceph-sim/rbd.ts'
import type { CommandIo } from '../../command-io.ts'
import { type DocumentValue, formatJson, formatXml, type ItemNames } from '../../format/document.ts'
import { type Column, formatTextTable } from '../../format/text-table.ts'
import { CommandFailure } from './command-failure.ts'
import type { CommandArguments } from './command-line.ts'
import type { DeviceDirectory } from './device-directory.ts'
import { errnoOf } from './errno.ts'
import { headOf, openFailure, specOf, type Target } from './image-target.ts'
import type { OptionName } from './option-table.ts'
import { Progress } from './progress.ts'

/** One command of `rbd`. */
export interface RbdCommand {
  /** Spellings: `snap ls`, `snap list`. */
  readonly names: readonly string[]
  readonly options: readonly OptionName[]
  readonly maxPositionals: number
  /** @throws CommandFailure with what to print and the exit code */
  run(context: RbdContext): Promise<void>
}

/** The options of every command that names an image, or a snapshot. */
export const imageOptions = ['pool', 'namespace', 'image'] as const
export const snapshotOptions = [...imageOptions, 'snap'] as const
export const formatOptions = ['format', 'pretty-format'] as const

/** What a running command works with. */
export class RbdContext {
  readonly args: CommandArguments
  readonly io: CommandIo
  /** Images as devices of this machine; undefined where there can be none. */
  readonly devices: () => Promise<DeviceDirectory | undefined>
  readonly #connect: () => Promise<ClusterClient>

  constructor(
    args: CommandArguments,
    io: CommandIo,
    connect: () => Promise<ClusterClient>,
    devices: () => Promise<DeviceDirectory | undefined> = async () => undefined,
  ) {
    this.args = args
    this.io = io
    this.#connect = connect
    this.devices = devices
  }

  /** What every call to the cluster is given. */
  get call(): CallOptions {
    return { signal: this.io.signal }
  }

  /** The cluster, connected at the first call. @throws CommandFailure `couldn't connect to the cluster!` */
  cluster(): Promise<ClusterClient> {
    return this.#connect()
  }

  /** Opens an image as librbd does: fails in its words when the pool, image or snapshot is missing or denied. */
  async open(target: Target): Promise<{ rbd: ClusterClient; info: RbdImageInfo }> {
    const rbd = await this.cluster()
    try {
      return { rbd, info: await rbd.info(specOf(target), this.call) }
    } catch (thrown) {
      throw openFailure(thrown, target)
    }
  }

  /**
   * Opens the head to change it, and changes it. A denied change says what opening for writing says.
   *
   * @param explain - the command's own words for a failure of the change
   */
  async change(
    target: Target,
    act: (rbd: ClusterClient) => Promise<void>,
    explain: (thrown: unknown) => Error,
  ): Promise<void> {
    const { rbd } = await this.open({ ...headOf(target), poolIsDefault: target.poolIsDefault })
    try {
      await act(rbd)
    } catch (thrown) {
      if (thrown instanceof CommandFailure) throw thrown
      throw errnoOf(thrown).name === 'EPERM' ? openFailure(thrown, target) : explain(thrown)
    }
  }

  /** Runs something long with the progress line around it, unless `--no-progress`. */
  async withProgress<T>(title: string, act: (progress: Progress) => Promise<T>): Promise<T> {
    const quiet = this.args.has('no-progress')
    const progress = new Progress(quiet ? () => {} : this.io.stderr, title)
    try {
      const result = await act(progress)
      progress.finish()
      return result
    } catch (thrown) {
      progress.fail()
      throw thrown
    }
  }

  /** Prints a document as `--format json` or `xml` asks, or else as `plain` makes it. */
  print(plain: () => string, document: { name: string; value: DocumentValue; items: ItemNames }): void {
    const format = this.args.get('format') ?? 'plain'
    const pretty = this.args.has('pretty-format')
    if (format === 'plain') this.io.stdout(plain())
    else if (format === 'json') this.io.stdout(`${formatJson(document.value, pretty)}\n`)
    else this.io.stdout(`${formatXml(document.name, document.value, document.items, pretty)}${pretty ? '' : '\n'}`)
  }
}

/** A table, or nothing at all when it has no rows. */
export function tableUnlessEmpty(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : formatTextTable(columns, rows)
}
