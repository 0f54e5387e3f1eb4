import { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import styles from './restore.module.css';

/** How many there are of each kind; kinds without any are left out. */
export function SummaryCard(props: {
  title: string;
  empty: string;
  counts: { key: string; count: number; label: ReactNode }[];
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const present = props.counts.filter(({ count }) => count > 0);
  return (
    <Card>
      <CardHeader>
        <Text as="div" variant="body-medium" weight="bold">
          {props.title}
        </Text>
      </CardHeader>
      <CardBody>
        {present.length === 0 ? (
          <Text as="p">{props.empty}</Text>
        ) : (
          <ul className={styles.tally} aria-label={props.title}>
            {present.map(({ key, count, label }) => (
              <li key={key}>
                {label}
                <strong>{t('number', { value: count })}</strong>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
