import picocolors from 'picocolors'
import type { Progress } from '#cli/progress.ts'
import type { RunObserver } from './observer.ts'

/**
 * Shows a run as the terminal session that it is: headings, `$ command`, what the command printed, and what did not go
 * as expected. Waiting and the next step's name go to the progress bar.
 */
export function transcript(progress: Progress, { color }: { readonly color: boolean }): RunObserver {
  const colors = picocolors.createColors(color)
  const print = (text: string) => progress.log(text.endsWith('\n') ? text : `${text}\n`)
  let position = 0
  return {
    stepStarted: (step, { index }) => {
      position = index
      progress.show(index, step.id)
      if (step.heading !== undefined) print(`\n${colors.bold(colors.cyan(step.heading))}`)
    },
    commandStarted: (step, text) => {
      const line = step.kind === 'run' ? `$ ${wrapCommand(text)}` : `# ${text}`
      print(colors.bold(line))
    },
    commandFinished: (_, { stdout, stderr, captured }) => {
      if (captured !== undefined) print(colors.dim(captured === '' ? '(nothing)' : captured))
      else if (stdout !== '') print(stdout)
      if (stderr !== '') print(colors.yellow(stderr))
    },
    waiting: (step, { what, seen, sinceMs }) => {
      progress.show(position, `${step.id}: ${what}, now ${seen} (${(sinceMs / 1000).toFixed(1)} s)`)
    },
    stepFinished: (step, { status, problem, startedMs, endedMs }) => {
      if (status !== 'passed') print(colors.red(`! ${step.id} ${status}: ${problem ?? ''}`))
      else if (step.waitFor) print(colors.dim(`(${((endedMs - startedMs) / 1000).toFixed(1)} s)`))
      progress.show(position + 1, step.id)
    },
    asserted: ({ id, passed, measured, expected }) => {
      if (!passed) print(colors.red(`! ${id}: measured ${measured}, expected ${expected}`))
    },
    invariantChecked: ({ id, text, passed, measured }) => {
      if (!passed) print(colors.red(`! ${id} ${text}: ${measured}`))
    },
  }
}

const commandWidth = 110

/** A long command as the documents print it: continued with backslashes, broken before options. */
function wrapCommand(text: string): string {
  if (text.length <= commandWidth) return text
  const lines: string[] = ['']
  for (const piece of text.split(/ (?=--)/)) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + piece.length > commandWidth - 4) lines.push(piece)
    else lines[lines.length - 1] = last === '' ? piece : `${last} ${piece}`
  }
  return lines.join(' \\\n    ')
}
