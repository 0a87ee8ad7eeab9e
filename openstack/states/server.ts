import { ConflictError } from '#kernel/errors/domain-error.ts'

export type VmState = 'building' | 'active' | 'stopped' | 'error' | 'deleted'
export type ServerStatus = 'BUILD' | 'ACTIVE' | 'SHUTOFF' | 'ERROR' | 'DELETED'

const shown: Readonly<Record<VmState, ServerStatus>> = {
  building: 'BUILD',
  active: 'ACTIVE',
  stopped: 'SHUTOFF',
  error: 'ERROR',
  deleted: 'DELETED',
}

/** What the API shows for a VM state. @see openstack/nova nova/api/openstack/common.py */
export function serverStatus(vmState: VmState): ServerStatus {
  return shown[vmState]
}

/** libvirt's power states: 0 none, 1 running, 4 shut down. */
export function powerState(vmState: VmState): number {
  return vmState === 'active' ? 1 : vmState === 'stopped' ? 4 : 0
}

const legal = {
  stop: ['active', 'error'],
  start: ['stopped'],
  createImage: ['active', 'stopped'],
} as const satisfies Record<string, readonly VmState[]>

/**
 * Whether an action may start in this state.
 * @throws ConflictError with Nova's text
 */
export function requireServerAction(
  action: keyof typeof legal,
  server: { readonly id: string; readonly vmState: VmState; readonly taskState: string },
): void {
  const states: readonly VmState[] = legal[action]
  if (states.includes(server.vmState) && server.taskState === '') return
  const [attribute, value] = states.includes(server.vmState)
    ? ['task_state', server.taskState]
    : ['vm_state', server.vmState]
  throw new ConflictError(`Cannot '${action}' instance ${server.id} while it is in ${attribute} ${value}`, {
    server: server.id,
    [attribute]: value,
  })
}
