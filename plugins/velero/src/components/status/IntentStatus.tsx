import { RiShieldCheckLine, RiShieldLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BackupIntent } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status, StatusProps } from './Status';

// An intent is a wish, so none is green.
const LOOKS: Record<BackupIntent, Omit<StatusProps, 'children'>> = {
  enabled: { tone: 'neutral', icon: RiShieldCheckLine },
  disabled: { tone: 'neutral', icon: RiShieldLine },
  mixed: { tone: 'warning' },
  unknown: { tone: 'neutral' },
};

/** What the backup-enabled label asks for. */
export function IntentStatus(props: { intent: BackupIntent }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Status {...LOOKS[props.intent]}>
      {t(`workspace.intent.${props.intent}`)}
    </Status>
  );
}
