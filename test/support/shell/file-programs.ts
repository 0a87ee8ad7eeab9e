import { open } from 'node:fs/promises'
import path from 'node:path'
import type { ShellProgram } from './shell.ts'

const compareBytes = 4 * 1024 * 1024

/** `cmp - FILE` without a process in between: images are gigabytes of mostly zeros. */
export const cmp: ShellProgram = async ({ argv, cwd, stdin, write }) => {
  const [left = '', right = ''] = argv
  await using file = await open(path.resolve(cwd, right), 'r')
  const expected = Buffer.alloc(compareBytes)
  let position = 0
  for await (const bytes of left === '-' ? stdin : pieces(path.resolve(cwd, left))) {
    const { bytesRead } = await file.read(expected, 0, bytes.byteLength, position)
    if (expected.compare(bytes, 0, bytes.byteLength, 0, bytesRead) !== 0) {
      await write('stdout', Buffer.from(`${left} ${right} differ: at or after byte ${position + 1}\n`))
      return 1
    }
    position += bytes.byteLength
  }
  return (await file.stat()).size === position ? 0 : 1
}

async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  await using handle = await open(file, 'r')
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(compareBytes), 0, compareBytes)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** The few Python one-liners of the transcripts that make files: write, seek and truncate with constant arguments. */
export const python3: ShellProgram = async ({ argv, cwd }) => {
  const script = argv[1] ?? ''
  const name = /open\('([^']+)','wb'\)/.exec(script)![1]!
  const repeats = Number(/for i in range\((\d+)\)/.exec(script)?.[1] ?? 1)
  const calls = [...script.matchAll(/f\.(write|seek|truncate)\((?:b'\\x(\w\w)'\*)?((?:[^()]|\([^()]*\))*)\)/g)]
  await using file = await open(path.resolve(cwd, name), 'w')
  let position = 0
  for (let i = 0; i < repeats; i++) {
    for (const [, verb, byte, amount = ''] of calls) {
      if (verb === 'seek') position = evaluate(amount, i)
      if (verb !== 'write') continue
      await file.write(Buffer.alloc(evaluate(amount, i), Number(`0x${byte}`)), 0, undefined, position)
      position += evaluate(amount, i)
    }
  }
  for (const [, verb, , amount = ''] of calls) if (verb === 'truncate') await file.truncate(evaluate(amount, 0))
  return 0
}

/** `subprocess.check_call([...]) for i in range(N)`: a program's name and arguments, strings or `str(...)` of sums. */
const calledProgram = /check_call\(\[(.*)\]\) for i in range\((\d+)\)/

/** The same Python, which may also run one of these programs some times over. */
export function pythonWith(programs: Readonly<Record<string, ShellProgram>>): ShellProgram {
  return async (process) => {
    const [, words = '', repeats] = calledProgram.exec(process.argv[1] ?? '') ?? []
    if (repeats === undefined) return python3(process)
    for (let i = 0; i < Number(repeats); i++) {
      const [name = '', ...argv] = words.split(',').map((word) => {
        const sum = /^str\((.*)\)$/.exec(word)?.[1]
        return sum === undefined ? word.slice(1, -1) : String(evaluate(sum, i))
      })
      const exit = await programs[name]!({ ...process, argv })
      if (exit !== 0) return exit
    }
    return 0
  }
}

/** Sums of products and left shifts: `8<<20`, `(16<<20)+512`, `i*8192`. */
function evaluate(expression: string, i: number): number {
  const terms = expression.replaceAll('(', '').replaceAll(')', '').split('+')
  return terms
    .map((term) => {
      const [base = '', shift = '0'] = term.split('<<')
      const product = base.split('*').reduce((value, factor) => value * (factor === 'i' ? i : Number(factor)), 1)
      return product * 2 ** Number(shift)
    })
    .reduce((sum, value) => sum + value, 0)
}
