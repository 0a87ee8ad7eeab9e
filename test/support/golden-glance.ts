import { readFileSync } from 'node:fs'

/** A recorded request to the real Glance and its answer. */
export interface GoldenExchange {
  readonly seq: number
  readonly note: string
  readonly as: string
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: unknown
  }
  readonly response: { readonly status: number; readonly body: unknown }
}
/** The distinct successive states of an image. */
export interface GoldenWait {
  readonly seq: number
  readonly note: string
  readonly wait: readonly Readonly<Record<string, unknown>>[]
}
/** Whether the image's bytes lie in a directory: the staging area, or a store. */
export interface GoldenFiles {
  readonly seq: number
  readonly note: string
  readonly files: Readonly<Record<string, unknown>>
}
export type GoldenStep = GoldenExchange | GoldenWait | GoldenFiles

export function readGolden(name: string): readonly GoldenStep[] {
  const text = readFileSync(new URL(`../golden/glance/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldenStep)
}
