/** The line on stderr that long commands rewrite: `Removing image: 40% complete...`, ended by `done.` or `failed.` */
export class Progress {
  readonly #print: (text: string) => void
  readonly #title: string
  #percent = 0

  constructor(print: (text: string) => void, title: string) {
    this.#print = print
    this.#title = title
  }

  update(done: number, total: number): void {
    const percent = total > 0 ? Math.floor((done * 100) / total) : 0
    if (percent === this.#percent) return
    this.#percent = percent
    this.#print(`\r${this.#title}: ${percent}% complete...`)
  }

  finish(): void {
    this.#print(`\r${this.#title}: 100% complete...done.\n`)
  }

  fail(): void {
    this.#print(`\r${this.#title}: ${this.#percent}% complete...failed.\n`)
  }
}
