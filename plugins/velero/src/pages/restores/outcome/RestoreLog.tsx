import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  hasEnded,
  RestoreRequestDetail,
} from '@appgear/backstage-plugin-velero-common';
import { LogSearch, LogSection, useLogQuestion } from '../../../components/log';
import { useRestoresQuery } from '../../../query';
import { veleroTranslationRef } from '../../../translation';

/** What Velero wrote while it restored; there is none before it is done. */
export function RestoreLog(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { id, state, outcome } = props.request;
  if (!hasEnded(state) || !outcome?.phase) {
    return undefined;
  }
  return (
    <LogSection note={t('log.ofRestore')}>
      <Search id={id} />
    </LogSection>
  );
}

function Search({ id }: { id: string }) {
  const [asked, onAsk] = useLogQuestion();
  const query = useRestoresQuery(
    `log of ${id} ${JSON.stringify(asked)}`,
    (api, signal) => api.getRestoreLog(id, asked, { signal }),
  );
  return <LogSearch asked={asked} onAsk={onAsk} query={query} />;
}
