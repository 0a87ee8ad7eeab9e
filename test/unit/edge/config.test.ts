import { describe, expect, it } from 'vitest'
import { siteConfigSchema } from '#edge/config.ts'

describe('the settings of a site', () => {
  it('need only a name and hosts', () => {
    const config = { id: 'dcn0', hosts: ['dcn0-compute-0'] }
    expect(siteConfigSchema.parse(config)).toEqual(config)
  })

  it('are refused with every problem by path', () => {
    const { error } = siteConfigSchema.safeParse({
      id: 'dcn/0',
      hosts: [],
      neverDownloadImageIfOnRbd: 'yes',
      copyOnBoot: { store: 'dcn0', pollIntervalMs: 0 },
      maxCloneDepth: 1.5,
      unknown: 1,
    })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'id',
      'hosts',
      'neverDownloadImageIfOnRbd',
      'copyOnBoot.pollIntervalMs',
      'maxCloneDepth',
      '',
    ])
  })
})
