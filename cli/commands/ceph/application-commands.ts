import type { DocumentValue } from '../../format/document.ts'
import { type CephCommand, cephError, printJsonAlways } from './ceph-context.ts'
import { change, reportedPool, reportedPools, required } from './pool-context.ts'
import { applicationsDocument } from './pool-documents.ts'

const enableApplication: CephCommand = {
  names: ['osd pool application enable'],
  run: async (context, parameters) => {
    const usage =
      'osd pool application enable <pool> <app> [--yes-i-really-mean-it] :  enable use of an application <app> [cephfs,rbd,rgw] on pool <poolname>'
    const [name = '', app = ''] = required(parameters, ['pool(<poolname>)', 'app(<string>)'], usage)
    const { pools } = await context.cluster()
    const act = () => pools.enableApplication(name, app, { sure: context.sure !== 'no', signal: context.io.signal })
    await change(context, name, act, `enabled application '${app}' on pool '${name}'`)
  },
}

const disableApplication: CephCommand = {
  names: ['osd pool application disable'],
  run: async (context, parameters) => {
    const usage =
      'osd pool application disable <pool> <app> [--yes-i-really-mean-it] :  disables use of an application <app> on pool <poolname>'
    const [name = '', app = ''] = required(parameters, ['pool(<poolname>)', 'app(<string>)'], usage)
    const { pools } = await context.cluster()
    const act = () => pools.disableApplication(name, app, { sure: context.sure !== 'no', signal: context.io.signal })
    await change(context, name, act, `disable application '${app}' on pool '${name}'`)
  },
}

const setApplication: CephCommand = {
  names: ['osd pool application set', 'osd pool application rm'],
  run: async (context, parameters) => {
    const usage = 'osd pool application set <pool> <app> <key> <value> :  sets application <app> metadata key <key>'
    const names = ['pool(<poolname>)', 'app(<string>)', 'key(<string>)']
    const [name = '', app = '', key = '', value] = required(parameters, names, usage)
    const { pools } = await context.cluster()
    const pair = { key, ...(value !== undefined && { value }) }
    const told =
      value === undefined
        ? `removed application '${app}' key '${key}' on pool '${name}'`
        : `set application '${app}' key '${key}' to '${value}' on pool '${name}'`
    const act = () => pools.setApplication(name, app, { ...pair, signal: context.io.signal })
    await change(context, name, act, told)
  },
}

const getApplication: CephCommand = {
  names: ['osd pool application get'],
  run: async (context, [name, app, key]) => {
    if (name === undefined) {
      const pools = await reportedPools(context)
      return printJsonAlways(context, Object.fromEntries(pools.map((pool) => [pool.name, applicationsDocument(pool)])))
    }
    let found: DocumentValue | undefined = applicationsDocument(await reportedPool(context, name))
    if (app !== undefined) {
      found = (found as Readonly<Record<string, DocumentValue>>)[app]
      if (found === undefined) throw cephError('ENOENT', `pool '${name}' has no application '${app}'`)
    }
    if (key !== undefined) {
      const value = (found as Readonly<Record<string, DocumentValue>>)[key]
      if (value === undefined)
        throw cephError('ENOENT', `application '${app}' on pool '${name}' does not have key '${key}'`)
      return context.io.stdout(`${String(value)}\n`)
    }
    printJsonAlways(context, found)
  },
}

export const applicationCommands: readonly CephCommand[] = [
  disableApplication,
  enableApplication,
  getApplication,
  setApplication,
]
