import { spawn } from 'node:child_process'
import { open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Writable } from 'node:stream'
import type { Clock } from '#kernel/time/clock.ts'
import { type InstantClock, MortalClock } from '../instant-clock.ts'
import { BackgroundJob } from './background-job.ts'
import { BytePipe } from './byte-pipe.ts'
import { parseShell, type Redirect, type ShellNode, type Word } from './shell-grammar.ts'

/** What a running command has. */
export interface ShellProcess {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly stdin: AsyncIterable<Uint8Array>
  /** Resolves when the sleeps of others have brought the time to `atMs`. */
  reached(atMs: number): Promise<void>
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void>
}
export type ShellProgram = (process: ShellProcess) => Promise<number>

interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: (bytes: Uint8Array) => Promise<void>
  readonly stderr: (bytes: Uint8Array) => Promise<void>
}
interface Scope {
  readonly streams: Streams
  readonly clock: Clock
  readonly signal: AbortSignal
  /** What runs in the background, if this is part of it. */
  readonly job?: BackgroundJob
}

export interface ShellResult {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the command lines of golden transcripts inside the test's process: given programs and the shell's own words here,
 * anything else (`grep`, `sed`, `wc`, ...) as the system's. Time is simulated: `sleep` takes none.
 */
export class Shell {
  readonly #programs: Readonly<Record<string, ShellProgram>>
  readonly #cwd: string
  readonly #clock: InstantClock
  readonly #variables = new Map<string, string>()
  readonly #jobs = new Map<string, BackgroundJob>()
  #nextPid = 1000

  constructor(programs: Readonly<Record<string, ShellProgram>>, cwd: string, clock: InstantClock) {
    this.#programs = programs
    this.#cwd = cwd
    this.#clock = clock
  }

