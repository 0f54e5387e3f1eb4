import type { ProtectionReason } from '@appgear/backstage-plugin-velero-common';
import { Bullets } from '../state';
import { ReasonItem } from './ReasonItem';
import { useReasonText } from './useReasonText';

/** Why a verdict is what it is, the worst first, with the next step of each. */
export function ReasonList(props: { reasons: ProtectionReason[] }) {
  const say = useReasonText();
  return (
    <Bullets
      items={props.reasons.map((reason, index) => ({
        key: `${index} ${reason.code}`,
        text: <ReasonItem reason={reason}>{say(reason)}</ReasonItem>,
      }))}
    />
  );
}
