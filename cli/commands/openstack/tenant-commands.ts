import { Command } from 'commander'
import type { CloudFlavor } from '../cloud.ts'
import { CommandFailure } from '../command-failure.ts'
import { isReadable } from '../local-file.ts'
import { type Cell, FormattedCell, mapCell } from './cells.ts'
import { viaNova } from './errors.ts'
import { integer } from './options.ts'
import { addListOptions, addShowOptions, type OutputOptions, printList, printOne } from './output.ts'
import type { OpenstackContext } from './run-openstack.ts'

/** What a boot needs around it: flavors, key pairs, networks, security groups, and the zones to boot in. */
export function tenantCommands(context: OpenstackContext): readonly Command[] {
  return [
    flavorCreate(context),
    flavorList(context),
    keypairCreate(context),
    keypairList(context),
    networkCreate(context),
    networkList(context),
    securityGroupCreate(context),
    securityGroupList(context),
    availabilityZoneList(context),
  ]
}

/** Nova answers `1.0` for every flavor; JavaScript would print 1. */
const rxtxFactor = new FormattedCell('1.0', 1, 'right')

interface FlavorOptions extends OutputOptions {
  readonly id: string
  readonly ram: number
  readonly disk: number
  readonly vcpus: number
}

function flavorCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('flavor create')
    .summary('create a flavor')
    .description('Create new flavor.')
    .argument('<flavor-name>', 'new flavor name')
    .option('--id <id>', 'unique flavor ID', 'auto')
    .option('--ram <size-mb>', 'memory size in MB', integer, 256)
    .option('--disk <size-gb>', 'disk size in GB', integer, 0)
    .option('--vcpus <vcpus>', 'number of vcpus', integer, 1)
  return addShowOptions(command, io).action(async (name: string, options: FlavorOptions) => {
    const id = options.id === 'auto' ? undefined : options.id
    const request = { name, id, ramMib: options.ram, diskGib: options.disk, vcpus: options.vcpus }
    const flavor = await viaNova(cloud.servers.createFlavor(request, { signal: io.signal }))
    printOne(io, flavorCells(flavor), options)
  })
}

function flavorCells(flavor: CloudFlavor): Readonly<Record<string, Cell>> {
  return {
    'OS-FLV-DISABLED:disabled': false,
    'OS-FLV-EXT-DATA:ephemeral': 0,
    description: null,
    disk: flavor.diskGib,
    id: flavor.id,
    name: flavor.name,
    'os-flavor-access:is_public': true,
    properties: mapCell({}),
    ram: flavor.ramMib,
    rxtx_factor: rxtxFactor,
    swap: '',
    vcpus: flavor.vcpus,
  }
}

function flavorList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('flavor list')
    .summary('list flavors')
    .description('List flavors.')
    .option('--all', 'all flavors; here every flavor is public')
    .option('--long', 'list additional fields')
  return addListOptions(command, io).action(async (options: OutputOptions & { long?: boolean }) => {
    const flavors = await viaNova(cloud.servers.listFlavors({ signal: io.signal }))
    const columns = ['ID', 'Name', 'RAM', 'Disk', 'Ephemeral', 'VCPUs', 'Is Public']
    const rows = flavors.map((flavor): readonly Cell[] => [
      flavor.id,
      flavor.name,
      flavor.ramMib,
      flavor.diskGib,
      0,
      flavor.vcpus,
      true,
      ...(options.long ? ['', rxtxFactor, mapCell({})] : []),
    ])
    printList(io, options.long ? [...columns, 'Swap', 'RXTX Factor', 'Properties'] : columns, rows, options)
  })
}

function keypairCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('keypair create')
    .summary('register a key pair by name')
    .description('Create new public key for server ssh access. No private key is drawn: simulated servers run no ssh.')
    .argument('<name>', 'new public key name')
    .option('--public-key <file>', 'file of the public key to add')
  return addShowOptions(command, io).action(async (name: string, options: OutputOptions & { publicKey?: string }) => {
    const file = options.publicKey
    if (file !== undefined && !(await isReadable(io, file))) {
      throw new CommandFailure(`Key file ${file} not found: [Errno 2] No such file or directory: '${file}'`)
    }
    const keypair = await viaNova(cloud.servers.createKeypair(name, { signal: io.signal }))
    const cells = { fingerprint: keypair.fingerprint, id: keypair.name, name: keypair.name, type: 'ssh' }
    printOne(io, { ...cells, created_at: null, is_deleted: null }, options)
  })
}

function keypairList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('keypair list').summary('list key pairs').description('List key fingerprints.')
  return addListOptions(command, io).action(async (options: OutputOptions) => {
    const keypairs = await viaNova(cloud.servers.listKeypairs({ signal: io.signal }))
    const rows = keypairs.map(({ name, fingerprint }) => [name, fingerprint, 'ssh'])
    printList(io, ['Name', 'Fingerprint', 'Type'], rows, options)
  })
}

function networkCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('network create')
    .summary('create a network, for one site or for all')
    .description('Create new network.')
    .argument('<name>', 'new network name')
    .option('--availability-zone-hint <availability-zone>', 'the site whose servers may use it; any when absent')
  return addShowOptions(command, io).action(
    async (name: string, options: OutputOptions & { availabilityZoneHint?: string }) => {
      const request = { name, site: options.availabilityZoneHint }
      const network = await viaNova(cloud.servers.createNetwork(request, { signal: io.signal }))
      const cells = { admin_state_up: 'UP', availability_zone_hints: network.site ?? '', id: network.id }
      printOne(io, { ...cells, name: network.name, status: 'ACTIVE', subnets: '' }, options)
    },
  )
}

function networkList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('network list')
    .summary('list networks')
    .description('List networks. Subnets are not simulated.')
  return addListOptions(command, io).action(async (options: OutputOptions) => {
    const networks = await viaNova(cloud.servers.listNetworks({ signal: io.signal }))
    const rows = networks.map(({ id, name }) => [id, name, new FormattedCell('', [])])
    printList(io, ['ID', 'Name', 'Subnets'], rows, options)
  })
}

function securityGroupCreate({ io, cloud }: OpenstackContext): Command {
  const command = new Command('security group create')
    .summary('create a security group')
    .description('Create a new security group. Rules are not simulated.')
    .argument('<name>', 'new security group name')
  return addShowOptions(command, io).action(async (name: string, options: OutputOptions) => {
    const group = await viaNova(cloud.servers.createSecurityGroup(name, { signal: io.signal }))
    printOne(io, { description: group.name, id: group.id, name: group.name, rules: '', stateful: true }, options)
  })
}

function securityGroupList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('security group list')
    .summary('list security groups')
    .description('List security groups.')
  return addListOptions(command, io).action(async (options: OutputOptions) => {
    const groups = await viaNova(cloud.servers.listSecurityGroups({ signal: io.signal }))
    const rows = groups.map(({ id, name }) => [id, name, name])
    printList(io, ['ID', 'Name', 'Description'], rows, options)
  })
}

interface ZoneOptions extends OutputOptions {
  readonly compute?: boolean
  readonly volume?: boolean
}

function availabilityZoneList({ io, cloud }: OpenstackContext): Command {
  const command = new Command('availability zone list')
    .summary('list availability zones, one per site')
    .description('List availability zones and their status: of Nova, then of Cinder.')
    .option('--compute', "only Nova's zones")
    .option('--volume', "only Cinder's zones")
  return addListOptions(command, io).action(async (options: ZoneOptions) => {
    const zones = await viaNova(cloud.servers.listAvailabilityZones({ signal: io.signal }))
    const rows = zones.map(({ name, available }) => [name, available ? 'available' : 'not available'])
    const all = !options.compute && !options.volume
    const compute = options.compute || all ? [...rows, ['internal', 'available']] : []
    const volume = options.volume || all ? rows : []
    printList(io, ['Zone Name', 'Zone Status'], [...compute, ...volume], options)
  })
}
