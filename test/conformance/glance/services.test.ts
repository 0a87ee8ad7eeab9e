import { describe, expect, it } from 'vitest'
import { InternalError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { DcnWorld } from '../../support/dcn-world.ts'
import { readGolden } from '../../support/golden-glance.ts'
import { differences, schemaText } from './differences.ts'
import { type Interventions, replay } from './replay.ts'

const broken = () => new InternalError('input/output error', { errno: 'EIO' })
const gone = () => new NotFoundError('no such pool', { errno: 'ENOENT' })
const breakStore = (store: string, error: () => Error) => async (world: DcnWorld) => {
  world.site(store).fault = error
}
const mend = (store: string) => async (world: DcnWorld) => {
  world.site(store).fault = undefined
}

/** What the recorder did to the stores between requests, which the recordings do not show. */
const interventions: Readonly<Record<string, Interventions>> = {
  partial_failure: {
    3: breakStore('dcn1', broken),
    16: mend('dcn1'),
    20: breakStore('dcn1', broken),
    46: mend('dcn1'),
    48: breakStore('central', gone),
    54: mend('central'),
    59: async (world, id) => {
      const { rbd } = world.site('central')
      const image = { pool: 'images', image: id('lost') }
      await rbd.unprotectSnapshot({ ...image, snapshot: 'snap' })
      await rbd.removeSnapshot({ ...image, snapshot: 'snap' })
      await rbd.removeImage(image)
    },
  },
}

const recordings = [
  'copy_image',
  'stage_import',
  'web_download',
  'partial_failure',
  'create_errors',
  'locations',
  'visibility',
]

describe('the image services against recordings of the real Glance', () => {
  it.each(recordings)('%s', async (name) => {
    const results = await replay(readGolden(name), interventions[name])
    const differing = results.filter(({ problem }) => problem !== undefined)
    console.info(`${name}: ${results.length - differing.length} of ${results.length} steps agree`)
    const known = differences[name] ?? {}
    const surprising = differing.filter(({ seq }) => !(seq in known))
    expect(surprising).toEqual([])
    const otherWords = differing.filter(({ seq }) => known[seq] === schemaText)
    for (const { problem } of otherWords) expect(problem).toContain('recorded "Provided object does not match schema')
    expect(Object.keys(known).map(Number)).toEqual(differing.map(({ seq }) => seq))
  })
})
