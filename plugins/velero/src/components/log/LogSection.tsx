import { ReactNode, useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';
import { Section } from '../layout';

/** A log: large, and seldom read, so only for those who ask. */
export function LogSection(props: { note: string; children: ReactNode }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t('log.title')} description={props.note}>
      {isOpen ? (
        props.children
      ) : (
        <div>
          <Button variant="secondary" onPress={() => setIsOpen(true)}>
            {t('log.show')}
          </Button>
        </div>
      )}
    </Section>
  );
}
