import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LogSearch, LogSection, useLogQuestion } from '../../components/log';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';

/** What Velero wrote while it made a backup. */
export function BackupLog(props: { cluster: string; name: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <LogSection note={t('log.note')}>
      <Search {...props} />
    </LogSection>
  );
}

function Search(props: { cluster: string; name: string }) {
  const [asked, onAsk] = useLogQuestion();
  const query = useVeleroQuery(
    `log of ${props.cluster}/${props.name} ${JSON.stringify(asked)}`,
    (api, signal) => api.getBackupLog(props, asked, { signal }),
  );
  return <LogSearch asked={asked} onAsk={onAsk} query={query} />;
}
