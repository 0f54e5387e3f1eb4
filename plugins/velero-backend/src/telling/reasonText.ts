import { ProtectionReason } from '@appgear/backstage-plugin-velero-common';
import { ReasonWording, wordingIn } from '../wording';

/**
 * A reason in a sentence, for notifications and for programs, which read
 * English; the pages have their own words.
 */
export function reasonText(
  reason: ProtectionReason,
  words: ReasonWording = wordingIn('en').reasons,
): string {
  const say = words[reason.code] as (reason: ProtectionReason) => string;
  const text = say(reason);
  const where = reason.namespace ? words.inNamespace(reason.namespace) : '';
  return text && `${where}${text}.`;
}
