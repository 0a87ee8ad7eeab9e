import type { Readable, Writable } from 'node:stream'
import type { ServerUnaryCall, ServiceDefinition, sendUnaryData, UntypedServiceImplementation } from '@grpc/grpc-js'
import { CancelledError, DeadlineError } from '#kernel/errors/domain-error.ts'
import { realNow } from '#kernel/time/system-clock.ts'
import { toStatus } from './error-trailer.ts'
import { receiveAll, sendAll } from './message-flow.ts'
import type { RpcCallContext } from './service-types.ts'

/** Handlers with their types erased: `implement` has checked them against the contract. */
type AnyHandler = (request: unknown, context: RpcCallContext) => unknown
type UnaryCall = ServerUnaryCall<unknown, unknown>
type AnyCall = Pick<UnaryCall, 'metadata' | 'getDeadline' | 'getPath' | 'getPeer'> & NodeJS.EventEmitter
type RequestStreamCall = AnyCall & Readable
type ResponseStreamCall = AnyCall & Writable & { readonly request: unknown }

/** Turns async functions and generators into what grpc-js calls. */
export function adaptHandlers(definition: ServiceDefinition, handlers: object): UntypedServiceImplementation {
  const byName = handlers as Readonly<Record<string, AnyHandler>>
  const adapted: UntypedServiceImplementation = {}
  for (const [name, method] of Object.entries(definition)) {
    const handler = byName[name]!
    if (method.responseStream) adapted[name] = (call: ResponseStreamCall) => void answerStream(call, handler)
    else if (method.requestStream)
      adapted[name] = (call: RequestStreamCall, callback: sendUnaryData<unknown>) =>
        void answerOnce(call, callback, (context) => handler(receiveAll(call, context.signal), context))
    else
      adapted[name] = (call: UnaryCall, callback: sendUnaryData<unknown>) =>
        void answerOnce(call, callback, (context) => handler(call.request, context))
  }
  return adapted
}

async function answerOnce(
  call: AnyCall,
  callback: sendUnaryData<unknown>,
  handle: (context: RpcCallContext) => unknown,
): Promise<void> {
  const context = contextOf(call)
  try {
    callback(null, await handle(context))
  } catch (thrown) {
    callback(toStatus(context.signal.aborted ? context.signal.reason : thrown))
  }
}

async function answerStream(call: ResponseStreamCall, handler: AnyHandler): Promise<void> {
  const context = contextOf(call)
  try {
    await sendAll(call, handler(call.request, context) as AsyncIterable<unknown>, context.signal)
    call.end()
  } catch (thrown) {
    // grpc-js ends the call with the status that is emitted as an error; there is no other way to send one.
    call.emit('error', toStatus(context.signal.aborted ? context.signal.reason : thrown))
  }
}

function contextOf(call: AnyCall): RpcCallContext {
  const controller = new AbortController()
  const given = call.getDeadline()
  const deadline = typeof given === 'number' ? given : given.getTime()
  call.once('cancelled', () => {
    const late = deadline <= realNow()
    controller.abort(late ? new DeadlineError('the deadline passed') : new CancelledError('the caller cancelled'))
  })
  return {
    signal: controller.signal,
    metadata: call.metadata,
    header: (name) => call.metadata.get(name)[0]?.toString(),
    deadline,
    path: call.getPath(),
    peer: call.getPeer(),
  }
}
