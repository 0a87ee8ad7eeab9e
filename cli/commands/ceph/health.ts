import type { HealthCheck, HealthSeverity } from '#ceph-sim/port/status.ts'

export type HealthStatus = 'HEALTH_OK' | HealthSeverity

export function healthStatus(checks: readonly HealthCheck[]): HealthStatus {
  if (checks.length === 0) return 'HEALTH_OK'
  return checks.some(({ severity }) => severity === 'HEALTH_ERR') ? 'HEALTH_ERR' : 'HEALTH_WARN'
}

/** `HEALTH_WARN 1 nearfull osd(s); 6 pool(s) nearfull` */
export function healthLine(checks: readonly HealthCheck[]): string {
  return [healthStatus(checks), checks.map(({ summary }) => summary).join('; ')].join(' ').trimEnd()
}

export function healthDetail(checks: readonly HealthCheck[]): string {
  const lines = checks.flatMap(({ code, severity, summary, detail }) => [
    `[${severity === 'HEALTH_ERR' ? 'ERR' : 'WRN'}] ${code}: ${summary}`,
    ...detail.map((line) => `    ${line}`),
  ])
  return [healthLine(checks), ...lines, ''].join('\n')
}

export function healthDocument(checks: readonly HealthCheck[], isDetailed = false) {
  return {
    status: healthStatus(checks),
    checks: Object.fromEntries(
      checks.map(({ code, severity, summary, count, detail }) => [
        code,
        {
          severity,
          summary: { message: summary, count },
          ...(isDetailed && { detail: detail.map((message) => ({ message })) }),
          muted: false,
        },
      ]),
    ),
    mutes: [],
  }
}
