import { Box, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Overview, VERDICTS } from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../components/layout';
import { Status, storageHealth, VerdictStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import styles from './Attention.module.css';
import { DividedList } from './DividedList';
import { Tally } from './Tally';
import { UnsafeLine } from './UnsafeLine';

/** Who is not safe, the worst first, and how many there are of each verdict. */
export function Unsafe(props: { overview: Overview }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { protection, withheld } = props.overview;
  if (!protection || withheld?.includes('workspaces')) {
    return undefined;
  }
  const { verdicts, unsafe, evidenceBacklog, evidencePaused } = protection;
  const closed = props.overview.storageLocations
    .filter(location => storageHealth(location) === 'unavailable')
    .map(({ name }) => name);
  const refusing = evidencePaused.map(
    name =>
      props.overview.clusters.find(({ cluster }) => cluster === name)?.title ??
      name,
  );
  const isAnybodySafe = verdicts.protected > 0;

  return (
    <Section
      title={t('unsafe.title')}
      action={
        <PageLink href={links.workspaces({ sort: 'verdict', order: 'desc' })}>
          {t('unsafe.all')}
        </PageLink>
      }
    >
      <Tally
        empty={t('unsafe.nobody')}
        counts={[...VERDICTS].reverse().map(verdict => ({
          key: verdict,
          count: verdicts[verdict],
          label: (
            <PageLink href={links.workspaces({ verdict })}>
              <VerdictStatus verdict={verdict} />
            </PageLink>
          ),
        }))}
      />
      {evidenceBacklog > 0 && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('unsafe.backlog', { count: evidenceBacklog })}
          {closed.length > 0 &&
            ` ${t('unsafe.backlogStorage', { storage: closed.join(', ') })}`}
          {refusing.length > 0 &&
            ` ${t('unsafe.backlogClusters', {
              clusters: refusing.join(', '),
            })}`}
        </Text>
      )}
      {(unsafe.length > 0 || isAnybodySafe) && (
        <Box bg="neutral" className={styles.list}>
          {unsafe.length === 0 ? (
            <Status tone="success">{t('unsafe.none')}</Status>
          ) : (
            <DividedList>
              {unsafe.map(item => (
                <li key={item.workspace}>
                  <UnsafeLine item={item} />
                </li>
              ))}
            </DividedList>
          )}
        </Box>
      )}
    </Section>
  );
}
