import { ReactNode, useId } from 'react';
import { Text } from '@backstage/ui';
import { RiLock2Line } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { Status } from '../status';
import { useHeading } from './headings';
import styles from './layout.module.css';

/** @see Section */
export interface SectionProps {
  title: string;
  /** One sentence on what it shows. */
  description?: ReactNode;
  /** At the title's end, such as a link to all of it. */
  action?: ReactNode;
  /** The reader may not see what would be here. */
  isWithheld?: boolean;
  children: ReactNode;
}

/** A part of a page with a heading, found by it in the page's outline. */
export function Section(props: SectionProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const id = useId();
  const heading = useHeading();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.sectionHeader}>
        <Text as={heading} id={id} variant="title-x-small" weight="bold">
          {props.title}
        </Text>
        {props.action}
      </div>
      {props.description && (
        <Text as="p" variant="body-medium" color="secondary">
          {props.description}
        </Text>
      )}
      {props.isWithheld ? (
        <Status tone="neutral" icon={RiLock2Line}>
          {t('state.withheld')}
        </Status>
      ) : (
        props.children
      )}
    </section>
  );
}
