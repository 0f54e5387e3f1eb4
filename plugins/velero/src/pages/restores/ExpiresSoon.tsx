import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../components/layout';
import { useRestoresQuery } from '../../query';
import { useNow } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { deadlineOf } from './deadline';
import { RequestTable } from './RequestTable';

const SOON_MS = 6 * 60 * 60_000;

/** Open requests whose clock runs out within hours; nothing when none does. */
export function ExpiresSoon() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const now = useNow();
  const { data } = useRestoresQuery('expiring', (api, signal) =>
    api.getRestoreRequests(
      { state: 'pending,approved', sort: 'deadline', order: 'asc', limit: 10 },
      { signal },
    ),
  );
  const soon = (data?.items ?? []).filter(request => {
    const deadline = deadlineOf(request);
    return deadline && Date.parse(deadline.at) - now < SOON_MS;
  });
  if (soon.length === 0) {
    return undefined;
  }
  return (
    <Section
      title={t('requests.expiring.title')}
      description={t('requests.expiring.note')}
    >
      <RequestTable
        label={t('requests.expiring.title')}
        requests={soon}
        empty={t('requests.waiting.empty')}
      />
    </Section>
  );
}
