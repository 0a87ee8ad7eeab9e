import type { Command } from 'commander'
import { commandIo } from '#cli/process-io.ts'
import { programNames, runCommand } from '../run-command.ts'
import { type OpenWorld, openCloud, openClusters, openWorld, stateOf } from './context.ts'

const descriptions: Readonly<Record<string, string>> = {
  glance: 'the image client, as in the manuals: dcnsim glance stores-info',
  openstack: 'the OpenStack client: dcnsim openstack volume list',
  rbd: 'the RBD client: dcnsim rbd --cluster dcn0 -p volumes ls -l',
  ceph: 'the Ceph client: dcnsim ceph --cluster dcn0 df',
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
          process.exitCode = await runCommand([name, ...words], commandIo(), {
            cloud: () => (cloud ??= openCloud(open())),
            clusters: () => openClusters(open()),
          })
        } finally {
          cloud?.close()
        }
      })
  }
}
