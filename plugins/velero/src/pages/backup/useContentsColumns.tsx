import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ContentsVolume,
  NamespaceContents,
} from '@appgear/backstage-plugin-velero-common';
import { DataColumn } from '../../components/table';
import { Say, veleroTranslationRef } from '../../translation';
import { IssueCounts } from '../backups/IssueCounts';

/** The columns of what a backup holds, by namespace. */
export function useContentsColumns(): DataColumn<NamespaceContents>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useMemo(
    () => [
      {
        id: 'namespace',
        label: t('namespace.name'),
        isRowHeader: true,
        render: ({ namespace }) => namespace || t('contents.noNamespace'),
      },
      {
        id: 'kinds',
        label: t('contents.kinds'),
        width: 'long',
        render: ({ kinds }) =>
          kinds
            .map(({ kind, count }) =>
              t('missing.kind', { value: count, kind: withoutGroup(kind) }),
            )
            .join(', '),
      },
      {
        id: 'volumes',
        label: t('contents.volumes'),
        width: 'long',
        render: ({ volumes }) =>
          volumes.map(each => volumeText(each, t)).join(', '),
      },
      {
        id: 'issues',
        label: t('issues.title'),
        width: 'short',
        render: ({ errors, warnings }) => (
          <IssueCounts errors={errors.count} warnings={warnings.count} />
        ),
      },
    ],
    [t],
  );
}

/** `apps/v1/Deployment` is a Deployment to those who read. */
function withoutGroup(apiKind: string): string {
  return apiKind.slice(apiKind.lastIndexOf('/') + 1);
}

function volumeText(volume: ContentsVolume, t: Say): string {
  const name = volume.claim ?? volume.podVolume ?? volume.volume ?? '';
  return `${name} (${whereabouts(volume, t)})`;
}

/** Where a volume's data lies, as verdicts see it. */
function whereabouts({ outcome, skippedReason }: ContentsVolume, t: Say) {
  const text = t(`volume.${outcome}`);
  return outcome === 'skipped' && skippedReason
    ? `${text}: ${skippedReason}`
    : text;
}
