import { formatSpec } from '#ceph-sim/rbd.ts'
import { CommandFailure, misused } from './command-failure.ts'
import type { DeviceDirectory, MappedDevice } from './device-directory.ts'
import { errnoOf } from './errno.ts'
import { anyTarget, specOf } from './image-target.ts'
import { formatOptions, type RbdCommand, type RbdContext, snapshotOptions, tableUnlessEmpty } from './rbd-context.ts'

/**
 * `rbd device`: images as devices. There is no kernel here, so an image is served over NBD, and what stands for the
 * device is its URI; commands, options and tables are those of `rbd-nbd`.
 *
 * @see ceph/ceph src/tools/rbd/action/Device.cc, src/tools/rbd_nbd
 */

export const mapDevice: RbdCommand = {
  names: ['device map', 'map'],
  options: [...snapshotOptions, 'device-type', 'read-only'],
  maxPositionals: 1,
  run: async (context) => {
    requireNbd(context)
    await map(context)
  },
}

export const mapNbd: RbdCommand = {
  names: ['nbd map'],
  options: [...snapshotOptions, 'read-only'],
  maxPositionals: 1,
  run: map,
}

export const listDevices: RbdCommand = {
  names: ['device list', 'device ls', 'showmapped'],
  options: ['device-type', ...formatOptions],
  maxPositionals: 0,
  run: async (context) => {
    requireNbd(context)
    await list(context)
  },
}

export const listNbd: RbdCommand = {
  names: ['nbd list', 'nbd ls'],
  options: formatOptions,
  maxPositionals: 0,
  run: list,
}

export const unmapDevice: RbdCommand = {
  names: ['device unmap', 'unmap'],
  options: [...snapshotOptions, 'device-type'],
  maxPositionals: 1,
  run: async (context) => {
    requireNbd(context)
    await unmap(context)
  },
}

export const unmapNbd: RbdCommand = {
  names: ['nbd unmap'],
  options: snapshotOptions,
  maxPositionals: 1,
  run: unmap,
}

async function map(context: RbdContext): Promise<void> {
  const target = anyTarget(context.args)
  const devices = await devicesOf(context)
  const spec = specOf(target)
  await context.open(target)
  try {
    const { device } = await devices.map(spec, { isReadOnly: context.args.has('read-only') })
    context.io.stdout(`${device}\n`)
  } catch (thrown) {
    const code = errnoOf(thrown)
    throw new CommandFailure(code.number, `rbd: map failed: ${code.text}`)
  }
}

async function list(context: RbdContext): Promise<void> {
  const devices = (await devicesOf(context)).list()
  const columns = ['id', 'pool', 'namespace', 'image', 'snap', 'device'].map((heading) => ({ heading }))
  const rows = devices.map(({ id, spec, device }) => [
    String(id),
    spec.pool,
    spec.namespace ?? '',
    spec.image,
    spec.snapshot ?? '-',
    device,
  ])
  context.print(() => tableUnlessEmpty(columns, rows), {
    name: 'devices',
    value: devices.map(({ id, spec, device }) => ({
      id,
      pool: spec.pool,
      namespace: spec.namespace ?? '',
      image: spec.image,
      snap: spec.snapshot ?? '-',
      device,
    })),
    items: { devices: 'device' },
  })
}

async function unmap(context: RbdContext): Promise<void> {
  const devices = await devicesOf(context)
  const [text] = context.args.positionals
  const named = devices.list().find(({ device }) => device === text)
  const device = named ?? (text?.includes('://') ? undefined : mappedAs(context, devices.list()))
  if (!device)
    throw new CommandFailure(22, `rbd: ${text ?? formatSpec(anyTarget(context.args))}: not a mapped image or snapshot`)
  await devices.unmap(device)
}

/** By image or snapshot, as it was mapped. */
function mappedAs(context: RbdContext, devices: readonly MappedDevice[]): MappedDevice | undefined {
  if (context.args.positionals.length === 0 && !context.args.has('image'))
    throw misused('unmap requires either image name or device path')
  const wanted = formatSpec(specOf(anyTarget(context.args)))
  return devices.find(({ spec }) => formatSpec(spec) === wanted)
}

async function devicesOf(context: RbdContext): Promise<DeviceDirectory> {
  const devices = await context.devices()
  if (devices) return devices
  throw new CommandFailure(38, 'rbd: devices are kept with a live cloud: there is none here')
}

/** The kernel's own client is what `rbd` means without a type. */
function requireNbd(context: RbdContext): void {
  const type = context.args.get('device-type') ?? 'krbd'
  if (type !== 'nbd') throw new CommandFailure(38, `rbd: devices of type '${type}' are not simulated: use -t nbd`)
}
