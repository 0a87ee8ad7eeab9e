import { InvalidArgumentError } from '#kernel/errors/domain-error.ts'

/** One thing wrong with a file, and where. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** `sites[1].link.bandwith`; empty for the document itself. */
  readonly path: string
  readonly message: string
  /** The line as it stands in the file, and how much of it from `column` on is meant. */
  readonly sourceLine: string
  readonly length: number
}

/** A file that cannot be used: every problem found, once, in the order of the file. */
export class ConfigError extends InvalidArgumentError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const distinct = new Map(problems.map((problem) => [describeProblem(problem), problem]))
    const sorted = [...distinct].sort(([, a], [, b]) => a.line - b.line || a.column - b.column)
    const lines = sorted.map(([line]) => line)
    super(lines.join('\n'), { problems: lines })
    this.problems = sorted.map(([, problem]) => problem)
  }

  /** For a terminal: each problem with its source line and a caret under what is meant. */
  toPrintable(): string {
    return this.problems.map((problem) => `${describeProblem(problem)}\n${excerpt(problem)}`).join('\n')
  }
}

/** `scenarios/a1.yaml:12:5 sites[1].link: message` */
export function describeProblem({ file, line, column, path, message }: Problem): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`
}

const widestExcerpt = 110

function excerpt({ line, column, sourceLine, length }: Problem): string {
  const from = column > widestExcerpt - 30 ? column - 40 : 0
  const shown = sourceLine.slice(from, from + widestExcerpt)
  const gutter = String(line)
  const caretAt = column - 1 - from
  const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - caretAt)))
  return `  ${gutter} | ${shown}\n  ${' '.repeat(gutter.length)} | ${' '.repeat(caretAt)}${carets}`
}