  async run(line: string): Promise<ShellResult> {
    const output = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] }
    const collect = (stream: keyof typeof output) => async (bytes: Uint8Array) =>
      void output[stream].push(Buffer.from(bytes))
    const streams = { stdin: nothing(), stdout: collect('stdout'), stderr: collect('stderr') }
    const exit = await this.#run(parseShell(line), {
      streams,
      clock: this.#clock,
      signal: new AbortController().signal,
    })
    return { exit, stdout: textOf(output.stdout), stderr: textOf(output.stderr) }
  }

  /** Ends whatever still runs in the background. */
  async stop(): Promise<void> {
    const jobs = [...this.#jobs.values()]
    for (const job of jobs) job.kill()
    await Promise.all(jobs.map(({ ended }) => ended))
  }

  async #run(node: ShellNode, scope: Scope): Promise<number> {
    switch (node.kind) {
      case 'list':
        return this.#list(node.items, scope)
      case 'pipeline':
        return this.#pipeline(node.stages, scope)
      case 'group':
        return this.#redirected(node.redirects, scope, (inner) => this.#run(node.body, inner))
      case 'for': {
        let exit = 0
        for (const word of await this.#expand(node.words, scope)) {
          this.#variables.set(node.name, word)
          exit = await this.#run(node.body, scope)
        }
        return exit
      }
      case 'while': {
        const lines = lineReader(scope.streams.stdin)
        let exit = 0
        while ((await this.#condition(node.condition, lines, scope)) === 0) exit = await this.#run(node.body, scope)
        return exit
      }
      case 'simple':
        return this.#simple(node, scope)
    }
  }

  async #list(items: Extract<ShellNode, { kind: 'list' }>['items'], scope: Scope): Promise<number> {
    let exit = 0
    let skip: string | undefined
    for (const { node, separator } of items) {
      if (skip === undefined || (skip === '&&' ? exit === 0 : exit !== 0)) {
        if (separator === '&') this.#background(node, scope)
        else exit = await this.#run(node, scope)
        this.#variables.set('?', String(exit))
      }
      skip = separator === '&&' || separator === '||' ? separator : undefined
    }
    return exit
  }

  #background(node: ShellNode, scope: Scope): void {
    const pid = String(this.#nextPid++)
    this.#variables.set('!', pid)
    const job = new BackgroundJob((signal, job) => this.#run(node, { ...scope, signal, job }))
    this.#jobs.set(pid, job)
    void job.ended.then(() => this.#jobs.delete(pid))
  }

  /** `while read -r name` reads the loop's input line by line; any other condition is a command. */
  async #condition(node: ShellNode, lines: () => Promise<string | undefined>, scope: Scope): Promise<number> {
    const only = node.kind === 'list' && node.items.length === 1 ? node.items[0]!.node : undefined
    const words = only?.kind === 'simple' ? await this.#expand(only.words, scope) : []
    if (words[0] !== 'read') return this.#run(node, scope)
    const line = await lines()
    if (line === undefined) return 1
    this.#variables.set(words.at(-1)!, line)
    return 0
  }

  async #pipeline(stages: readonly ShellNode[], scope: Scope): Promise<number> {
    const pipes = stages.slice(1).map(() => new BytePipe())
    const exits = await Promise.all(
      stages.map(async (stage, index) => {
        const [input, output] = [pipes[index - 1], pipes[index]]
        const streams = {
          ...scope.streams,
          ...(input ? { stdin: input } : {}),
          ...(output ? { stdout: (bytes: Uint8Array) => output.write(bytes) } : {}),
        }
        try {
          return await this.#run(stage, { ...scope, streams })
        } finally {
          input?.abandon()
          output?.close()
        }
      }),
    )
    return exits.at(-1)!
  }

  async #simple(node: Extract<ShellNode, { kind: 'simple' }>, scope: Scope): Promise<number> {
    const assigned: Record<string, string> = {}
    for (const { name, value } of node.assignments) assigned[name] = (await this.#expand([value], scope)).join(' ')
    const argv = await this.#expand(node.words, scope)
    // Assignments alone are the shell's own; before a command they are its environment.
    if (argv.length === 0) for (const [name, value] of Object.entries(assigned)) this.#variables.set(name, value)
    return this.#redirected(node.redirects, scope, (inner) => this.#execute(argv, assigned, inner))
  }

  async #execute(argv: readonly string[], env: Readonly<Record<string, string>>, scope: Scope): Promise<number> {
    const [name = ':', ...rest] = argv
    const print = (text: string) => scope.streams.stdout(Buffer.from(text)).then(() => 0)
    switch (name) {
      case ':':
      case 'wait':
        return 0
      case 'echo':
        return print(`${rest.join(' ')}\n`)
      case 'sleep':
        await scope.clock.sleep(Number(rest[0]) * 1000)
        await this.#settled(scope.job)
        return 0
      case 'date':
        if (rest[0] === '+%s') return print(`${Math.floor(scope.clock.now() / 1000)}\n`)
        break
      case 'sh':
        if (rest[0] === '-c') return this.#run(parseShell(rest[1] ?? ''), scope)
        break
      case 'kill':
        return this.#kill(rest)
      case 'timeout': {
        // How long it waits between two signals makes no difference here.
        const words = rest[0] === '-k' ? rest.slice(2) : rest
        return this.#timeout(Number(words[0]), words.slice(1), env, scope)
      }
    }
    const program = this.#programs[name]
    const reached = (atMs: number) => {
      const waiting = this.#clock.reached(atMs)
      return scope.job ? scope.job.resting(waiting) : waiting
    }
    const process = { argv: rest, env, cwd: this.#cwd, ...scope, stdin: scope.streams.stdin, reached, write }
    return program ? program(process) : systemProgram(name, process)

    async function write(stream: 'stdout' | 'stderr', bytes: Uint8Array): Promise<void> {
      if (!scope.signal.aborted) await scope.streams[stream](bytes)
    }
  }

  /** What was started in the background gets as far as it can without time. */
  async #settled(except: BackgroundJob | undefined): Promise<void> {
    for (const job of [...this.#jobs.values()]) if (job !== except) await job.rested
  }

  async #kill(words: readonly string[]): Promise<number> {
    const job = this.#jobs.get(words.at(-1)!)
    if (!job) return 1
    if (words[0] === '-0') return 0
    job.kill(words[0] === '-9' ? 'killed' : 'terminated')
    await job.ended
    return 0
  }

  async #timeout(
    seconds: number,
    argv: readonly string[],
    env: Readonly<Record<string, string>>,
    scope: Scope,
  ): Promise<number> {
    const killed = new AbortController()
    const endMs = scope.clock.now() + seconds * 1000
    const clock = new MortalClock(scope.clock, endMs, () => killed.abort())
    const lift = this.#clock.limit(endMs, () => killed.abort())
    try {
      const exit = await this.#execute(argv, env, { ...scope, clock, signal: killed.signal })
      return killed.signal.aborted ? 124 : exit
    } finally {
      lift()
    }
  }

  async #redirected(
    redirects: readonly Redirect[],
    scope: Scope,
    act: (inner: Scope) => Promise<number>,
  ): Promise<number> {
    let { stdin, stdout, stderr } = scope.streams
    const files: Awaited<ReturnType<typeof open>>[] = []
    for (const { from, to } of redirects) {
      if (to.kind === 'copy') {
        if (from === '2') stderr = stdout
        else stdout = stderr
        continue
      }
      const [name = ''] = await this.#expand([to.path], scope)
      if (from === '0') {
        try {
          stdin = once(await readFile(path.resolve(this.#cwd, name)))
        } catch {
          await stderr(Buffer.from(`bash: line 1: ${name}: No such file or directory\n`))
          return 1
        }
        continue
      }
      const file = await open(path.resolve(this.#cwd, name), 'w')
      files.push(file)
      const write = async (bytes: Uint8Array) => void (await file.write(bytes))
      if (from === '1') stdout = write
      else stderr = write
    }
    try {
      return await act({ ...scope, streams: { stdin, stdout, stderr } })
    } finally {
      for (const file of files) await file.close()
    }
  }

  async #expand(words: readonly Word[], scope: Scope): Promise<string[]> {
    const expanded: string[] = []
    for (const word of words) {
      const fields = ['']
      let quoted = false
      for (const part of word) {
        quoted ||= part.quoted
        const text = await this.#textOf(part, scope)
        if (part.quoted || part.kind === 'text') fields[fields.length - 1] += text
        else {
          const [first = '', ...others] = text.split(/\s+/)
          fields[fields.length - 1] += first
          fields.push(...others)
        }
      }
      const kept = fields.filter((field) => quoted || field !== '')
      for (const field of kept) expanded.push(...(quoted ? [field] : await this.#glob(field)))
    }
    return expanded
  }

  async #textOf(part: Word[number], scope: Scope): Promise<string> {
    if (part.kind === 'text') return part.text
    if (part.kind === 'variable') return this.#variables.get(part.name) ?? ''
    if (part.kind === 'sum') return String(this.#number(part.left) + this.#number(part.right))
    if (part.kind === 'difference') return String(this.#number(part.left) - this.#number(part.right))
    const output: Uint8Array[] = []
    const stdout = async (bytes: Uint8Array) => void output.push(Buffer.from(bytes))
    // No substitution of the recordings reads the pipe of the command that it is part of.
    await this.#run(part.body, { ...scope, streams: { ...scope.streams, stdin: nothing(), stdout } })
    return textOf(output).replace(/\n+$/, '')
  }

  #number(name: string): number {
    return Number(this.#variables.get(name) ?? name)
  }

  async #glob(field: string): Promise<string[]> {
    if (!field.includes('*') || field.startsWith('-')) return [field]
    const pattern = new RegExp(`^${field.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
    const found = (await readdir(this.#cwd)).filter((name) => pattern.test(name)).sort()
    return found.length > 0 ? found : [field]
  }
}

async function systemProgram(name: string, { argv, cwd, stdin, write }: ShellProcess): Promise<number> {
  const child = spawn(name, argv, { cwd, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' }, stdio: 'pipe' })
  child.stdin.on('error', () => {})
  const feed = (async () => {
    for await (const bytes of stdin) {
      if (child.stdin.destroyed) break
      if (!child.stdin.write(bytes)) await drained(child.stdin)
    }
    child.stdin.end()
  })()
  const pump = async (stream: 'stdout' | 'stderr') => {
    for await (const bytes of child[stream]) await write(stream, bytes as Uint8Array)
  }
  const [exit] = await Promise.all([
    new Promise<number>((resolve) => child.on('error', () => resolve(127)).on('close', (code) => resolve(code ?? 1))),
    pump('stdout'),
    pump('stderr'),
  ])
  await feed
  return exit
}

/** There is room for more, or nobody takes any. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function lineReader(source: AsyncIterable<Uint8Array>): () => Promise<string | undefined> {
  const iterator = source[Symbol.asyncIterator]()
  let rest = ''
  let ended = false
  return async () => {
    while (!ended && !rest.includes('\n')) {
      const next = await iterator.next()
      if (next.done) ended = true
      else rest += Buffer.from(next.value).toString()
    }
    if (rest === '') return undefined
    const end = rest.indexOf('\n')
    const line = end < 0 ? rest : rest.slice(0, end)
    rest = end < 0 ? '' : rest.slice(end + 1)
    return line
  }
}

function textOf(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString()
}
