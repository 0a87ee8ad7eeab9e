import { readFileSync } from 'node:fs'
import path from 'node:path'

/** One recorded command. */
export interface GoldenCommand {
  readonly note?: string
  readonly cmd: string
  readonly exit: number
  readonly stdout?: string
  readonly stdout_b64?: string
  readonly stderr: string
}
export interface CommandOutput {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

export function loadTranscript(name: string): readonly GoldenCommand[] {
  const file = path.join(import.meta.dirname, '../golden/rbd', `${name}.txt`)
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as GoldenCommand)
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const imageId = /(?<![0-9a-f-])(?=[0-9a-f]*\d)[0-9a-f]{9,15}(?![0-9a-f-])/g

/** A text without its ids, and the ids in their order. */
interface Normalized {
  readonly text: string
  readonly ids: readonly string[]
}

/**
 * Takes out of a run's output what differs between two runs of real Ceph: librbd's log lines, percentages of progress,
 * dates, image and snapshot ids, client numbers, nonces, cookies, generated UUIDs.
 */
class Normalizer {
  readonly #givenUuids: ReadonlySet<string>
  readonly #decimalIds: ReadonlySet<string>

  constructor(commands: readonly string[], outputs: readonly string[]) {
    this.#givenUuids = new Set(commands.join('\n').match(uuid) ?? [])
    const ids = outputs.join('\n').matchAll(/(?:"id":"|\tid: |rbd_data\.|rbd_header\.|\(trash |\n)([0-9a-f]{9,15})\b/g)
    this.#decimalIds = new Set([...ids].map(([, id]) => id!))
  }

  /** @param command - what printed it: one that cuts a snapshot's id out of a document prints nothing else */
  normalize(raw: string, command = ''): Normalized {
    const ids: string[] = []
    const take = (id: string) => {
      ids.push(id)
      return '<id>'
    }
    const text = readDumps(raw)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+[+-]\d{4} [0-9a-f]{8,} +-?\d+ [^\n]*\n/g, '')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:[+-]\d{4}|Z)/g, 'DATE')
      .replace(/elapsed: \d+/g, 'elapsed: N')
      .replace(/\((age|since) \d+[smhd]\)|since \d+[smhd]\)/g, 'AGE')
      .replace(/("(?:osd_up_since|osd_in_since|quorum_age)": ?)\d+/g, '$1N')
      .replace(/(\blast_change |\bepoch: e|^epoch |"last_change": ?"|"snap_epoch": ?|"epoch": ?)\d+/gm, '$1N')
      .replace(/ops\/sec: [\d.e+]+ {3}(\w*)bytes\/sec: [\d.]+ [KMGT]?i?B\/s/g, 'ops/sec: N   $1bytes/sec: N')
      .replace(/(read|write)_ops: \d+/g, '$1_ops: N')
      .replace(/(rbd_object_map\.\w+\.|snapshot_|snap_children_)([0-9a-f]{16})\b/g, (_, before: string, id: string) => {
        return before + take(`snap ${Number.parseInt(id, 16)}`)
      })
      .replace(/^(\d+)\t(\d+)\t/gm, (_, clone: string, id: string) => {
        return `${take(`snap ${clone}`)}\t${take(`snap ${id}`)}\t`
      })
      .replace(/\r[^\r\n]*?\d+% complete\.\.\./g, '')
      .replace(/[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}/g, 'DATE')
      .replace(/127\.0\.0\.1:0\/\d+( +$)?/gm, 'ADDR')
      .replace(/Address +$/gm, 'Address')
      .replace(/client\.\d+/g, 'client.N')
      .replace(/"client":\d+/g, '"client":N')
      .replace(/cookie=\d+|"cookie":\d+|\bauto \d+/g, 'COOKIE')
      .replace(uuid, (found) => (this.#givenUuids.has(found) ? found : take(found)))
      .replace(imageId, (found) => (/^\d+$/.test(found) && !this.#decimalIds.has(found) ? found : take(found)))
      .replace(/("snapshot_id": ?|"id": ?)(\d+)\b/g, (_, before: string, id: string) => before + take(`snap ${id}`))
      .replace(/^ +(\d+)(?= {2}\S)/gm, (_, id: string) => take(`snap ${id}`))
      .replace(/^\d+(?=\n$)/, (id) => (command.includes('"id":') ? take(`snap ${id}`) : id))
    return { text, ids }
  }
}

/**
 * Replaces dumps of bytes (of `od` and of `rados listomapvals`) by the bytes, so that ids in them are found; timestamps
 * among a header's keys, and snapshot ids in `rbd_children`, are taken out.
 */
function readDumps(raw: string): string {
  const text: string[] = []
  let rows: string[] = []
  for (const line of raw.split('\n')) {
    if (/^[0-9a-f]{7,8} {1,2}[0-9a-f]{2} /.test(line)) {
      rows.push(line)
      continue
    }
    if (rows.length > 0 && /^[0-9a-f]{7,8}$/.test(line)) text.push(dumped(rows, text))
    else text.push(...rows, line)
    rows = []
  }
  return [...text, ...rows].join('\n')
}

/** @param before - the lines above the dump, which name the key that it is the value of */
function dumped(rows: readonly string[], before: readonly string[]): string {
  if (before.at(-2)?.endsWith('_timestamp')) return 'TIMESTAMP'
  const bytes = rows.map((row) =>
    row
      .replace(/^\w+ +/, '')
      .replace(/ {2}[|>].*$/, '')
      .replaceAll(' ', ''),
  )
  const text = Buffer.from(bytes.join(''), 'hex').toString('latin1')
  return text.replace(/(\w)[\s\S]\0{7}\n$/, '$1<snapshot>\n')
}

/** Whether our ids stand where theirs do: each of ours for one of theirs, through the whole transcript. */
class IdPairs {
  readonly #oursByTheirs = new Map<string, string>()

  agree(theirs: readonly string[], ours: readonly string[]): boolean {
    return theirs.every((id, index) => {
      const known = this.#oursByTheirs.get(id) ?? ours[index]!
      this.#oursByTheirs.set(id, known)
      return known === ours[index]
    })
  }
}

/** The numbers of the commands whose exit, output or errors differ, with the first difference of each. */
export function compareTranscript(
  golden: readonly GoldenCommand[],
  outputs: readonly CommandOutput[],
): ReadonlyMap<number, string> {
  const commands = golden.map(({ cmd }) => cmd)
  const theirs = new Normalizer(commands, golden.map(stdoutOf))
  const ours = new Normalizer(
    commands,
    outputs.map(({ stdout }) => stdout),
  )
  const pairs = new IdPairs()
  const differences = new Map<number, string>()
  for (const [index, expected] of golden.entries()) {
    const found = outputs[index]!
    const texts = [
      ['exit', { text: String(expected.exit), ids: [] }, { text: String(found.exit), ids: [] }],
      ['stdout', theirs.normalize(stdoutOf(expected), expected.cmd), ours.normalize(found.stdout, expected.cmd)],
      ['stderr', theirs.normalize(expected.stderr), ours.normalize(found.stderr)],
    ] as const
    const different = texts.find(([, wanted, got]) => wanted.text !== got.text || !pairs.agree(wanted.ids, got.ids))
    if (!different) continue
    const [what, wanted, got] = different
    const shown = [wanted, got].map(({ text, ids }) => `${JSON.stringify(text.slice(0, 600))} ${ids.join(' ')}`)
    differences.set(index, `${what}\n    - ${shown[0]}\n    + ${shown[1]}`)
  }
  return differences
}

function stdoutOf({ stdout, stdout_b64 }: GoldenCommand): string {
  return stdout ?? Buffer.from(stdout_b64 ?? '', 'base64').toString('latin1')
}
