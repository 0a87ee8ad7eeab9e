import type { Command } from 'commander'
import { hypervisorFiles } from '#cli/live/hypervisor-files.ts'
import { commandIo } from '#cli/process-io.ts'
import { type CommandTargets, programNames, runCommand } from '../run-command.ts'
import { type OpenWorld, openCloud, openClusters, openWorld, stateOf } from './context.ts'

const descriptions: Readonly<Record<string, string>> = {
  glance: 'the image client, as in the manuals: dcnsim glance stores-info',
  openstack: 'the OpenStack client: dcnsim openstack volume list',
  rbd: 'the RBD client: dcnsim rbd --cluster dcn0 -p volumes ls -l',
  ceph: 'the Ceph client: dcnsim ceph --cluster dcn0 df',
  rados: 'look at the RADOS objects of a pool: dcnsim rados -p volumes ls',
  virsh: "a hypervisor's secrets: dcnsim virsh -c qemu+ssh://dcn0/system secret-list",
  'qemu-img': 'convert and inspect disk images',
  file: 'tell what a disk image file is',
}

/** The operator's own commands, passed on as they are typed. */
export function addCloudCommands(program: Command): void {
  for (const name of programNames) {
    program
      .command(name)
      .description(descriptions[name] ?? name)
      .helpOption(false)
      .allowUnknownOption()
      .passThroughOptions()
      .argument('[words...]')
      .action(async (words: string[], _flags: object, command: Command) => {
        let world: OpenWorld | undefined
        let cloud: ReturnType<typeof openCloud> | undefined
        const open = () => (world ??= openWorld(stateOf(command)))
        try {
          const targets = {
            cloud: () => (cloud ??= openCloud(open())),
            clusters: () => openClusters(open()),
            hypervisors: () => hypervisorFiles(open().state),
          }
          process.exitCode = await runCommand(
            [name, ...words],
            commandIo(),
            asksForHelp(words) ? later(targets) : targets,
          )
        } finally {
          cloud?.close()
        }
      })
  }
}

const helpWords = ['help', '--help', '-h']

function asksForHelp(words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => helpWords.includes(word))
}

/** Help needs no cloud: the commands are handed one that is looked for at the first call. */
function later({ cloud, clusters, hypervisors }: CommandTargets): CommandTargets {
  const service = <T extends object>(open: () => T): T =>
    new Proxy({} as T, { get: (_, name) => Reflect.get(open(), name) })
  const absent = {
    clock: service(() => cloud().clock),
    images: service(() => cloud().images),
    volumes: service(() => cloud().volumes),
    servers: service(() => cloud().servers),
    sites: service(() => cloud().sites),
  }
  return {
    cloud: () => absent,
    clusters: () => service(clusters),
    ...(hypervisors && { hypervisors: () => service(hypervisors) }),
  }
}
