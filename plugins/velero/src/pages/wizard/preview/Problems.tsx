import { Alert, Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Problem } from '@appgear/backstage-plugin-velero-common';
import { Bullets, useProblemText } from '../../../components/state';
import { veleroTranslationRef } from '../../../translation';

/** What stands in the way, each with what to do instead. */
export function Problems(props: {
  title: string;
  problems: Problem[];
  onRetry(): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const say = useProblemText();
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title}
      description={
        <Bullets
          items={props.problems.map(say).map(({ message, hint }) => ({
            key: message,
            text: (
              <>
                <Text as="div">{message}</Text>
                {hint && (
                  <Text as="div" variant="body-small">
                    {t('protection.next', { step: hint })}
                  </Text>
                )}
              </>
            ),
          }))}
        />
      }
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('wizard.preview.again')}
        </Button>
      }
    />
  );
}
