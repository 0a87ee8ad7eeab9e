import type { CloneFormat } from '#ceph-sim/rbd.ts'
import type { RbdContext } from './rbd-context.ts'

/** `--rbd-default-clone-format`; a value that Ceph's options do not know is named, and passed over. */
export function cloneFormatOption({ args, io }: RbdContext): { cloneFormat?: CloneFormat } {
  const value = args.get('rbd-default-clone-format')
  if (value === undefined) return {}
  if (value === 'auto') return { cloneFormat: 'auto' }
  if (value === '1' || value === '2') return { cloneFormat: value === '1' ? 1 : 2 }
  io.stderr(
    `parse error setting 'rbd_default_clone_format' to '${value}' ` +
      `('${value}' is not one of the permitted values: 1, 2, auto)\n\n`,
  )
  return {}
}
