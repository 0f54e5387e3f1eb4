import {
  inFull,
  PreviewRestore,
} from '@appgear/backstage-plugin-velero-common';
import {
  VeleroService,
  VeleroServiceOptions,
} from '@appgear/backstage-plugin-velero-node';
import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { fromBackend } from '../asking';

/**
 * Looks what a restore would do, and tells the task's log.
 *
 * @returns the digest, by which exactly that can be filed
 * @throws InputError when it cannot succeed or the policy refuses it, with why
 */
export async function previewOrRefuse(
  velero: VeleroService,
  asked: PreviewRestore,
  logger: LoggerService,
  options: VeleroServiceOptions,
): Promise<string> {
  const { obstacles, preview } = await fromBackend(
    velero.previewRestore({ ...asked, effects: { limit: 0 } }, options),
  );
  const reasons = [...obstacles, ...(preview?.refused ?? [])].map(inFull);
  if (!preview || reasons.length > 0) {
    throw new InputError(`This cannot be restored:\n- ${reasons.join('\n- ')}`);
  }
  const groups = preview.factors.map(
    factor => `${factor.count} of ${factor.groups.join(' or ')}`,
  );
  logger.info(
    groups.length > 0
      ? `Has to be approved by ${groups.join(', and by ')}`
      : 'The policy asks nobody for approval',
  );
  for (const { message } of preview.neverApproved) {
    logger.warn(`It may never be approved: ${message}`);
  }
  for (const id of preview.sameTarget) {
    logger.warn(`Request ${id} writes into the same namespaces`);
  }
  return preview.digest;
}
