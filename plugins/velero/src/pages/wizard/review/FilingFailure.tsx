import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFailureText } from '../../../components/state';
import { Say, veleroTranslationRef } from '../../../translation';
import { useWizard } from '../WizardContext';

/** Why the backend did not take the request, and the way on. */
export function FilingFailure({ error }: { error: Error }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { goTo } = useWizard();
  const { statusCode } = error as { statusCode?: number };
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('wizard.failed')}
      description={explanation(useFailureText()(error), statusCode, t)}
      customActions={
        statusCode === 409 ? (
          <Button
            size="small"
            variant="secondary"
            onPress={() => goTo('preview')}
          >
            {t('wizard.preview.again')}
          </Button>
        ) : undefined
      }
    />
  );
}

function explanation(
  message: string,
  statusCode: number | undefined,
  t: Say,
): string {
  switch (statusCode) {
    case 403:
      return t('wizard.failed.forbidden');
    case 409:
      return `${t('wizard.failed.moved')} (${message})`;
    default:
      return message;
  }
}
