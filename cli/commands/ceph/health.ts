import type { ClusterUsage } from '#ceph-sim/rbd.ts'

export type HealthStatus = 'HEALTH_OK' | 'HEALTH_WARN' | 'HEALTH_ERR'

export interface HealthCheck {
  readonly code: string
  readonly severity: 'HEALTH_WARN' | 'HEALTH_ERR'
  readonly summary: string
  readonly count: number
  readonly detail: readonly string[]
}

/** The health of a cluster whose osds are always up and take equal shares, so they fill together. */
export function healthChecks({ fullness, pools }: ClusterUsage): readonly HealthCheck[] {
  if (!fullness) return []
  const full = fullness === 'full'
  const many = pools.length
  return [
    full
      ? check('OSD_FULL', 'HEALTH_ERR', '1 full osd(s)', 1, ['osd.0 is full'])
      : check('OSD_NEARFULL', 'HEALTH_WARN', '1 nearfull osd(s)', 1, ['osd.0 is near full']),
    full
      ? check(
          'POOL_FULL',
          'HEALTH_WARN',
          `${many} pool(s) full`,
          many,
          pools.map(({ name }) => `pool '${name}' is full (no space)`),
        )
      : check(
          'POOL_NEARFULL',
          'HEALTH_WARN',
          `${many} pool(s) nearfull`,
          many,
          pools.map(({ name }) => `pool '${name}' is nearfull`),
        ),
  ]
}

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

export function healthDocument(checks: readonly HealthCheck[]) {
  return {
    status: healthStatus(checks),
    checks: Object.fromEntries(
      checks.map(({ code, severity, summary, count }) => [
        code,
        { severity, summary: { message: summary, count }, muted: false },
      ]),
    ),
    mutes: [],
  }
}

function check(
  code: string,
  severity: HealthCheck['severity'],
  summary: string,
  count: number,
  detail: readonly string[],
): HealthCheck {
  return { code, severity, summary, count, detail }
}
