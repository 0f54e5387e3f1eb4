import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageLink, Section } from '../components/layout';
import { NothingHere, QueryView } from '../components/state';
import { PluginRoot } from '../frame/PluginRoot';
import { TimeLeft } from '../pages/restores/TimeLeft';
import { useRequestName } from '../pages/restores/useRequestName';
import { useRestoresQuery } from '../query';
import { useLinks } from '../routing/useLinks';
import { veleroTranslationRef } from '../translation';
import styles from '../pages/restores/restores.module.css';

/** So many fit into a card. */
const MOST = 5;

/** The requests that wait for the reader, the most urgent first. */
export function WaitsForMeWidget() {
  return (
    <PluginRoot>
      <Waiting />
    </PluginRoot>
  );
}

function Waiting() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const nameOf = useRequestName();
  const query = useRestoresQuery('widget', (api, signal) =>
    api.getRestoreRequests(
      { waitsForMe: 'true', sort: 'deadline', order: 'asc', limit: MOST },
      { signal },
    ),
  );
  return (
    <Section
      title={t('widget.title')}
      action={<PageLink href={links.restores()}>{t('widget.more')}</PageLink>}
    >
      <QueryView query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere>{t('requests.waiting.empty')}</NothingHere>
          ) : (
            <ul className={styles.lines} aria-label={t('widget.title')}>
              {items.map(request => (
                <li key={request.id}>
                  <PageLink href={links.restoreRequest(request.id)}>
                    {nameOf(request)}
                  </PageLink>
                  <div>
                    <TimeLeft request={request} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
