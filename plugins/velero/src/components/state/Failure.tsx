import { Button } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiLock2Line,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { inFull } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { failureKind } from './failureKind';
import { Message } from './Message';
import { isExplained, useFailureText } from './useFailureText';

/** Stands in for a page or a section that could not be had. */
export function Failure(props: { error: Error; onRetry(): void }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const failureText = useFailureText();
  const { error, onRetry } = props;
  const retry = (
    <Button variant="secondary" onPress={onRetry}>
      {t('state.retry')}
    </Button>
  );
  const explain = (hint: string) =>
    isExplained(error) ? inFull({ message: failureText(error), hint }) : hint;
  switch (failureKind(error)) {
    case 'forbidden':
      return (
        <Message
          role="status"
          icon={RiLock2Line}
          title={t('state.forbidden.title')}
          action={retry}
        >
          {explain(t('state.forbidden.hint'))}
        </Message>
      );
    case 'notFound':
      return (
        <Message
          role="status"
          icon={RiQuestionLine}
          title={t('state.notFound.title')}
          action={retry}
        >
          {isExplained(error) ? failureText(error) : t('state.notFound.hint')}
        </Message>
      );
    default:
      return (
        <Message
          role="alert"
          icon={RiErrorWarningLine}
          title={t('state.failed.title')}
          action={retry}
        >
          {inFull({
            message: failureText(error),
            hint: t('state.failed.hint'),
          })}
        </Message>
      );
  }
}
