import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { RestoreRequestSummary } from '@appgear/backstage-plugin-velero-common';
import { EntityName, NameList, PageLink } from '../../components/layout';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { Consents } from './Consents';
import { RequestStatus } from './RequestStatus';
import { TimeLeft } from './TimeLeft';
import { useRequestName } from './useRequestName';

/** The columns of a list of requests. */
export function useRequestColumns(): DataColumn<RestoreRequestSummary>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const nameOf = useRequestName();
  const entityLink = useEntityRefLink();

  return useMemo(
    () => [
      {
        id: 'name',
        label: t('request.name'),
        isRowHeader: true,
        width: 'long',
        render: request => (
          <>
            <PageLink href={links.restoreRequest(request.id)}>
              {nameOf(request)}
            </PageLink>
            <Text as="div" variant="body-small" color="secondary">
              {request.cluster}
            </Text>
          </>
        ),
      },
      {
        id: 'state',
        label: t('request.state'),
        width: 'short',
        render: ({ state }) => <RequestStatus state={state} />,
      },
      {
        id: 'deadline',
        label: t('request.timeLeft'),
        width: 'short',
        isSortable: true,
        render: request => <TimeLeft request={request} />,
      },
      {
        id: 'consents',
        label: t('request.consent'),
        width: 'short',
        render: request => <Consents request={request} />,
      },
      {
        id: 'workspaces',
        label: t('audit.workspaces'),
        render: ({ workspaces }) => (
          <NameList names={workspaces} getHref={links.workspace} />
        ),
      },
      {
        id: 'requester',
        label: t('request.requester'),
        width: 'short',
        render: ({ requester }) => (
          <EntityName entityRef={requester} href={entityLink(requester)} />
        ),
      },
      {
        id: 'filedAt',
        label: t('request.filedAt'),
        width: 'short',
        isSortable: true,
        render: ({ filedAt }) => <Timestamp at={filedAt} />,
      },
    ],
    [t, links, nameOf, entityLink],
  );
}
