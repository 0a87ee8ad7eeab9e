import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** What must not be called, where it may be all the same, and what to use. */
const banned: readonly { readonly call: RegExp; readonly except: RegExp; readonly instead: string }[] = [
  { call: /\bDate\.now\(/, except: /^kernel\/time\//, instead: 'clock.now()' },
  { call: /\bnew Date\(\)/, except: /^kernel\/time\//, instead: 'new Date(clock.now())' },
  { call: /\bset(Timeout|Interval)\(/, except: /^kernel\/time\//, instead: 'clock.sleep()' },
  { call: /\bperformance\.now\(/, except: /^kernel\/time\//, instead: 'clock.now()' },
  { call: /\bMath\.random\(/, except: /^kernel\/random\//, instead: 'random.next()' },
  { call: /\brandomUUID\(/, except: /^kernel\/random\//, instead: 'random.uuid()' },
  { call: /\brandomBytes\(/, except: /^kernel\/random\//, instead: 'random.bytes()' },
  {
    call: /\bcopyFile(Sync)?\(|\bcpSync\(/,
    except: /^$/,
    instead: 'a sparse writer: these fill every hole with zeros',
  },
]

const files = sourceFiles('kernel', 'services', 'openstack', 'cli')

describe('banned calls', () => {
  it.each(banned)('$call is nowhere: use $instead', ({ call, except }) => {
    const users = files.filter(
      ({ path, text }) => !except.test(path) && call.test(text.replace(/\/\*[\s\S]*?\*\//g, '')),
    )
    expect(users.map(({ path }) => path)).toEqual([])
  })

  it('no file is a drawer', () => {
    const drawers = files.filter(({ path }) => /\/(utils?|helpers?|common|misc|index)\.ts$/.test(path))
    expect(drawers.map(({ path }) => path)).toEqual([])
  })

  it('no file holds two ideas by its length', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 500)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('nothing is left open or cast away', () => {
    const open = files.filter(({ text }) => /\bTODO\b|\bFIXME\b|@ts-ignore|\bas any\b/.test(text))
    expect(open.map(({ path }) => path)).toEqual([])
  })
})
