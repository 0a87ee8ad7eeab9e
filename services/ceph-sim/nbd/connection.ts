import { type Exports, negotiate } from './negotiation.ts'
import { ProtocolError, Transmission } from './transmission.ts'
import { ConnectionEnded, type Wire } from './wire.ts'

/**
 * One client, from the greeting to its leave; what it has under way when it leaves is finished.
 *
 * @param onNegotiated - called when the client has chosen an export
 * @throws ProtocolError for a client that does not keep to the protocol; ConnectionEnded for one that went away before
 * it had chosen
 */
export async function serveConnection(wire: Wire, exports: Exports, onNegotiated: () => void): Promise<void> {
  const negotiated = await negotiate(wire, exports)
  if (negotiated) {
    onNegotiated()
    const transmission = new Transmission(wire.stream, wire.queue, negotiated.image, negotiated.session)
    wire.follow(
      () => transmission.advance(),
      () => transmission.end(),
    )
    await transmission.over
  }
  await wire.finish()
}

/** Whether a connection ended as connections do: the client left, or did what cannot be answered. */
export function isUsualEnd(thrown: unknown): boolean {
  return thrown instanceof ConnectionEnded || thrown instanceof ProtocolError
}
