import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ObjectEffect } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { DataColumn } from '../table';
import { effectNotes } from './effectNotes';
import { EffectStatus } from './EffectStatus';
import styles from './restore.module.css';

/** The columns of a list of effects. */
export function useEffectColumns(): DataColumn<ObjectEffect>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('effects.object'),
        isRowHeader: true,
        render: ({ kind, name }) => (
          <>
            {name}
            <Text as="div" variant="body-small" color="secondary">
              {kind}
            </Text>
          </>
        ),
      },
      {
        id: 'action',
        label: t('effects.action'),
        width: 'short',
        render: ({ action }) => <EffectStatus action={action} />,
      },
      {
        id: 'namespace',
        label: t('effects.namespace'),
        render: ({ namespace, sourceNamespace: source }) => {
          if (!namespace) return t('effect.clusterScoped');
          return source ? t('effect.from', { namespace, source }) : namespace;
        },
      },
      {
        id: 'details',
        label: t('effects.details'),
        width: 'long',
        render: effect => {
          const notes = effectNotes(effect, t);
          return (
            notes.length > 0 && (
              <ul className={styles.notes}>
                {notes.map(note => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )
          );
        },
      },
    ],
    [t],
  );
}
