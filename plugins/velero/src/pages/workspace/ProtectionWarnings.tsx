import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProtectionWarning } from '@appgear/backstage-plugin-velero-common';
import { ReasonItem, useWarningText } from '../../components/protection';
import { Bullets } from '../../components/state';
import { veleroTranslationRef } from '../../translation';

/** What may soon be wrong, and is not yet. */
export function ProtectionWarnings(props: { warnings: ProtectionWarning[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const say = useWarningText();
  if (props.warnings.length === 0) {
    return undefined;
  }
  return (
    <Alert
      status="warning"
      icon
      title={t('warnings.title')}
      description={
        <Bullets
          items={props.warnings.map((warning, index) => ({
            key: `${index} ${warning.code}`,
            text: <ReasonItem reason={warning}>{say(warning)}</ReasonItem>,
          }))}
        />
      }
    />
  );
}
