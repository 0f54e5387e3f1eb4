import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { PageLink } from '../../components/layout';
import { Bullets } from '../../components/state';
import { useRestoresQuery } from '../../query';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { useRequestName } from './useRequestName';

/**
 * Restores that went without approval and that nobody has looked at: red, for
 * all who may see them. Nothing when there are none.
 */
export function ReviewsPending() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const nameOf = useRequestName();
  const { data } = useRestoresQuery('reviews', (api, signal) =>
    api.getRestoreRequests({ reviewPending: 'true' }, { signal }),
  );
  if (!data?.items.length) {
    return undefined;
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('requests.review.title')}
      description={
        <>
          {t('requests.review.note')}
          <Bullets
            items={data.items.map(request => ({
              key: request.id,
              text: (
                <>
                  <PageLink href={links.restoreRequest(request.id)}>
                    {nameOf(request)}
                  </PageLink>
                  {` · ${request.incident} · `}
                  <EntityRefLink entityRef={request.requester} />
                  {' · '}
                  <Timestamp at={request.filedAt} />
                </>
              ),
            }))}
          />
        </>
      }
    />
  );
}
