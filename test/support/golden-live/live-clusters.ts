import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { packageRoot } from '#kernel/process/package-root.ts'
import type { GoldenSetup } from '../golden-setup.ts'

/** A cluster in a process of its own, as `dcnsim up --split` starts one. */
export interface LiveCluster extends AsyncDisposable {
  readonly name: string
  /** Names the one keyring that clients look into, which is the administrator's: as the recorded clusters' did. */
  readonly confFile: string
}

/** @param folder - where its files go */
export async function startLiveCluster(
  name: string,
  { fsid, folder, setup }: { fsid: string; folder: string; setup: GoldenSetup },
): Promise<LiveCluster> {
  const etc = path.join(folder, 'etc')
  const directory = path.join(folder, name)
  await mkdir(etc, { recursive: true })
  const settings = path.join(folder, `${name}.settings.json`)
  await writeFile(settings, JSON.stringify({ name, fsid, etcDirectory: etc, directory, users: {}, ...setup }))
  const program = path.join(packageRoot(), 'dist', 'ceph-sim.mjs')
  const child = spawn(process.execPath, [program, settings], { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = once(child, 'exit')
  process.once('exit', () => child.kill())
  const [ready] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { address, error } = JSON.parse(ready) as { address?: string; error?: string }
  if (address === undefined) throw new Error(`cluster ${name} did not start: ${error}`)
  const confFile = path.join(folder, `${name}.conf`)
  const keyring = path.join(etc, `${name}.client.admin.keyring`)
  await writeFile(confFile, `[global]\nfsid = ${fsid}\nmon_host = ${address}\nkeyring = ${keyring}\n`)
  return {
    name,
    confFile,
    [Symbol.asyncDispose]: async () => {
      child.kill()
      await exited
    },
  }
}
