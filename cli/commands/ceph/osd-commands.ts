import type { Osds } from '#ceph-sim/port/osds.ts'
import type { RatioName } from '#ceph-sim/port/status.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { formatDump } from '../../format/dates.ts'
import { reasonOf } from '../rbd/errno.ts'
import { type CephCommand, type CephContext, cephError, printJsonAlways } from './ceph-context.ts'
import { invalidCommand } from './invalid-command.ts'

/** What happens to osds. Commands that `ceph` does not have begin with `osd sim-`. */

const flagList =
  'full|pause|noup|nodown|noout|noin|nobackfill|norebalance|norecover|noscrub|nodeep-scrub|notieragent|nosnaptrim|pglog_hardlimit'

const setFlag = flagCommand('set')
const unsetFlag = flagCommand('unset')

function flagCommand(verb: 'set' | 'unset'): CephCommand {
  return {
    names: [`osd ${verb}`],
    run: async (context, [flag]) => {
      const usage = `osd ${verb} ${flagList} :  ${verb} <key>`
      if (flag === undefined) throw invalidCommand(`missing required parameter key(${flagList})`, usage)
      if (!flagList.split('|').includes(flag)) throw invalidCommand(`${flag} not in ${flagList}`, usage)
      const { status } = await context.cluster()
      const call = { signal: context.io.signal }
      await (verb === 'set' ? status.setFlag(flag, call) : status.unsetFlag(flag, call))
      context.io.stderr(`${flag} is ${verb}\n`)
    },
  }
}

function ratioCommand(ratio: RatioName, marks: string): CephCommand {
  const name = `osd set-${ratio}-ratio`
  const usage = `${name} <ratio:float> :  set usage ratio at which OSDs are marked ${marks}`
  return {
    names: [name],
    run: async (context, [text]) => {
      if (text === undefined) throw invalidCommand('missing required parameter ratio(<float>)', usage)
      const value = Number(text)
      if (text === '' || Number.isNaN(value)) throw invalidCommand(`${text} doesn't represent a float`, usage)
      if (value < 0 || value > 1) throw invalidCommand(`${text} not in range [0.0, 1.0]`, usage)
      const { status } = await context.cluster()
      await status.setRatio(ratio, value, { signal: context.io.signal })
      context.io.stderr(`${name} ${value}\n`)
    },
  }
}

/** `2`, `osd.2`. */
function osdId(text: string, usage: string): number {
  const digits = /^(?:osd\.)?(\d+)$/.exec(text)?.[1]
  if (digits === undefined) throw invalidCommand(`invalid osd id: ${text}`, usage)
  return Number(digits)
}

/** Commands that take one or more osds, and say of each what became of it. */
function eachOsd(
  verb: string,
  told: string,
  act: (osds: Osds, id: number, context: CephContext) => Promise<void>,
): CephCommand {
  const usage = `osd ${verb} <ids>... :  ${told} osd(s) <id> [<id>...]`
  return {
    names: [`osd ${verb}`],
    run: async (context, ids) => {
      if (ids.length === 0) throw invalidCommand('missing required parameter ids(<string>...)', usage)
      const { osds } = await context.cluster()
      const lines: string[] = []
      for (const id of ids.map((text) => osdId(text, usage))) {
        try {
          await act(osds, id, context)
          lines.push(`${told} osd.${id}. `)
        } catch (thrown) {
          if (reasonOf(thrown) !== 'osd_missing') throw thrown
          lines.push(`osd.${id} does not exist. `)
        }
      }
      context.io.stderr(`${lines.join('')}\n`)
    },
  }
}

const call = ({ io }: CephContext) => ({ signal: io.signal })

const reweight: CephCommand = {
  names: ['osd reweight'],
  run: async (context, [id, text]) => {
    const usage = 'osd reweight <id|osd.id> <weight:float> :  reweight osd to 0.0 < <weight> < 1.0'
    if (id === undefined) throw invalidCommand('missing required parameter id(<id|osd.id>)', usage)
    if (text === undefined) throw invalidCommand('missing required parameter weight(<float>)', usage)
    const weight = Number(text)
    if (Number.isNaN(weight)) throw invalidCommand(`${text} doesn't represent a float`, usage)
    if (weight < 0 || weight > 1) throw invalidCommand(`${text} not in range [0.0, 1.0]`, usage)
    const osd = osdId(id, usage)
    await (await context.cluster()).osds.reweight(osd, weight, call(context))
    const fixed = Math.floor(weight * 65_536).toString(16)
    context.io.stderr(`reweighted osd.${osd} to ${weight} (${fixed})\n`)
  },
}

