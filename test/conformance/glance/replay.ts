import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#central/identity/actor.ts'
import { forEachBuffer } from '#central/images/digest.ts'
import { asDomainError, NotFoundError } from '#kernel/errors/domain-error.ts'
import { SeededRandom } from '#kernel/random/random.ts'
import { glanceFault } from '#openstack/faults/glance.ts'
import { type DcnWorld, startDcnWorld } from '../../support/dcn-world.ts'
import type { GoldenExchange, GoldenStep, GoldenWait } from '../../support/golden-glance.ts'
import {
  difference,
  distinct,
  errorText,
  imageBody,
  isSubsequence,
  presentTask,
  served,
  servedMd5,
  taskBody,
  watched,
} from './answers.ts'
import { actorOf, BeyondTheServicesError, change, data, type ImportBody, newImage, uploaded } from './requests.ts'

/** What a step of a recording gave; `problem` says how it differs. */
export interface StepResult {
  readonly seq: number
  readonly note: string
  readonly problem: string | undefined
}
/** What the recorder did to the stores before a step, by its number. */
export type Interventions = Readonly<Record<number, (world: DcnWorld, id: (name: string) => string) => Promise<void>>>

const web = 'http://127.0.0.1:18099'

/** Plays a recording against the services of a fresh cloud, call by call. */
export async function replay(steps: readonly GoldenStep[], before: Interventions = {}): Promise<StepResult[]> {
  const world = await startDcnWorld({ conversion: false, allowedPorts: [80, 443, 18099] })
  for (const path of ['ok.img', 'ok', 'redir']) world.web.serve(`${web}/${path}`, { bytes: served })
  world.web.serve(`${web}/slow.img`, { bytes: served, durationMs: 2_000 })
  world.web.serve(`${web}/short`, { bytes: served, truncated: true })
  const replayer = new Replayer(world)
  try {
    const results: StepResult[] = []
    for (const step of steps) {
      await before[step.seq]?.(world, (name) => replayer.idOf(name))
      results.push({ seq: step.seq, note: step.note, problem: await replayer.play(step) })
    }
    return results
  } finally {
    await world.stop()
  }
}

class Replayer {
  readonly #world: DcnWorld
  readonly #ids = new SeededRandom('glance recordings')
  /** Which ids this run has where the recording has `${UUID:n}`. */
  readonly #found = new Map<string, string>()
  #imageId = ''
  #statesSeen = 0

  constructor(world: DcnWorld) {
    this.#world = world
  }

  idOf(name: string): string {
    return this.#ids.stream(name).uuid()
  }

  async play(step: GoldenStep): Promise<string | undefined> {
    if ('wait' in step) return this.#wait(step)
    if ('files' in step) return this.#files(step.files)
    return this.#exchange(step)
  }

  async #exchange(step: GoldenExchange): Promise<string | undefined> {
    const recorded = this.#bind(step.response) as GoldenExchange['response']
    try {
      const answer = await this.#call(step)
      if (answer.status !== recorded.status) return `status ${answer.status}, recorded ${recorded.status}`
      return difference(answer.body, recorded.body, this.#sameText)
    } catch (error) {
      if (error instanceof BeyondTheServicesError) return `not in the services: ${error.message}`
      const { status, message } = glanceFault(asDomainError(error))
      if (status !== recorded.status) return `${status} ${message}, recorded ${recorded.status}`
      if (status === 500) return undefined
      const expected = errorText(recorded.body)
      return this.#sameText(message, expected) ? undefined : `"${message}", recorded "${expected}"`
    }
  }

