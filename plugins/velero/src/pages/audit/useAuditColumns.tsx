import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { NameList, PageLink } from '../../components/layout';
import { DataColumn } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { AuditActorName } from './AuditActorName';
import { useDetailsText } from './useDetailsText';
import styles from './audit.module.css';

/** The columns of the trail. */
export function useAuditColumns(): DataColumn<AuditEvent>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const describe = useDetailsText();
  const entityLink = useEntityRefLink();
  return useMemo(
    () => [
      {
        id: 'seq',
        label: t('audit.seq'),
        width: 'short',
        render: ({ seq }) => t('number', { value: seq }),
      },
      {
        id: 'type',
        label: t('audit.type'),
        width: 'short',
        isRowHeader: true,
        render: ({ type }) => t(`audit.event.${type}`),
      },
      {
        id: 'actor',
        label: t('audit.actor'),
        width: 'short',
        render: event => (
          <AuditActorName event={event} entityLink={entityLink} />
        ),
      },
      {
        id: 'at',
        label: t('audit.at'),
        width: 'short',
        render: ({ at }) => <Timestamp at={at} show="dateTime" />,
      },
      {
        id: 'request',
        label: t('audit.request'),
        width: 'short',
        render: ({ request }) =>
          request && (
            <PageLink href={links.restoreRequest(request)}>
              {request.slice(0, 8)}
            </PageLink>
          ),
      },
      {
        id: 'workspaces',
        label: t('audit.workspaces'),
        render: ({ workspaces }) => (
          <NameList names={workspaces} getHref={links.workspace} />
        ),
      },
      {
        id: 'details',
        label: t('audit.details'),
        width: 'long',
        render: ({ details }) => {
          const text = describe(details);
          return text && <div className={styles.details}>{text}</div>;
        },
      },
    ],
    [t, links, describe, entityLink],
  );
}
