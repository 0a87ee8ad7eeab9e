import { createHash } from 'node:crypto'
import { AlreadyExistsError, InvalidArgumentError, NotFoundError } from '#kernel/errors/domain-error.ts'
import type { Random } from '#kernel/random/random.ts'
import type { Catalogue, CatalogueRecord, Table } from '../catalogue/catalogue.ts'
import type { Flavor, Keypair, Network, SecurityGroup } from './server.ts'

/** What a boot needs beside an image, as the topology names it. */
export interface TenancySettings {
  readonly flavors: readonly Omit<Flavor, 'id'>[]
  readonly keypairs: readonly string[]
  readonly networks: readonly Omit<Network, 'id'>[]
  readonly securityGroups: readonly string[]
}

/** Flavors, key pairs, networks and security groups: only as much as boots refer to. */
export class Tenancy {
  readonly #random: Random
  readonly #catalogue: Catalogue

  constructor(random: Random, catalogue: Catalogue) {
    this.#random = random
    this.#catalogue = catalogue
  }

  /** Makes what the topology names and the catalogue does not have yet. */
  async seed(settings: TenancySettings): Promise<void> {
    const { flavors, keypairs, networks, securityGroups } = this.#catalogue
    await seedTable(flavors, settings.flavors, (flavor) => this.createFlavor(flavor))
    await seedTable(
      keypairs,
      settings.keypairs.map((name) => ({ name })),
      ({ name }) => this.createKeypair(name),
    )
    await seedTable(networks, settings.networks, (network) => this.createNetwork(network))
    const groups = ['default', ...settings.securityGroups].map((name) => ({ name }))
    await seedTable(securityGroups, groups, ({ name }) => this.createSecurityGroup(name))
  }

  async createFlavor(flavor: Omit<Flavor, 'id'>): Promise<Flavor> {
    requireName('flavor', flavor.name)
    return this.#insert(this.#catalogue.flavors, { ...flavor, id: this.#random.uuid() }, 'Flavor')
  }

  async createKeypair(name: string): Promise<Keypair> {
    requireName('key pair', name)
    const digest = createHash('md5').update(this.#random.bytes(32)).digest('hex')
    const fingerprint = digest.match(/../g)!.join(':')
    return this.#insert(this.#catalogue.keypairs, { id: name, name, fingerprint }, 'Key pair')
  }

  async createNetwork(network: Omit<Network, 'id'>): Promise<Network> {
    requireName('network', network.name)
    return this.#insert(this.#catalogue.networks, { ...network, id: this.#random.uuid() }, 'Network')
  }

  async createSecurityGroup(name: string): Promise<SecurityGroup> {
    requireName('security group', name)
    return this.#insert(this.#catalogue.securityGroups, { id: this.#random.uuid(), name }, 'Security group')
  }

  /** @throws NotFoundError */
  async flavor(id: string): Promise<Flavor> {
    const flavor = await this.#catalogue.flavors.get(id)
    if (!flavor) throw new NotFoundError(`Flavor ${id} could not be found.`, { id })
    return flavor
  }

  /** @throws InvalidArgumentError with Nova's text */
  async requireKeypair(name: string): Promise<void> {
    if (name && !(await this.#catalogue.keypairs.get(name))) {
      throw new InvalidArgumentError(`Invalid key_name provided: there is no key pair ${name}.`, { keyName: name })
    }
  }

  /** @throws InvalidArgumentError with Nova's text */
  async networks(ids: readonly string[]): Promise<readonly Network[]> {
    return Promise.all(
      ids.map(async (id) => {
        const network = await this.#catalogue.networks.get(id)
        if (!network) throw new InvalidArgumentError(`Network ${id} could not be found.`, { network: id })
        return network
      }),
    )
  }

  /** The names of groups given by id or name; `default` when none are. @throws InvalidArgumentError with Nova's text */
  async securityGroups(wanted: readonly string[]): Promise<readonly string[]> {
    const all = await this.#catalogue.securityGroups.list()
    return (wanted.length > 0 ? wanted : ['default']).map((idOrName) => {
      const group = all.find(({ id, name }) => id === idOrName || name === idOrName)
      if (!group) throw new InvalidArgumentError(`Security group ${idOrName} not found.`, { securityGroup: idOrName })
      return group.name
    })
  }

  async #insert<T extends CatalogueRecord>(table: Table<T>, record: T, what: string): Promise<T> {
    const [same] = await table.list({ name: record.name })
    if (same) throw new AlreadyExistsError(`${what} '${record.name}' already exists.`, { name: record.name })
    await table.insert(record)
    return record
  }
}

async function seedTable<S extends { readonly name: string }>(
  table: Table<CatalogueRecord>,
  wanted: readonly S[],
  create: (settings: S) => Promise<unknown>,
): Promise<void> {
  const present = new Set((await table.list()).map(({ name }) => name))
  for (const settings of wanted) if (!present.has(settings.name)) await create(settings)
}

function requireName(what: string, name: string): void {
  if (!name) throw new InvalidArgumentError(`a ${what} needs a name`)
}
