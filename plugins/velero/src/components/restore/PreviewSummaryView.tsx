import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PreviewSummary,
  TargetNamespace,
  VolumeData,
} from '@appgear/backstage-plugin-velero-common';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { CardGrid, PageLink } from '../layout';
import { Status, Tone } from '../status';
import { DataColumn, DataTable } from '../table';
import { EffectStatus } from './EffectStatus';
import { EFFECT_ACTIONS } from './effectFilter';
import { SummaryCard } from './SummaryCard';

const VOLUME_TONES: Record<VolumeData, Tone> = {
  restored: 'success',
  kept: 'warning',
  empty: 'danger',
  oldVolume: 'warning',
  notHere: 'danger',
  unknown: 'warning',
};

/** A whole preview in numbers: objects, volumes, and where it goes. */
export function PreviewSummaryView(props: { summary: PreviewSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { actions, volumes, namespaces } = props.summary;
  return (
    <>
      <CardGrid column="16rem">
        <SummaryCard
          title={t('effects.action')}
          empty={t('effects.empty')}
          counts={EFFECT_ACTIONS.map(action => ({
            key: action,
            count: actions[action],
            label: <EffectStatus action={action} />,
          }))}
        />
        <SummaryCard
          title={t('preview.volumes')}
          empty={t('preview.noVolumes')}
          counts={Object.entries(VOLUME_TONES).map(([data, tone]) => ({
            key: data,
            count: volumes[data as VolumeData] ?? 0,
            label: (
              <Status tone={tone}>
                {t(`preview.volume.${data as VolumeData}`)}
              </Status>
            ),
          }))}
        />
      </CardGrid>
      <DataTable
        label={t('preview.namespaces')}
        columns={useNamespaceColumns()}
        items={namespaces}
        getKey={({ name }) => name}
        empty={<Text as="p">{t('preview.noNamespace')}</Text>}
      />
    </>
  );
}

function useNamespaceColumns(): DataColumn<TargetNamespace>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  return [
    {
      id: 'name',
      label: t('preview.namespace'),
      isRowHeader: true,
      render: ({ name }) => name,
    },
    {
      id: 'sources',
      label: t('preview.sources'),
      render: ({ sources }) => sources.join(', '),
    },
    {
      id: 'exists',
      label: t('preview.exists'),
      width: 'short',
      render: ({ exists }) => (
        <Status tone={exists ? 'warning' : 'info'}>
          {exists ? t('preview.exists.yes') : t('preview.exists.no')}
        </Status>
      ),
    },
    {
      id: 'workspace',
      label: t('workspace.name'),
      render: ({ workspace }) =>
        workspace && (
          <PageLink href={links.workspace(workspace)}>{workspace}</PageLink>
        ),
    },
    {
      id: 'changes',
      label: t('preview.changes'),
      width: 'short',
      render: ({ changes }) => t('number', { value: changes }),
    },
  ];
}
