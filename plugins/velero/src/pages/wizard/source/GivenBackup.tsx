import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FactList, PageLink, Section } from '../../../components/layout';
import { QueryView } from '../../../components/state';
import { PhaseStatus } from '../../../components/status';
import { useLinks } from '../../../routing/useLinks';
import { Timestamp } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import { useBackup } from '../useBackup';

/** The backup that a link chose, without a workspace to compare it with. */
export function GivenBackup(props: { cluster: string; name: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const query = useBackup(props);
  return (
    <Section title={t('wizard.point.chosen')} description={t('phase.note')}>
      <QueryView query={query} lines={2}>
        {({ phase, startedAt, expiresAt }) => (
          <FactList
            facts={[
              {
                label: t('wizard.point.backup'),
                value: (
                  <PageLink href={links.backup(props)}>{props.name}</PageLink>
                ),
              },
              {
                label: t('backup.phase'),
                value: <PhaseStatus phase={phase} />,
              },
              {
                label: t('wizard.point.takenAt'),
                value: startedAt ? (
                  <Timestamp at={startedAt} show="both" />
                ) : (
                  t('notKnown')
                ),
              },
              {
                label: t('wizard.point.expiresAt'),
                value: expiresAt ? (
                  <Timestamp at={expiresAt} show="both" />
                ) : (
                  t('notKnown')
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
