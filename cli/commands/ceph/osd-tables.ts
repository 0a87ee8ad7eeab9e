import type { OsdUsage } from '#ceph-sim/port/status.ts'
import { formatBytes } from '#kernel/units/bytes.ts'
import { formatDump } from '../../format/dates.ts'
import { Fraction } from '../../format/document.ts'
import { formatTextTable } from '../../format/text-table.ts'
import { type CephCommand, printJson, printJsonUnended } from './ceph-context.ts'
import { osdCounts, osdSummary, report } from './cluster-status.ts'
import { poolDocument, poolLines } from './pool-documents.ts'
import { share } from './units.ts'

const right = (heading: string) => ({ heading, values: 'right' }) as const
const double = (value: number) => new Fraction(value, 'double')

const stat: CephCommand = {
  names: ['osd stat'],
  run: async (context) => {
    const status = await report(context)
    const { epoch } = status.osdMap
    if (context.format !== 'plain') printJsonUnended(context, { epoch, ...osdCounts(status) })
    else
      context.io.stdout(
        osdSummary(status, `; epoch: e${epoch}`)
          .map((line) => `${line}\n`)
          .join(''),
      )
  },
}

const list: CephCommand = {
  names: ['osd ls'],
  run: async (context) => {
    const { osds } = await report(context)
    const ids = osds.map(({ id }) => id)
    if (context.format === 'plain') context.io.stdout(ids.map((id) => `${id}\n`).join(''))
    else printJsonUnended(context, ids)
  },
}

const usedBytes = ({ reweight, dataBytes, metaBytes }: OsdUsage) => (reweight > 0 ? dataBytes + metaBytes : 0)
const sizeBytes = ({ reweight, sizeBytes: size }: OsdUsage) => (reweight > 0 ? size : 0)

/** How unevenly the osds are filled: each one's use by the mean, and the standard deviation in percent. */
function spread(osds: readonly OsdUsage[]) {
  const inside = osds.filter(({ reweight }) => reweight > 0)
  const [used, size] = [sum(inside, usedBytes), sum(inside, sizeBytes)]
  const average = share(used, size) * 100
  const utilization = (osd: OsdUsage) => share(usedBytes(osd), sizeBytes(osd)) * 100
  const varianceOf = (osd: OsdUsage) => share(utilization(osd), average)
  const variances = inside.map(varianceOf)
  const squares = sum(inside, (osd) => (utilization(osd) - average) ** 2)
  return {
    ...{ used, size, average, utilization, varianceOf },
    least: Math.min(...variances),
    most: Math.max(...variances),
    deviation: Math.sqrt(share(squares, inside.length)),
  }
}

const usage: CephCommand = {
  names: ['osd df'],
  run: async (context) => {
    const { osds } = await report(context)
    if (context.format === 'plain') context.io.stdout(usageText(osds))
    else printJson(context, usageDocument(osds))
  },
}

function usageText(osds: readonly OsdUsage[]): string {
  const { used, size, average, utilization, varianceOf, least, most, deviation } = spread(osds)
  const rows = osds.map((osd) => [
    ...[String(osd.id), 'hdd', osd.weight.toFixed(5), osd.reweight > 0 ? osd.reweight.toFixed(5) : '0'],
    ...spaceCells({ size: sizeBytes(osd), used: usedBytes(osd), ofData: osd.reweight > 0 ? osd.dataBytes : 0 }),
    ...[hundredths(utilization(osd)), hundredths(varianceOf(osd))],
    ...[String(osd.groups), osd.up ? 'up' : 'down'],
  ])
  const ofData = sum(osds, (osd) => (osd.reweight > 0 ? osd.dataBytes : 0))
  const total = ['', '', '', 'TOTAL', ...spaceCells({ size, used, ofData }), hundredths(average), '', '', '']
  const headings = 'ID,CLASS,WEIGHT,REWEIGHT,SIZE,RAW USE,DATA,OMAP,META,AVAIL,%USE,VAR,PGS,STATUS'.split(',')
  const table = formatTextTable(headings.map(right), [...rows, total])
  return `${table}MIN/MAX VAR: ${hundredths(least)}/${hundredths(most)}  STDDEV: ${hundredths(deviation)}\n`
}

function spaceCells({ size, used, ofData }: { size: number; used: number; ofData: number }): readonly string[] {
  return [size, used, ofData, 0, used - ofData, size - used].map(formatBytes)
}

function hundredths(value: number): string {
  const text = value.toFixed(2)
  return text === '0.00' ? '0' : text
}

function usageDocument(osds: readonly OsdUsage[]) {
  const { used, size, average, utilization, varianceOf, least, most, deviation } = spread(osds)
  const kib = (bytes: number) => Math.round(bytes / 1024)
  const ofData = sum(osds, (osd) => (osd.reweight > 0 ? osd.dataBytes : 0))
  return {
    nodes: osds.map((osd) => ({
      ...osdNode(osd),
      reweight: double(osd.reweight),
      kb: kib(sizeBytes(osd)),
      kb_used: kib(usedBytes(osd)),
      kb_used_data: osd.reweight > 0 ? kib(osd.dataBytes) : 0,
      kb_used_omap: 0,
      kb_used_meta: osd.reweight > 0 ? kib(osd.metaBytes) : 0,
      kb_avail: kib(sizeBytes(osd) - usedBytes(osd)),
      utilization: double(utilization(osd)),
      var: double(varianceOf(osd)),
      pgs: osd.groups,
      status: osd.up ? 'up' : 'down',
    })),
    stray: [],
    summary: {
      total_kb: kib(size),
      total_kb_used: kib(used),
      total_kb_used_data: kib(ofData),
      total_kb_used_omap: 0,
      total_kb_used_meta: kib(used - ofData),
      total_kb_avail: kib(size - used),
      average_utilization: double(average),
      min_var: double(least),
      max_var: double(most),
      dev: double(deviation),
    },
  }
}

