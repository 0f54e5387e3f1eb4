import { RestoreRequestEndState } from '@appgear/backstage-plugin-velero-common';
import { Actor, GateEvent, GateRequest, Transition } from './types';

/** Ends a request; the event bears the name of the end. */
export function endRequest(
  request: GateRequest,
  state: RestoreRequestEndState,
  reason: string,
  now: Date,
  options: { by?: Actor; events?: GateEvent[] } = {},
): Transition {
  const at = now.toISOString();
  return {
    request: { ...request, state, endedAt: at, endReason: reason },
    events: [
      ...(options.events ?? []),
      { type: state, at, by: options.by, reason },
    ],
  };
}
