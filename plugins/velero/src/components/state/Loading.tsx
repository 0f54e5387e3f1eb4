import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import styles from './Loading.module.css';

const WIDTHS = ['40%', '85%', '70%', '90%', '60%'];

/** The outline of what is on its way. */
export function Loading(props: { lines?: number }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { lines = 8 } = props;
  return (
    <div role="status" aria-busy>
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      <Flex direction="column" gap="4" aria-hidden>
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton
            key={line}
            className={styles.line}
            height={24}
            width={WIDTHS[line % WIDTHS.length]}
          />
        ))}
      </Flex>
    </div>
  );
}
