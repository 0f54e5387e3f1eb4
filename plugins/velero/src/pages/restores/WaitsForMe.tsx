import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageLink, Section } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useRestoresQuery } from '../../query';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { RequestTable } from './RequestTable';

/** The requests that the reader may decide on, the most urgent first. */
export function WaitsForMe() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const query = useRestoresQuery('waitsForMe', (api, signal) =>
    api.getRestoreRequests(
      { waitsForMe: 'true', sort: 'deadline', order: 'asc' },
      { signal },
    ),
  );
  return (
    <Section
      title={t('requests.waiting.title')}
      action={
        <PageLink href={links.restores({ part: 'decidedByMe' })}>
          {t('requests.waiting.decided')}
        </PageLink>
      }
    >
      <QueryView query={query} lines={3}>
        {({ items }) => (
          <RequestTable
            label={t('requests.waiting.title')}
            requests={items}
            empty={t('requests.waiting.empty')}
          />
        )}
      </QueryView>
    </Section>
  );
}
