import { z } from 'zod'
import { formatBytes } from '#kernel/units/bytes.ts'
import { byteAmount, byteAmountOf } from '../amounts.ts'
import { expandText } from '../command-line.ts'
import { compareStored } from '../compare-stored.ts'
import type { RunContext } from '../run-context.ts'
import type { Verdict } from '../scenario.ts'
import type { ImageRecord } from '../world.ts'
import { defineCheck, equal, findImage } from './check.ts'
import { matchWhole } from './output.ts'

const image = z.string()
const stores = z.array(z.string()).min(1)

const textProperties = ['status', 'disk_format', 'container_format', 'os_hash_algo', 'os_hash_value', 'id'] as const

/** Fields of an image's record, in the API's spelling; texts may hold placeholders. */
export const imageProperty = defineCheck(
  z.strictObject({
    image,
    ...(Object.fromEntries(textProperties.map((name) => [name, z.string().optional()])) as Record<
      (typeof textProperties)[number],
      z.ZodOptional<z.ZodString>
    >),
    size: byteAmount.optional(),
    virtual_size: byteAmount.optional(),
    properties: z.record(z.string(), z.string()).optional(),
  }),
  async (context, input) => {
    const record = await findImage(context, input.image)
    const verdicts: [string, Verdict][] = []
    for (const name of textProperties) {
      const expected = input[name]
      if (expected === undefined) continue
      verdicts.push([
        name,
        await matchWhole(context, textProperty(record, name), expandText(expected, context.variables)),
      ])
    }
    for (const [name, expected] of Object.entries(input.properties ?? {})) {
      verdicts.push([name, await matchWhole(context, record.properties[name] ?? '', expected)])
    }
    const sizes = [
      ['size', input.size, record.sizeBytes],
      ['virtual_size', input.virtual_size, record.virtualSizeBytes],
    ] as const
    for (const [name, amount, measured] of sizes) {
      if (amount === undefined) continue
      const expected = byteAmountOf(amount, context)
      verdicts.push([
        name,
        { passed: measured === expected, measured: showBytes(measured), expected: showBytes(expected) },
      ])
    }
    return joined(verdicts)
  },
)

/** The image's stores, in location order. */
export const storesEqual = defineCheck(z.strictObject({ image, stores }), async (context, input) => {
  const record = await findImage(context, input.image)
  return equal(
    record.locations.map((location) => location.store),
    input.stores,
  )
})

export const storesContain = defineCheck(z.strictObject({ image, stores }), async (context, input) => {
  const has = (await findImage(context, input.image)).locations.map((location) => location.store)
  return {
    passed: input.stores.every((store) => has.includes(store)),
    measured: has.join(','),
    expected: `has ${input.stores.join(',')}`,
  }
})

/** What each store's cluster holds, read back and hashed there, is what the record says, or the same at all of them. */
export const hashEqual = defineCheck(z.strictObject({ image, stores }), async (context, input) => {
  const comparison = await compareStored(context.world, await findImage(context, input.image), input.stores)
  return {
    passed: comparison.differing.length === 0,
    measured:
      comparison.differing.length > 0
        ? `differs at ${comparison.differing.join(',')}`
        : `${comparison.what} at ${input.stores.join(',')}`,
    expected: `${comparison.what} everywhere`,
  }
})

/** Images that were made of the same bytes have the same hash. */
export const sameHash = defineCheck(z.strictObject({ images: z.array(image).min(2) }), async (context, input) => {
  const records = await Promise.all(input.images.map((name) => findImage(context, name)))
  const hashes = new Set(records.map((record) => record.hashValue))
  return {
    passed: hashes.size === 1 && !hashes.has(undefined),
    measured: records.map((record) => `${record.name} ${shortHash(record)}`).join(', '),
    expected: 'one hash',
  }
})

/** Every location is `rbd://<fsid of its store>/images/<image id>/snap`; all fsids differ. */
export const rbdLocations = defineCheck(z.strictObject({ image, stores }), async (context, input) => {
  const record = await findImage(context, input.image)
  const wanted = await Promise.all(
    input.stores.map(async (store) => `${store}=rbd://${await context.world.fsid(store)}/images/${record.id}/snap`),
  )
  const got = record.locations.map(({ store, url }) => `${store}=${url}`)
  const distinct = new Set(got.map((location) => location.split('/')[2])).size === got.length
  const wrong = got.find((location, i) => location !== wanted[i])
  return {
    passed: got.join() === wanted.join() && distinct,
    measured: wrong ?? `${got.length} locations, ${got.length} fsids`,
    expected: `rbd://FSID/images/${record.id}/snap at ${input.stores.join(',')}`,
  }
})

/** No import is under way and none has failed. */
export const importClean = defineCheck(z.strictObject({ image }), async (context, input) => {
  const { importingTo, failedImport, locked } = await findImage(context, input.image)
  return {
    passed: importingTo.length === 0 && failedImport.length === 0 && !locked,
    measured: `importing '${importingTo.join(',')}', failed '${failedImport.join(',')}'`,
    expected: `importing '', failed ''`,
  }
})

/** As many images bear this name. */
export const imageCount = defineCheck(z.strictObject({ image, count: z.int().min(0) }), async (context, input) => {
  const name = expandText(input.image, context.variables)
  const found = (await context.world.images()).filter((record) => record.name === name)
  return equal(String(found.length), String(input.count))
})

/** What the image service is set to: import methods and plugins that must be on, thin provisioning. */
export const imageSettings = defineCheck(
  z.strictObject({
    import_methods: z.array(z.string()).optional(),
    import_plugins: z.array(z.string()).optional(),
    rbd_thin_provisioning: z.boolean().optional(),
  }),
  async ({ world }: RunContext, input) => {
    const settings = await world.imageSettings()
    const has = (all: readonly string[], wanted: readonly string[] = []) => wanted.every((name) => all.includes(name))
    return {
      passed:
        has(settings.importMethods, input.import_methods) &&
        has(settings.importPlugins, input.import_plugins) &&
        (input.rbd_thin_provisioning ?? settings.thinProvisioning) === settings.thinProvisioning,
      measured: `methods ${settings.importMethods.join(',')}; plugins ${settings.importPlugins.join(',') || 'none'}`,
      expected: [...(input.import_methods ?? []), ...(input.import_plugins ?? [])].join(', ') || 'as set',
    }
  },
)

function textProperty(record: ImageRecord, name: (typeof textProperties)[number]): string {
  const fields = {
    id: record.id,
    status: record.status,
    disk_format: record.diskFormat,
    container_format: record.containerFormat,
    os_hash_algo: record.hashAlgo,
    os_hash_value: record.hashValue,
  }
  return fields[name] ?? ''
}

function joined(verdicts: readonly (readonly [string, Verdict])[]): Verdict {
  const show = (pick: (verdict: Verdict) => string) =>
    verdicts.map(([name, verdict]) => `${name} ${pick(verdict)}`).join(', ')
  return {
    passed: verdicts.every(([, verdict]) => verdict.passed),
    measured: show((verdict) => verdict.measured),
    expected: show((verdict) => verdict.expected),
  }
}

function shortHash({ hashValue }: ImageRecord): string {
  return hashValue === undefined ? 'no hash' : `${hashValue.slice(0, 8)}..`
}

function showBytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : formatBytes(bytes)
}
