import { Alert, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { FactList, Section } from '../../../components/layout';
import { PhaseStatus } from '../../../components/status';
import { Elapsed, Timestamp } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import styles from '../restores.module.css';

/** How far a restore is that runs now. */
export function RequestProgress(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { state, progress, startedAt } = props.request;
  if (state !== 'executing') {
    return undefined;
  }
  const { itemsRestored: done, totalItems: total } = progress ?? {};
  return (
    <Section title={t('progress.title')}>
      {total ? (
        <>
          <progress
            className={styles.progress}
            aria-label={t('progress.label')}
            value={done ?? 0}
            max={total}
          />
          <Text as="p" role="status">
            {t('progress.of', { done: done ?? 0, total })}
          </Text>
        </>
      ) : (
        <Text as="p" role="status">
          {t('progress.waiting')}
        </Text>
      )}
      {progress?.stuckSince && (
        <Alert
          status="warning"
          icon
          title={t('progress.stuck', {
            time: <Timestamp at={progress.stuckSince} />,
          })}
          description={t('progress.stuck.hint')}
        />
      )}
      <FactList
        facts={[
          ...(progress
            ? [
                {
                  label: t('outcome.phase'),
                  value: <PhaseStatus phase={progress.phase} />,
                },
                {
                  label: t('progress.restore'),
                  value: progress.restoreName,
                },
              ]
            : []),
          ...(startedAt
            ? [
                {
                  label: t('request.startedAt'),
                  value: <Elapsed since={startedAt} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
