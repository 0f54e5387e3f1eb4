import {
  inOneSentence,
  Problem,
  RestoreRequestSummary,
} from '@appgear/backstage-plugin-velero-common';
import { GateRequest } from '../stateMachine';

/**
 * Why a request ended, as far as somebody may know who does not see all that
 * it touches: what people said, and of the gate's own sentences those that
 * name nothing.
 */
export function endOf(
  {
    state,
    endReason,
    endReasons = [],
  }: Pick<GateRequest, 'state' | 'endReason' | 'endReasons'>,
  seesAll: boolean,
): Pick<RestoreRequestSummary, 'endReason' | 'endReasons'> {
  const saidByPeople = state === 'cancelled' || state === 'rejected';
  if (seesAll || saidByPeople)
    return { endReason, endReasons: [...endReasons] };
  const open = endReasons.filter(namesNothing);
  return { endReason: inOneSentence(open) || undefined, endReasons: open };
}

function namesNothing({ key, params = {} }: Problem): boolean {
  return (
    key !== undefined &&
    Object.entries(params).every(
      ([name, value]) => typeof value === 'number' || name === 'at',
    )
  );
}
