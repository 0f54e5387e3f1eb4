import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ForecastVolume,
  NamespaceCoverage,
} from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../../components/layout';
import { kindsText } from '../../../components/protection';
import { Bullets } from '../../../components/state';
import { DataColumn } from '../../../components/table';
import { useLinks } from '../../../routing/useLinks';
import { Say, veleroTranslationRef } from '../../../translation';
import { OutcomeStatus } from './OutcomeStatus';

/** The columns of what a schedule would hold, by workspace and namespace. */
export function useCoverageColumns(): DataColumn<NamespaceCoverage>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  return useMemo(
    () => [
      {
        id: 'namespace',
        label: t('namespace.name'),
        width: 'short',
        isRowHeader: true,
        render: ({ namespace }) => namespace,
      },
      {
        id: 'workspace',
        label: t('workspace.name'),
        render: ({ workspace }) => (
          <PageLink href={links.workspace(workspace)}>{workspace}</PageLink>
        ),
      },
      {
        id: 'outcome',
        label: t('coverage.outcome'),
        width: 'short',
        render: ({ outcome }) => <OutcomeStatus outcome={outcome} />,
      },
      {
        id: 'objects',
        label: t('coverage.objects'),
        width: 'short',
        render: ({ held, total }) => t('backup.itemsOf', { done: held, total }),
      },
      {
        id: 'missed',
        label: t('coverage.missed'),
        width: 'long',
        render: coverage => <Missed coverage={coverage} />,
      },
      {
        id: 'volumes',
        label: t('coverage.volumes'),
        width: 'long',
        render: ({ volumes }) =>
          volumes.map(volume => volumeText(volume, t)).join(', '),
      },
    ],
    [t, links],
  );
}

function Missed({ coverage }: { coverage: NamespaceCoverage }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { missed, excluded } = coverage;
  if (missed.length === 0 && excluded.length === 0) {
    return undefined;
  }
  return (
    <Bullets
      items={[
        ...missed.map(({ why, kinds }) => ({
          key: why as string,
          text: t('coverage.missedOf', {
            kinds: kindsText(kinds, t),
            why: t(`miss.${why}`),
          }),
        })),
        ...(excluded.length > 0
          ? [
              {
                key: 'excluded',
                text: (
                  <Text variant="body-small" color="secondary">
                    {t('coverage.excluded', { kinds: kindsText(excluded, t) })}
                  </Text>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function volumeText({ claim, forecast }: ForecastVolume, t: Say): string {
  return `${claim} (${t(`forecast.${forecast}`)})`;
}
