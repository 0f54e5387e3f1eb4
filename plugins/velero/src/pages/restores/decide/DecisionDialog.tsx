import { FormEvent, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { EffectSentence } from '../../../components/restore';
import { veleroTranslationRef } from '../../../translation';
import {
  Decision,
  DecisionWords,
  leastLetters,
  missingLetters,
} from './decision';
import { DecisionFailure } from './DecisionFailure';
import { useDecide } from './useDecide';

/** @see DecisionDialog */
export interface DecisionDialogProps {
  request: RestoreRequestDetail;
  decision: Decision;
  /** Of what the reader was shown. */
  digest: string;
  onClose(): void;
  /** The request is other than it was shown. */
  onChange(): void;
}

/** Asks once more, and for the words that go with it. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { request, decision, onClose } = props;
  const [words, setWords] = useState<DecisionWords>({
    comment: '',
    verdict: 'justified',
  });
  const [isTried, setIsTried] = useState(false);
  const { error, isBusy, submit } = useDecide(props);
  const isShort = missingLetters(decision, words.comment) > 0;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isShort && !isBusy) {
      submit(words);
    }
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => isOpen || onClose()} width={520}>
      <form onSubmit={onSubmit} noValidate>
        <DialogHeader>{t(`decide.${decision}`)}</DialogHeader>
        <DialogBody>
          <Flex direction="column" gap="4">
            <Text as="p" weight="bold">
              <EffectSentence {...request} />
            </Text>
            <Text as="p">{t(`decide.${decision}.hint`)}</Text>
            {decision === 'review' && (
              <RadioGroup
                label={t('decide.verdict')}
                value={words.verdict}
                onChange={verdict =>
                  setWords({
                    ...words,
                    verdict: verdict as DecisionWords['verdict'],
                  })
                }
              >
                <Radio value="justified">{t('decide.justified')}</Radio>
                <Radio value="unjustified">{t('decide.unjustified')}</Radio>
              </RadioGroup>
            )}
            <Words
              decision={decision}
              value={words.comment}
              onChange={comment => setWords({ ...words, comment })}
              isInvalid={isTried && isShort}
            />
            {error && <DecisionFailure error={error} />}
          </Flex>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            {t('decide.back')}
          </Button>
          <Button type="submit" variant="primary" loading={isBusy}>
            {t(`decide.${decision}`)}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function Words(props: {
  decision: Decision;
  value: string;
  onChange(value: string): void;
  isInvalid: boolean;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { decision, isInvalid } = props;
  const least = leastLetters(decision);
  const complaint =
    least > 1 ? t('decide.tooShort', { letters: least }) : t('decide.missing');
  const label = {
    approve: t('decide.comment.optional'),
    veto: t('decide.comment'),
    cancel: t('decide.reason'),
    review: t('decide.comment'),
  }[decision];
  return (
    <TextAreaField
      label={label}
      rows={3}
      maxLength={4000}
      isRequired={least > 0}
      value={props.value}
      onChange={props.onChange}
      isInvalid={isInvalid}
      description={isInvalid ? complaint : undefined}
    />
  );
}
