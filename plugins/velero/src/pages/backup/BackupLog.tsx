import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../components/layout';
import { veleroTranslationRef } from '../../translation';
import { LogSearch } from './LogSearch';

/** A backup's log: large, and seldom read, so only for those who ask. */
export function BackupLog(props: { cluster: string; name: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t('log.title')} description={t('log.note')}>
      {isOpen ? (
        <LogSearch {...props} />
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
