import type { ClusterClient } from '#ceph-sim/cluster-client.ts'
import type { ImageMigration, RbdImageSpec } from '#ceph-sim/rbd.ts'
import { failedWith } from './command-failure.ts'
import { errnoOf, reasonOf } from './errno.ts'
import { destinationTarget, headOf, imageTarget, openFailure, poolFailure } from './image-target.ts'
import { imageOptions, type RbdCommand, type RbdContext } from './rbd-context.ts'

const prepare: RbdCommand = {
  names: ['migration prepare'],
  options: [...imageOptions, 'dest', 'dest-pool', 'dest-namespace'],
  maxPositionals: 2,
  run: async (context) => {
    const source = imageTarget(context.args)
    const { pool, namespace, image } = source
    const destination = destinationTarget(context.args, 1, { pool, namespace, image })
    const rbd = await context.cluster()
    try {
      await rbd.migration.prepare(headOf(source), headOf(destination), context.call)
    } catch (thrown) {
      throw poolFailure(thrown, destination) ?? failedWith('preparing migration failed', errnoOf(thrown))
    }
  },
}

/** A later step, by the destination. */
function step(
  name: string,
  texts: { progress: string; failure: string },
  act: (rbd: ClusterClient, spec: RbdImageSpec, context: RbdContext) => Promise<void>,
): RbdCommand {
  return {
    names: [`migration ${name}`],
    options: [...imageOptions, 'no-progress', 'force'],
    maxPositionals: 1,
    run: async (context) => {
      const target = imageTarget(context.args)
      const rbd = await context.cluster()
      try {
        await context.withProgress(texts.progress, () => act(rbd, headOf(target), context))
      } catch (thrown) {
        const isMissing = reasonOf(thrown) === 'pool_missing'
        throw isMissing ? openFailure(thrown, target) : failedWith(texts.failure, errnoOf(thrown))
      }
    },
  }
}

const execute = step('execute', { progress: 'Image migration', failure: 'migration failed' }, (rbd, spec, { call }) =>
  rbd.migration.execute(spec, call),
)

const commit = step(
  'commit',
  { progress: 'Commit image migration', failure: 'committing migration failed' },
  (rbd, spec, { call }) => rbd.migration.commit(spec, call),
)

const abort = step(
  'abort',
  { progress: 'Abort image migration', failure: 'aborting migration failed' },
  (rbd, spec, { call }) => rbd.migration.abort(spec, call),
)

export const migrationCommands: readonly RbdCommand[] = [prepare, execute, commit, abort]

/** What `rbd status` adds of an image that migrates. */
export function migrationLines({ source, destination, state }: ImageMigration): string {
  const end = ({ pool, namespace, image, id }: ImageMigration['source']) =>
    `${[pool, ...(namespace ? [namespace] : []), image].join('/')} (${id})`
  return `Migration:\n\tsource: ${end(source)}\n\tdestination: ${end(destination)}\n\tstate: ${state}\n`
}

export function migrationDocument({ source, destination, state }: ImageMigration) {
  return {
    source_pool_name: source.pool,
    source_pool_namespace: source.namespace ?? '',
    source_image_name: source.image,
    source_image_id: source.id,
    dest_pool_name: destination.pool,
    dest_pool_namespace: destination.namespace ?? '',
    dest_image_name: destination.image,
    dest_image_id: destination.id,
    state,
    state_description: '',
  }
}
