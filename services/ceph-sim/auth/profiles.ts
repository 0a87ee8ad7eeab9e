import { type Access, accessOf, type Grant } from './grant.ts'
import type { DaemonType } from './identity.ts'

/** Keeps the list of clones; every user of a parent must be able to ask it. */
export const childrenObject = 'rbd_children'

/** Where a profile is to hold: `profile rbd pool=vms namespace=tenant`. */
export interface ProfileScope {
  readonly pool?: string | undefined
  readonly namespace?: string | undefined
}

/**
 * What a profile stands for; nothing for one that is unknown.
 *
 * @see ceph/ceph src/osd/OSDCap.cc and src/mon/MonCap.cc, expand_profile
 */
export function profileGrants(name: string, daemon: DaemonType, scope: ProfileScope): readonly Grant[] {
  if (daemon === 'osd') return osdProfile(name, scope)
  return daemon === 'mon' ? monitorProfile(name) : []
}

function osdProfile(name: string, scope: ProfileScope): readonly Grant[] {
  switch (name) {
    case 'rbd':
      return [
        { access: new Set(['r']), objectPrefix: 'rbd_info' },
        { access: new Set(['class-read']), objectPrefix: childrenObject },
        { access: accessOf('rwx'), ...scope },
      ]
    case 'rbd-read-only':
      // A clone is registered at its parent by methods that need no right to write.
      return [{ access: new Set(['r', 'class-read']), ...scope }]
    case 'read-only':
      return [{ access: new Set(['r']), ...scope }]
    case 'read-write':
      return [{ access: accessOf('rw'), ...scope }]
    default:
      return []
  }
}

/** `profile rbd` may also refuse the addresses of clients whose locks it breaks. */
const blocklist: Grant = { access: accessOf('rw'), service: 'osd', command: 'osd blocklist add' }

function monitorProfile(name: string): readonly Grant[] {
  switch (name) {
    case 'rbd':
    case 'simple-rados-client-with-blocklist':
      return [...reading('mon', 'osd', 'pg'), blocklist]
    case 'rbd-read-only':
    case 'simple-rados-client':
      return reading('mon', 'osd', 'pg')
    case 'read-only':
      return [{ access: accessOf('r') }]
    case 'read-write':
      return [{ access: accessOf('rw') }]
    case 'role-definer':
      return [...reading('mon'), { access: accessOf('rwx'), service: 'auth' }]
    case 'osd':
      return [...reading('mon', 'auth'), writing('osd'), writing('pg')]
    case 'mgr':
      return [...reading('mon'), writing('osd'), writing('pg'), { access: accessOf('rx'), service: 'auth' }]
    default:
      return name.startsWith('bootstrap-') ? reading('mon') : []
  }
}

function reading(...services: readonly string[]): readonly Grant[] {
  return services.map((service) => ({ access: new Set<Access>(['r']), service }))
}

function writing(service: string): Grant {
  return { access: accessOf('rw'), service }
}
