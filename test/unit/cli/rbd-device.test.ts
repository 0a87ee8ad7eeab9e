import { describe, expect, test } from 'vitest'
import type { ClusterDirectory } from '#cli/commands/rbd/cluster-directory.ts'
import type { DeviceDirectory, MappedDevice } from '#cli/commands/rbd/device-directory.ts'
import { runRbd } from '#cli/commands/rbd/rbd-command.ts'
import { ConflictError } from '#kernel/errors/domain-error.ts'
import { MiB } from '#kernel/units/bytes.ts'
import { startTestCluster } from '../../support/memory-cluster.ts'

/** A cluster with two images, and devices that are only written down. */
async function machine({ hasWorld = true } = {}) {
  const { cluster } = await startTestCluster({})
  const rbd = cluster.connect({ user: 'client.admin', key: cluster.identities.keyOf('client.admin') })
  for (const image of ['a', 'b']) await rbd.createImage({ pool: 'vms', image }, { sizeBytes: MiB })
  await rbd.createSnapshot({ pool: 'vms', image: 'a', snapshot: 's' })
  const mapped: MappedDevice[] = []
  const devices: DeviceDirectory = {
    map: async (spec) => {
      if (spec.image === 'b') throw new ConflictError('in use', { errno: 'EBUSY' })
      const device = {
        id: 100 + mapped.length,
        cluster: 'dcn0',
        spec,
        device: `nbd://127.0.0.1:${4000 + mapped.length}`,
      }
      mapped.push(device)
      return device
    },
    list: () => mapped,
    unmap: async (device) => void mapped.splice(mapped.indexOf(device), 1),
  }
  const clusters: ClusterDirectory = {
    names: () => ['dcn0'],
    open: async () => rbd,
    ...(hasWorld && { devices: async () => devices }),
  }
  return async (line: string) => {
    const printed = { stdout: '', stderr: '' }
    const io = {
      cwd: '/nowhere',
      env: {},
      stdout: (text: string) => {
        printed.stdout += text
      },
      stderr: (text: string) => {
        printed.stderr += text
      },
    }
    return { exit: await runRbd(line.split(' '), io, clusters), ...printed }
  }
}

describe('rbd device', () => {
  test('maps, lists as rbd-nbd does, and unmaps by device or by image', async () => {
    const rbd = await machine()
    expect(await rbd('device list -t nbd')).toEqual({ exit: 0, stdout: '', stderr: '' })
    expect(await rbd('device map -t nbd vms/a')).toEqual({ exit: 0, stdout: 'nbd://127.0.0.1:4000\n', stderr: '' })
    expect((await rbd('nbd map --read-only vms/a@s')).stdout).toBe('nbd://127.0.0.1:4001\n')
    expect((await rbd('nbd ls')).stdout).toBe(
      'id   pool  namespace  image  snap  device              \n' +
        '100  vms              a      -     nbd://127.0.0.1:4000\n' +
        '101  vms              a      s     nbd://127.0.0.1:4001\n',
    )
    expect((await rbd('device list -t nbd --format json')).stdout).toContain(
      '{"id":101,"pool":"vms","namespace":"","image":"a","snap":"s","device":"nbd://127.0.0.1:4001"}',
    )
    expect((await rbd('unmap -t nbd nbd://127.0.0.1:4000')).exit).toBe(0)
    expect((await rbd('device unmap -t nbd vms/a@s')).exit).toBe(0)
    expect((await rbd('showmapped -t nbd')).stdout).toBe('')
  })

  test.each([
    ['device map vms/a', 38, "rbd: devices of type 'krbd' are not simulated: use -t nbd\n"],
    ['device map -t nbd', 22, 'rbd: image name was not specified\n'],
    ['device map -t nbd vms/none', 2, 'rbd: error opening image none: (2) No such file or directory\n'],
    ['device map -t nbd vms/b', 16, 'rbd: map failed: (16) Device or resource busy\n'],
    ['device unmap -t nbd', 22, 'rbd: unmap requires either image name or device path\n'],
    ['device unmap -t nbd vms/a', 22, 'rbd: vms/a: not a mapped image or snapshot\n'],
  ])('%s is refused', async (line, exit, stderr) => {
    const rbd = await machine()
    expect(await rbd(line)).toEqual({ exit, stdout: '', stderr })
  })

  test('where there is no live cloud there are no devices', async () => {
    const rbd = await machine({ hasWorld: false })
    expect(await rbd('device map -t nbd vms/a')).toMatchObject({ exit: 38 })
  })
})
