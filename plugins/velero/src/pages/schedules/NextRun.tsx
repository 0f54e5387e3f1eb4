import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import styles from './NextRun.module.css';

/** When a schedule runs next, and by which rule. */
export function NextRun(props: { at: string | undefined; cron: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { at, cron } = props;
  return (
    <Flex direction="column" gap="1">
      {at ? <Timestamp at={at} /> : t('schedule.noRun')}
      {at && (
        <Text as="div" variant="body-small" color="secondary">
          <Timestamp at={at} show="dateTime" />
        </Text>
      )}
      <Text as="div" variant="body-small" color="secondary">
        <code translate="no" className={styles.cron}>
          {cron}
        </code>
      </Text>
    </Flex>
  );
}