function osdNode({ id, weight }: OsdUsage) {
  return {
    id,
    device_class: 'hdd',
    name: `osd.${id}`,
    type: 'osd',
    type_id: 0,
    crush_weight: double(weight),
    depth: 2,
    pool_weights: {},
  }
}

/** Ids of the buckets above the osds, which are all on one host. */
const rootId = -1
const hostId = -3

const tree: CephCommand = {
  names: ['osd tree'],
  run: async (context) => {
    const { osds, host } = await report(context)
    if (context.format !== 'plain') return printJson(context, treeDocument(osds, host))
    const weight = sum(osds, (osd) => osd.weight).toFixed(5)
    const rows = [
      [String(rootId), '', weight, 'root default', '', '', ''],
      [String(hostId), '', weight, `    host ${host}`, '', '', ''],
      ...osds.map((osd) => [
        ...[String(osd.id), 'hdd', osd.weight.toFixed(5), `        osd.${osd.id}`],
        ...[osd.up ? 'up' : 'down', osd.reweight > 0 ? osd.reweight.toFixed(5) : '0', '1.00000'],
      ]),
    ]
    const headings = ['ID', 'CLASS', 'WEIGHT', 'TYPE NAME', 'STATUS', 'REWEIGHT', 'PRI-AFF']
    const columns = headings.map((heading) => (heading === 'TYPE NAME' ? { heading } : right(heading)))
    context.io.stdout(formatTextTable(columns, rows))
  },
}

function treeDocument(osds: readonly OsdUsage[], host: string) {
  const ids = osds.map(({ id }) => id).sort((a, b) => b - a)
  return {
    nodes: [
      { id: rootId, name: 'default', type: 'root', type_id: 11, children: [hostId] },
      { id: hostId, name: host, type: 'host', type_id: 1, pool_weights: {}, children: ids },
      ...osds.map((osd) => ({
        ...osdNode(osd),
        exists: 1,
        status: osd.up ? 'up' : 'down',
        reweight: double(osd.reweight),
        primary_affinity: 1,
      })),
    ],
    stray: [],
  }
}

/** Flags that every map of this release has. */
const standingFlags = ['sortbitwise', 'recovery_deletes', 'purged_snapdirs', 'pglog_hardlimit']

const dump: CephCommand = {
  names: ['osd dump'],
  run: async (context) => {
    const status = await report(context)
    const { fsid, osdMap, pools, osds } = status
    const { epoch, createdMs, modifiedMs, fullRatio, backfillFullRatio, nearFullRatio, minCompatClient } = osdMap
    const flags = [...osdMap.flags, ...standingFlags].join(',')
    const crushVersion = 1 + 2 * osds.length
    if (context.format !== 'plain') {
      return printJson(context, {
        epoch,
        fsid,
        created: formatDump(createdMs),
        modified: formatDump(modifiedMs),
        flags,
        crush_version: crushVersion,
        full_ratio: new Fraction(fullRatio),
        backfillfull_ratio: new Fraction(backfillFullRatio),
        nearfull_ratio: new Fraction(nearFullRatio),
        require_min_compat_client: minCompatClient,
        min_compat_client: 'jewel',
        require_osd_release: 'pacific',
        max_osd: osds.length,
        pools: pools.map(poolDocument),
        osds: osds.map(({ id, up, reweight }) => ({
          osd: id,
          up: Number(up),
          in: Number(reweight > 0),
          weight: double(reweight),
          state: ['exists', ...(up ? ['up'] : [])],
        })),
      })
    }
    const lines = [
      `epoch ${epoch}`,
      `fsid ${fsid}`,
      `created ${formatDump(createdMs)}`,
      `modified ${formatDump(modifiedMs)}`,
      `flags ${flags}`,
      `crush_version ${crushVersion}`,
      `full_ratio ${fullRatio}`,
      `backfillfull_ratio ${backfillFullRatio}`,
      `nearfull_ratio ${nearFullRatio}`,
      `require_min_compat_client ${minCompatClient}`,
      'min_compat_client jewel',
      'require_osd_release pacific',
      'stretch_mode_enabled false',
    ]
    const osdLines = osds.map(({ id, up, reweight }) => {
      const state = `${up ? 'up  ' : 'down'} ${reweight > 0 ? 'in ' : 'out'} weight ${reweight}`
      return `osd.${id} ${state} exists${up ? ',up' : ''}\n`
    })
    const poolText = pools.map(poolLines).join('')
    context.io.stdout(`${lines.join('\n')}\n${poolText}max_osd ${osds.length}\n${osdLines.join('')}`)
  },
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0)
}

export const osdTables: readonly CephCommand[] = [dump, list, stat, tree, usage]
