import type { Metadata } from '@grpc/grpc-js'
import { type Actor, operator } from '../identity/actor.ts'

/** Who makes a call, by its metadata; the operator when it does not say. */
export function actorOf(metadata: Metadata): Actor {
  const user = text(metadata, 'x-dcnsim-user')
  if (!user) return operator
  return {
    user,
    project: text(metadata, 'x-dcnsim-project') || user,
    roles: (text(metadata, 'x-dcnsim-roles') || 'member').split(','),
  }
}

/** The site whose own services make the call; undefined for people's. */
export function callingSite(metadata: Metadata): string | undefined {
  return text(metadata, 'x-dcnsim-site') || undefined
}

function text(metadata: Metadata, name: string): string {
  return String(metadata.get(name)[0] ?? '')
}