const lost: CephCommand = {
  names: ['osd lost'],
  run: async (context, [id]) => {
    const usage =
      'osd lost <id|osd.id> [--yes-i-really-mean-it] :  mark osd as permanently lost. THIS DESTROYS DATA IF NO MORE REPLICAS EXIST, BE CAREFUL'
    if (id === undefined) throw invalidCommand('missing required parameter id(<id|osd.id>)', usage)
    const cluster = await context.cluster()
    await cluster.osds.declareLost(osdId(id, usage), { sure: context.sure !== 'no', ...call(context) })
    const { osdMap } = await cluster.status.report(call(context))
    context.io.stderr(`marked osd lost in epoch ${osdMap.epoch}\n`)
  },
}

const map: CephCommand = {
  names: ['osd map'],
  run: async (context, [pool, object]) => {
    const usage = 'osd map <pool> <object> [<nspace>] :  find pg for <object> in <pool> with [namespace]'
    if (pool === undefined) throw invalidCommand('missing required parameter pool(<poolname>)', usage)
    if (object === undefined) throw invalidCommand('missing required parameter object(<objectname>)', usage)
    const { osds } = await context.cluster()
    const found = await osds.locate(pool, object, call(context)).catch((thrown: unknown) => {
      throw reasonOf(thrown) === 'pool_missing' ? cephError('ENOENT', `pool ${pool} does not exist`) : thrown
    })
    const raw = `${found.poolId}.${found.hash.toString(16)}`
    const place = ({ join, primary }: { join: string; primary: number }) => `([${join}], p${primary})`
    const told = (ids: readonly number[]) => place({ join: ids.join(','), primary: ids[0] ?? -1 })
    if (context.format === 'plain') {
      const where = `osdmap e${found.epoch} pool '${pool}' (${found.poolId}) object '${object}'`
      const groups = `pg ${raw} (${found.group})`
      context.io.stdout(`${where} -> ${groups} -> up ${told(found.up)} acting ${told(found.acting)}\n`)
      return
    }
    printJsonAlways(context, {
      epoch: found.epoch,
      pool,
      pool_id: found.poolId,
      objname: object,
      raw_pgid: raw,
      pgid: found.group,
      up: found.up,
      up_primary: found.up[0] ?? -1,
      acting: found.acting,
      acting_primary: found.acting[0] ?? -1,
    })
  },
}

/** Which images have lost what, and what recovery has copied. */
const damage: CephCommand = {
  names: ['osd sim-damage'],
  run: async (context) => {
    const { osds } = await context.cluster()
    const [images, recovery] = [await osds.damage(call(context)), await osds.recovery(call(context))]
    if (context.format !== 'plain') {
      const document = images.map(({ ranges, ...image }) => ({
        ...image,
        ranges: ranges.map(({ offset, lengthBytes }) => ({ offset, length: lengthBytes })),
      }))
      return printJsonAlways(context, { images: document, recovered: { ...recovery } })
    }
    const lines = images.map(({ pool, namespace, image, snapshot, objects, bytes, inherited, metadata }) => {
      const spec = [pool, ...(namespace === '' ? [] : [namespace]), image].join('/') + (snapshot ? `@${snapshot}` : '')
      const notes = [
        ...(inherited ? ['in part in a parent'] : []),
        ...(metadata.length > 0 ? [`${metadata.length} object(s) of its own metadata`] : []),
      ]
      return `${spec}: ${objects} object(s), ${formatBytes(bytes)} lost${notes.map((note) => `, ${note}`).join('')}\n`
    })
    const { lastEndsMs } = recovery
    const until = lastEndsMs > 0 ? `, the last of it until ${formatDump(lastEndsMs)}` : ''
    context.io.stdout(
      `${lines.join('') || 'nothing is lost\n'}recovery copied ${recovery.objects} objects, ${formatBytes(recovery.bytes)}${until}\n`,
    )
  },
}

export const osdCommands: readonly CephCommand[] = [
  setFlag,
  unsetFlag,
  ratioCommand('full', 'full'),
  ratioCommand('backfillfull', 'too full to backfill'),
  ratioCommand('nearfull', 'near-full'),
  eachOsd('down', 'marked down', (osds, id, context) => osds.markDown(id, call(context))),
  eachOsd('out', 'marked out', (osds, id, context) => osds.markOut(id, call(context))),
  eachOsd('in', 'marked in', (osds, id, context) => osds.markIn(id, call(context))),
  eachOsd('sim-stop', 'stopped', (osds, id, context) => osds.stop(id, call(context))),
  eachOsd('sim-start', 'started', (osds, id, context) => osds.start(id, call(context))),
  eachOsd('sim-fail', 'failed the disk of', (osds, id, context) => osds.fail(id, call(context))),
  eachOsd('sim-replace', 'replaced the disk of', (osds, id, context) => osds.replace(id, call(context))),
  damage,
  lost,
  map,
  reweight,
]
