import {
  hasEnded,
  RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  VeleroServiceOptions,
} from '@appgear/backstage-plugin-velero-node';
import { fromBackend, Look } from '../asking';

/**
 * Looks what became of a request.
 *
 * @throws Error when it ended in another way than in success
 */
export async function lookForOutcome(
  velero: VeleroService,
  id: string,
  options: VeleroServiceOptions,
): Promise<Look<{ state: string; endReason?: string }>> {
  const request = await fromBackend(velero.getRestoreRequest(id, options));
  const { state, endReason } = request;
  if (!hasEnded(state)) return { waitingFor: describe(request) };
  if (state === 'succeeded') return { found: { state, endReason } };
  throw new Error(
    `Restore request ${id} ended as ${state}${
      endReason ? `: ${endReason}` : ''
    }. Its page says more: /dr/restores/${id}`,
  );
}

function describe({ state, factors, notBefore }: RestoreRequestDetail): string {
  if (state === 'pending') {
    const open = factors
      .filter(({ count, filledBy }) => filledBy.length < count)
      .map(({ count, groups }) => `${count} of ${groups.join(' or ')}`);
    return `the request waits for ${open.join(', and for ') || 'votes'}`;
  }
  return state === 'approved' && notBefore
    ? `the request is approved, and is not executed before ${notBefore}`
    : `the request is ${state}`;
}
