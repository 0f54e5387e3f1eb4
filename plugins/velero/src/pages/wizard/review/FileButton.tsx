import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { problemsIn } from '../steps';
import { ToMend } from '../ToMend';
import { useWizard } from '../WizardContext';
import { FilingFailure } from './FilingFailure';
import { Filing } from './useFiling';
import styles from '../wizard.module.css';

/** Files the request, once nothing is to be mended. */
export function FileButton({ filing }: { filing: Filing }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { problems, setTried } = useWizard();
  const isReady = problemsIn('review', problems).length === 0;
  return (
    <div className={styles.column}>
      <ToMend step="review" />
      {filing.error && <FilingFailure error={filing.error} />}
      <Text as="p" variant="body-small" color="secondary">
        {t('wizard.file.hint')}
      </Text>
      <div>
        <Button
          isPending={filing.isBusy}
          onPress={() => (isReady ? filing.file() : setTried())}
        >
          {t('wizard.file')}
        </Button>
      </div>
    </div>
  );
}