  async #wait({ wait }: GoldenWait): Promise<string | undefined> {
    const { catalogue } = this.#world
    const tasks = await catalogue.tasks.list()
    const task = tasks.findLast(({ imageId }) => imageId === this.#imageId)
    if (task) await this.#world.ended(task)
    const all = this.#world.states(this.#imageId)
    const ours = distinct(all.slice(Math.min(this.#statesSeen, all.length - 1)).map(watched))
    this.#statesSeen = all.length
    const recorded = (this.#bind(wait) as Record<string, unknown>[]).map(presentTask)
    const missing = recorded.find((state, i) => !ours.some((our) => isDeepStrictEqual(our, state)) && i >= 0)
    if (missing) return `never in the state ${JSON.stringify(missing)}, but in ${JSON.stringify(ours)}`
    if (!isSubsequence(recorded, ours)) return 'the states come in another order'
    if (!isDeepStrictEqual(ours.at(-1), recorded.at(-1))) return `ends as ${JSON.stringify(ours.at(-1))}`
    const unseen = ours.map((our) => !recorded.some((state) => isDeepStrictEqual(our, state)))
    // Polled every 20 ms, the real one may have missed a state that lasted shorter, but not two in a row.
    const twice = unseen.findIndex((each, i) => each && unseen[i + 1])
    return twice < 0 ? undefined : `also in the states ${JSON.stringify(ours.slice(twice, twice + 2))}`
  }

  async #files(files: Readonly<Record<string, unknown>>): Promise<string | undefined> {
    const found: Record<string, boolean> = {}
    for (const place of Object.keys(files)) {
      const store = place.split('/')[1]
      found[place] = store
        ? (await this.#world.site(store).rbd.listImages('images')).includes(this.#imageId)
        : (await this.#world.staging.find(this.#imageId)) !== undefined
    }
    return difference(found, files, this.#sameText)
  }

  async #call({ as, request }: GoldenExchange): Promise<{ status: number; body: unknown }> {
    const { hub } = this.#world
    const actor = actorOf(as)
    const path = this.#bindUnknown(request.path) as string
    const body = this.#bindUnknown(request.body)
    const [, , kind, id = '', part, rest] = path.split('/')
    if (kind === 'stores' && request.method === 'DELETE') {
      await this.#world.run(hub.images.deleteFromStore(actor, part ?? '', id))
      return { status: 204, body: null }
    }
    const action = part === 'actions' ? rest : undefined
    if (action === 'deactivate' || action === 'reactivate') {
      await hub.images[action](actor, id)
      return { status: 204, body: null }
    }
    if (kind !== 'images' || rest !== undefined || path.includes('?')) throw new BeyondTheServicesError(path)
    switch (`${request.method} ${part ?? ''}`) {
      case 'POST ':
        return { status: 201, body: imageBody(await hub.images.create(actor, newImage(body))) }
      case 'GET ':
        return { status: 200, body: imageBody(await hub.images.get(actor, id)) }
      case 'DELETE ':
        await this.#world.run(hub.images.delete(actor, id))
        return { status: 204, body: null }
      case 'PATCH ':
        return { status: 200, body: imageBody(await hub.images.update(actor, id, change(body))) }
      case 'PUT file': {
        const store = request.headers['x-image-meta-store']
        const upload = { store, sizeBytes: uploaded.byteLength, content: data(body) }
        await this.#world.run(hub.images.upload(actor, id, upload))
        return { status: 204, body: null }
      }
      case 'PUT stage':
        await this.#world.run(hub.images.stage(actor, id, data(body)))
        return { status: 204, body: null }
      case 'GET file':
        return this.#download(actor, id)
      case 'POST import':
        return this.#import(actor, id, request.headers['x-image-meta-store'], body)
      case 'GET tasks':
        return { status: 200, body: { tasks: (await hub.imports.tasks(actor, id)).map(taskBody) } }
      default:
        throw new BeyondTheServicesError(`${request.method} ${part}`)
    }
  }

  async #import(actor: Actor, id: string, header: string | undefined, body: unknown) {
    const { method, stores, all_stores, all_stores_must_succeed } = body as ImportBody
    if (!method?.name) throw new BeyondTheServicesError('a request without its method')
    if (header && stores) throw new BeyondTheServicesError('a header')
    this.#imageId = id
    this.#statesSeen = this.#world.states(id).length
    await this.#world.hub.imports.start(actor, id, {
      method: method.name,
      uri: method.uri,
      stores: header ? [header] : stores,
      allStores: all_stores,
      allStoresMustSucceed: all_stores_must_succeed,
    })
    return { status: 202, body: null }
  }

  /** No readable location is an empty answer, not an error. */
  async #download(actor: Actor, id: string) {
    const { hub } = this.#world
    const hash = createHash('md5')
    const read = async () => {
      let bytes = 0
      for await (const piece of await hub.images.download(actor, id, `download ${id}`)) {
        bytes += forEachBuffer(piece, (part) => hash.update(part))
      }
      return bytes
    }
    try {
      const bytes = await this.#world.run(read())
      return { status: 200, body: { bytes, md5: hash.digest('hex') } }
    } catch (error) {
      if (error instanceof NotFoundError && error.message.startsWith('No store')) return { status: 204, body: null }
      throw error
    }
  }

  /** Puts the ids of this run in place of the recording's names. */
  #bind(value: unknown): unknown {
    const text = JSON.stringify(value ?? null)
      .replaceAll(servedMd5.recorded, servedMd5.ours)
      .replaceAll(/\$\{project_(\w+)\}/g, 'project $1')
      .replaceAll(/\$\{((?!UUID|TS|REQ|task|user)\w+)\}/g, (_, name: string) => this.idOf(name))
    return JSON.parse(text)
  }

  /** In a request, an id that no answer has named belongs to nothing. */
  #bindUnknown(value: unknown): unknown {
    const text = JSON.stringify(this.#bind(value))
    return JSON.parse(text.replaceAll(/\$\{UUID:\d+\}/g, (name) => this.#unknown(name)))
  }

  #unknown(name: string): string {
    const id = this.#found.get(name) ?? this.idOf(name)
    this.#found.set(name, id)
    return id
  }

  /** Whether a text is the recorded one; an id that the server chose is learnt the first time. */
  readonly #sameText = (ours: unknown, recorded: string): boolean => {
    const [name] = /\$\{UUID:\d+\}/.exec(recorded) ?? []
    if (name === recorded && !this.#found.has(name) && typeof ours === 'string') this.#found.set(name, ours)
    const bound = name === undefined ? recorded : recorded.replaceAll(name, this.#unknown(name))
    return ours === bound || /\$\{(TS|REQ|task|user)/.test(recorded)
  }
}
