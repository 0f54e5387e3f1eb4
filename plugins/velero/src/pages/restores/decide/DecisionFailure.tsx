import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFailureText } from '../../../components/state';
import { veleroTranslationRef } from '../../../translation';

/** Why the backend did not take a decision. */
export function DecisionFailure(props: { error: Error }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { statusCode } = props.error as { statusCode?: number };
  const message = useFailureText()(props.error);
  return statusCode === 409 ? (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('decide.changed')}
      description={`${message}. ${t('decide.changed.hint')}`}
    />
  ) : (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('decide.failed')}
      description={message}
    />
  );
}
