import { Box } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { Status } from '../../components/status';
import { veleroTranslationRef } from '../../translation';
import { AttentionItem, attentionItems } from './attentionItems';
import { AttentionLine } from './AttentionLine';
import { DividedList } from './DividedList';
import styles from './Attention.module.css';

/** What needs a person, the gravest first. */
export function Attention(props: { overview: Overview }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const items = attentionItems(props.overview);
  return (
    <Section title={t('attention.title')}>
      <Box bg="neutral" aria-live="polite" className={styles.list}>
        {items.length === 0 ? (
          <Status tone="neutral">{t('attention.none')}</Status>
        ) : (
          <DividedList>
            {items.map(item => (
              <li key={keyOf(item)}>
                <AttentionLine item={item} />
              </li>
            ))}
          </DividedList>
        )}
      </Box>
    </Section>
  );
}

function keyOf(item: AttentionItem): string {
  switch (item.kind) {
    case 'cluster':
    case 'velero':
    case 'queue':
      return `${item.kind} ${item.cluster.cluster}`;
    case 'storage':
      return `storage ${item.location.cluster} ${item.location.uid}`;
    case 'schedule':
      return `schedule ${item.schedule.cluster} ${item.schedule.uid}`;
    default:
      return item.kind;
  }
}
