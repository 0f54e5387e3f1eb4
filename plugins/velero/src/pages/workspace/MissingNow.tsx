import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  isVolumeSafe,
  NamespaceAssessment,
} from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../components/layout';
import { kindsText, volumesText } from '../../components/protection';
import { NothingHere } from '../../components/state';
import { VerdictStatus } from '../../components/status';
import { DataColumn, DataTable } from '../../components/table';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';

/** Per namespace, what the point one would go back to does not hold. */
export function MissingNow(props: { namespaces: NamespaceAssessment[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const columns = useMemo<DataColumn<NamespaceAssessment>[]>(() => {
    const nothing = ({ loss }: NamespaceAssessment) =>
      t(loss.complete ? 'missing.nothing' : 'notKnown');
    return [
      {
        id: 'namespace',
        label: t('namespace.name'),
        isRowHeader: true,
        render: ({ namespace }) => namespace,
      },
      {
        id: 'cluster',
        label: t('cluster.name'),
        width: 'short',
        render: ({ cluster }) => cluster,
      },
      {
        id: 'verdict',
        label: t('protection.verdict'),
        render: ({ verdict }) => <VerdictStatus verdict={verdict} />,
      },
      {
        id: 'point',
        label: t('missing.point'),
        render: ({ loss: { point } }) =>
          point ? (
            <PageLink
              href={links.backup({
                cluster: point.cluster,
                name: point.backup,
              })}
            >
              {point.backup}
            </PageLink>
          ) : (
            t('missing.noPoint')
          ),
      },
      {
        id: 'objects',
        label: t('missing.objects'),
        width: 'long',
        render: item => kindsText(item.loss.objects, t) || nothing(item),
      },
      {
        id: 'volumes',
        label: t('missing.volumes'),
        width: 'long',
        render: item =>
          volumesText(
            item.loss.volumes.filter(volume => !isVolumeSafe(volume)),
            t,
          ) || nothing(item),
      },
    ];
  }, [t, links]);

  return (
    <Section title={t('missing.title')} description={t('missing.note')}>
      <DataTable
        label={t('missing.title')}
        columns={columns}
        items={props.namespaces}
        getKey={({ cluster, namespace }) => `${cluster}/${namespace}`}
        empty={<NothingHere>{t('namespace.empty')}</NothingHere>}
      />
    </Section>
  );
}
