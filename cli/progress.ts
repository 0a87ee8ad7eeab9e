import { MultiBar } from 'cli-progress'

/** Lines of text with, on a terminal, one bar below them that shows how far a run is and what it does now. */
export interface Progress {
  /** Prints text (ending in a newline) above the bar. */
  log(text: string): void
  /** `done` of the total given at creation. */
  show(done: number, note: string): void
  /** Takes the bar away; what was logged stays. Idempotent. */
  stop(): void
}

/** A bar only where a person looks on; elsewhere the text alone, so that logs and pipes stay clean. */
export function createProgress(stream: NodeJS.WriteStream, options: { readonly total: number }): Progress {
  return stream.isTTY ? terminalProgress(stream, options.total) : plainProgress((text) => stream.write(text))
}

/** Text alone: for pipes, logs and tests. */
export function plainProgress(write: (text: string) => void): Progress {
  return { log: write, show: () => {}, stop: () => {} }
}

/** What is left of a line beside the bar and the numbers. */
const barOverhead = 34

function terminalProgress(stream: NodeJS.WriteStream, total: number): Progress {
  const bars = new MultiBar({
    stream,
    format: '[{bar}] {value}/{total}  {note}',
    barsize: 20,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    hideCursor: true,
    // Logged lines may be longer than the terminal is wide; the bar's own line is kept shorter.
    linewrap: true,
    clearOnComplete: true,
    // The program that owns the run answers signals; a bar that did so too would keep it from ending.
    gracefulExit: false,
    fps: 10,
  })
  const bar = bars.create(total, 0, { note: '' })
  return {
    log: (text) => {
      bars.log(text)
      bars.update()
    },
    show: (done, note) => bar.update(done, { note: note.slice(0, Math.max(0, (stream.columns || 80) - barOverhead)) }),
    stop: () => {
      if (!bars.isActive) return
      bars.update()
      bars.stop()
    },
  }
}
