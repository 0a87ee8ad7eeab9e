import type { PoolMirroring } from '#ceph-sim/port/mirroring.ts'
import { CommandFailure, failedWith, misused } from './command-failure.ts'
import { errno, errnoOf, reasonOf } from './errno.ts'
import { headOf, imageTarget, poolFailure, poolTarget, type Target } from './image-target.ts'
import { formatOptions, imageOptions, type RbdCommand, type RbdContext } from './rbd-context.ts'

const poolOptions = ['pool'] as const

const poolInfo: RbdCommand = {
  names: ['mirror pool info'],
  options: [...poolOptions, ...formatOptions, 'all'],
  maxPositionals: 1,
  run: async (context) => {
    const { mode, siteName } = await poolOf(context, poolTarget(context.args))
    const isOn = mode !== 'disabled'
    context.print(() => `Mode: ${mode}\n${isOn ? `Site Name: ${siteName}\n\nPeer Sites: none\n` : ''}`, {
      name: 'mirror',
      value: isOn ? { mode, site_name: siteName, peers: [] } : { mode },
      items: { peers: 'peer' },
    })
  },
}

/** Without an `rbd-mirror` daemon nobody knows how the images are. */
const poolStatus: RbdCommand = {
  names: ['mirror pool status'],
  options: [...poolOptions, ...formatOptions],
  maxPositionals: 1,
  run: async (context) => {
    const { mode, images } = await poolOf(context, poolTarget(context.args))
    if (mode === 'disabled') throw misused('mirroring not enabled on the pool')
    const imageHealth = images > 0 ? 'WARNING' : 'OK'
    const health = images > 0 ? 'WARNING' : 'UNKNOWN'
    const lines = [
      `health: ${health}`,
      'daemon health: UNKNOWN',
      `image health: ${imageHealth}`,
      `images: ${images} total`,
      ...(images > 0 ? [`    ${images} unknown`] : []),
    ]
    const states = images > 0 ? { unknown: images } : {}
    context.print(() => `${lines.join('\n')}\n`, {
      name: 'status',
      value: { summary: { health, daemon_health: 'UNKNOWN', image_health: imageHealth, states } },
      items: {},
    })
  },
}

async function poolOf(context: RbdContext, target: Target): Promise<PoolMirroring> {
  const rbd = await context.cluster()
  try {
    return await rbd.mirroring.pool(target.pool, context.call)
  } catch (thrown) {
    throw poolFailure(thrown, target) ?? failedWith('failed to retrieve mirror mode', errnoOf(thrown))
  }
}

const enablePool: RbdCommand = {
  names: ['mirror pool enable'],
  options: poolOptions,
  maxPositionals: 2,
  run: async (context) => {
    const { args, io } = context
    const target = poolTarget(args)
    const mode = args.positionals[args.has('pool') ? 0 : 1]
    if (mode !== 'image' && mode !== 'pool') throw misused("must specify 'image' or 'pool' mode.")
    const { mode: before } = await poolOf(context, target)
    if (before === mode) return io.stdout(`rbd: mirroring is already configured for ${mode} mode\n`)
    if (before !== 'disabled') io.stdout(`note: changing mirroring mode from ${before} to ${mode}\n`)
    const rbd = await context.cluster()
    await rbd.mirroring.enablePool(target.pool, mode, context.call)
  },
}

const disablePool: RbdCommand = {
  names: ['mirror pool disable'],
  options: poolOptions,
  maxPositionals: 1,
  run: async (context) => {
    const target = poolTarget(context.args)
    const { mode } = await poolOf(context, target)
    if (mode === 'disabled') return context.io.stdout('rbd: mirroring is already disabled\n')
    await (await context.cluster()).mirroring.disablePool(target.pool, context.call)
  },
}

const enableImage: RbdCommand = {
  names: ['mirror image enable'],
  options: imageOptions,
  maxPositionals: 2,
  run: (context) => {
    const { args, io } = context
    const mode = args.positionals[args.has('image') ? 0 : 1] ?? 'journal'
    if (mode !== 'journal' && mode !== 'snapshot') throw misused("must specify 'journal' or 'snapshot' mode.")
    return context.change(
      imageTarget(args),
      async (rbd) => {
        if (mode === 'journal') throw new CommandFailure(38, 'rbd: mirroring by journal is not simulated')
        await rbd.mirroring.enableImage(headOf(imageTarget(args)), context.call)
        io.stdout('Mirroring enabled\n')
      },
      (thrown) =>
        reasonOf(thrown) === 'mirroring_disabled'
          ? misused('cannot enable mirroring in the current pool mirroring mode')
          : failedWith('failed to enable mirroring', errnoOf(thrown)),
    )
  },
}

const disableImage: RbdCommand = {
  names: ['mirror image disable'],
  options: [...imageOptions, 'force'],
  maxPositionals: 1,
  run: (context) => {
    const target = imageTarget(context.args)
    return context.change(
      target,
      async (rbd) => {
        const { mirroring } = await rbd.info(headOf(target), context.call)
        if (!mirroring) throw failedWith('mirroring not enabled on the image', errno('EINVAL'))
        await rbd.mirroring.disableImage(headOf(target), context.call)
        context.io.stdout('Mirroring disabled\n')
      },
      (thrown) => failedWith('failed to disable mirroring', errnoOf(thrown)),
    )
  },
}

export const mirrorCommands: readonly RbdCommand[] = [
  poolInfo,
  poolStatus,
  enablePool,
  disablePool,
  enableImage,
  disableImage,
]
