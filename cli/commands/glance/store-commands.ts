import { Command } from 'commander'
import type { Cloud, CloudStore } from '../cloud.ts'
import type { PlainValue } from '../openstack/python-text.ts'
import { glanceDetails, otherwise } from './errors.ts'
import { printRecord } from './print.ts'
import type { GlanceContext } from './run-glance.ts'

export function storeCommands(context: GlanceContext): readonly Command[] {
  return [storesInfo(context), importInfo(context), storesDelete(context)]
}

function storesInfo({ io, cloud }: GlanceContext): Command {
  return new Command('stores-info')
    .summary('list the stores, one per site')
    .description('Print available backends from Glance: a store per site, the default one marked.')
    .option('--detail', 'type and properties of each store; for administrators')
    .action(async (options: { detail?: boolean }) => {
      const stores = await cloud.images.listStores({ signal: io.signal })
      printRecord(io, { stores: stores.map((store) => storeRecord(cloud, store, options.detail ?? false)) })
    })
}

/** `default` is there on one store only, as the text `true` (requirements A06); documents show it first (Z06). */
function storeRecord(cloud: Cloud, store: CloudStore, detailed: boolean): PlainValue {
  const mark = store.isDefault ? { default: 'true' } : {}
  const named = { id: store.id, description: store.description }
  const record = cloud.storesInfoOrder === 'recorded' ? { ...named, ...mark } : { ...mark, ...named }
  return detailed ? { ...record, type: store.type, properties: storeProperties(store) } : record
}

/** The catalogue keeps properties as text; numbers and truth values are answered as such. */
function storeProperties(store: CloudStore): PlainValue {
  const typed = (text: string) =>
    text === 'true' || text === 'false' ? text === 'true' : /^\d+$/.test(text) ? Number(text) : text
  return Object.fromEntries(Object.entries(store.properties).map(([name, value]) => [name, typed(value)]))
}

function importInfo({ io, cloud }: GlanceContext): Command {
  return new Command('import-info')
    .summary('list the enabled import methods')
    .description('Print import methods available from Glance.')
    .action(async () => {
      const methods = await cloud.images.importMethods({ signal: io.signal })
      const value: PlainValue = { description: 'Import methods available.', type: 'array', value: [...methods] }
      printRecord(io, { 'import-methods': value })
    })
}

function storesDelete({ io, cloud }: GlanceContext): Command {
  return new Command('stores-delete')
    .summary('remove the copy of an image in one store')
    .description('Delete image from specific store. The last copy is refused: delete the image instead.')
    .argument('<IMAGE_ID>', 'ID of the image')
    .requiredOption('--store <STORE_ID>', 'store to delete image from')
    .action(async (id: string, options: { store: string }) => {
      await otherwise(cloud.images.deleteFromStore(id, options.store, { signal: io.signal }), (error) =>
        error.code === 'not_found'
          ? 'Multi Backend support is not enabled or Image/store not found.'
          : error.code === 'unauthenticated'
            ? undefined
            : `Unable to delete image '${id}' from store '${options.store}'. (HTTP ${glanceDetails(error)})`,
      )
    })
}
