import { showBytes, showRate, showSeconds } from './figures.ts'
import { linkName, type Report } from './report.ts'

/** The report as one HTML file that needs nothing else: no script, no network, readable in print. */
export function renderHtml(report: Report, { hub }: { readonly hub: string }): string {
  const { title, scenario, seed, passed, rows, copies, images, stores, invariants, warnings } = report
  const body = [
    `<h1>${text(title)} ${verdict(passed)}</h1>`,
    `<p>Scenario <b>${text(scenario)}</b>, seed ${seed}, ${showSeconds(report.durationMs)} of simulated time.</p>`,
    rows.length > 0 &&
      section(
        'Requirements',
        ['row', 'requirement', '', 'measured'],
        rows.map((row) => [text(row.id), text(row.text), verdict(row.passed), text(row.measured)]),
      ),
    warnings.length > 0 &&
      section(
        'Advice',
        ['image', 'what'],
        warnings.map(({ image, message }) => [text(image), text(message)]),
      ),
    section(
      'Assertions',
      ['assertion', 'test', '', 'measured', 'expected'],
      report.assertions.map((line) => [
        text(line.id),
        text(line.test),
        verdict(line.passed),
        text(line.measured),
        text(line.expected),
      ]),
    ),
    section(
      'Invariants',
      ['', 'what', '', 'measured'],
      invariants.map((line) => [text(line.id), text(line.text), verdict(line.passed), text(line.measured)]),
    ),
    copies.length > 0 && `<h2>Writes into stores</h2>${copyChart(report)}`,
    copies.length > 0 &&
      section(
        '',
        ['image', 'store', 'by', 'start', 'took', 'over the WAN', 'rate'],
        copies.map((copy) => [
          text(copy.image),
          text(copy.store),
          text(copy.kind),
          showSeconds(copy.startedMs),
          showSeconds(copy.durationMs),
          showBytes(copy.wanBytes),
          showRate(copy.wanBytes, copy.durationMs),
        ]),
      ),
    section(
      'Where the images are',
      ['image', 'format', 'size', ...stores.map(text)],
      images.map((image) => [
        text(image.name),
        text(image.diskFormat ?? '-'),
        showBytes(image.sizeBytes ?? 0),
        ...stores.map((store) => (image.stores.includes(store) ? '&#9679;' : '')),
      ]),
    ),
    section(
      'Bytes over the WAN',
      ['step', 'link', 'class', 'bytes'],
      report.wan.map((line) => [
        text(line.step ?? 'all'),
        text(linkName(line, hub)),
        text(line.class),
        showBytes(line.bytes),
      ]),
    ),
    section(
      'Steps',
      ['step', 'command', '', 'took'],
      report.steps.map((step) => [
        text(step.id),
        `<code>${text(step.command)}</code>${step.problem === undefined ? '' : `<br>${text(step.problem)}`}`,
        verdict(step.status === 'passed'),
        showSeconds(step.durationMs),
      ]),
    ),
  ]
  return page(title, body.filter((part) => part !== false).join('\n'))
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const table = `<table><thead>${row(head, 'th')}</thead><tbody>\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody></table>`
  return title === '' ? table : `<h2>${text(title)}</h2>${table}`
}

const chart = { width: 800, labelWidth: 220, barHeight: 14, rowHeight: 20 }

/** When each write happened, one bar a write. */
function copyChart({ copies, durationMs }: Report): string {
  const scale = (chart.width - chart.labelWidth) / Math.max(1, durationMs)
  const bars = copies.map(({ image, store, startedMs, durationMs: took = 0, status }, index) => {
    const y = index * chart.rowHeight
    const x = chart.labelWidth + startedMs * scale
    const color = status === 'done' ? '#2f6f9f' : '#b3261e'
    const label = `${text(image)} > ${text(store)}`
    return `<text x="0" y="${y + chart.barHeight - 2}">${label}</text><rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(2, took * scale).toFixed(1)}" height="${chart.barHeight}" fill="${color}"><title>${label}, ${showSeconds(took)}</title></rect>`
  })
  const height = copies.length * chart.rowHeight
  return `<svg viewBox="0 0 ${chart.width} ${height}" width="${chart.width}" height="${height}" role="img">${bars.join('')}</svg>`
}

function verdict(passed: boolean): string {
  return passed ? '<span class="pass">PASS</span>' : '<span class="fail">FAIL</span>'
}

function text(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(title)}</title>
<style>
body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
code { font-size: 12px; overflow-wrap: anywhere } svg text { font-size: 12px }
.pass { color: #1b6e3c; font-weight: 600 } .fail { color: #b3261e; font-weight: 600 }
@media print { body { margin: 0; max-width: none } }
</style></head><body>
${body}
</body></html>
`
}
