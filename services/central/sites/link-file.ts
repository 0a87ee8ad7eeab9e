import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { CorruptError } from '#kernel/errors/domain-error.ts'
import type { LinkState, Wan } from '#kernel/wan/wan.ts'

/** 0 is unlimited: JSON has no infinity. */
const rate = z.number().nonnegative()
const schema = z.array(
  z.strictObject({
    site: z.string(),
    downBitsPerSecond: rate,
    upBitsPerSecond: rate,
    rttMs: z.number().nonnegative(),
    state: z.enum(['up', 'down']),
  }),
)

/** Keeps what people have changed about links, so that a restart of the hub does not heal a cut one. */
export class LinkFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** Sets the links as they were; of sites that are gone nothing is taken. @throws CorruptError */
  restore(wan: Wan): void {
    const sites = new Set(wan.links().map(({ site }) => site))
    for (const { site, state, rttMs, ...rates } of this.#read()) {
      if (!sites.has(site)) continue
      const [downBitsPerSecond, upBitsPerSecond] = [rates.downBitsPerSecond, rates.upBitsPerSecond].map(
        (bits) => bits || Number.POSITIVE_INFINITY,
      )
      wan.setLink(site, { state, rttMs, downBitsPerSecond, upBitsPerSecond })
    }
  }

  /** Notes one link as it is now. */
  save({ site, state, rttMs, downBitsPerSecond, upBitsPerSecond }: LinkState): void {
    const finite = (bits: number) => (Number.isFinite(bits) ? bits : 0)
    const changed = {
      site,
      state,
      rttMs,
      downBitsPerSecond: finite(downBitsPerSecond),
      upBitsPerSecond: finite(upBitsPerSecond),
    }
    const links = [...this.#read().filter((link) => link.site !== site), changed]
    writeFileSync(`${this.#path}.new`, `${JSON.stringify(links, undefined, 2)}\n`)
    renameSync(`${this.#path}.new`, this.#path)
  }

  #read(): z.infer<typeof schema> {
    let text: string
    try {
      text = readFileSync(this.#path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
    try {
      return schema.parse(JSON.parse(text))
    } catch (cause) {
      throw new CorruptError(`${this.#path} is damaged: ${String(cause)}`, { path: this.#path }, { cause })
    }
  }
}
