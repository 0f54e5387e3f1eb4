import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { useFailureText } from './useFailureText';

/** Above content that stays although it could not be refreshed. */
export function RefreshFailure(props: {
  error: Error;
  confirmedAt: number;
  onRetry(): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const failureText = useFailureText();
  const at = new Date(props.confirmedAt).toISOString();
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('state.notRefreshed.title')}
      description={t('state.notRefreshed.hint', {
        age: <Timestamp at={at} />,
        message: failureText(props.error),
      })}
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
