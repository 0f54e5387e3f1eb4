import { ButtonIcon, Flex, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';

/** @see Pager */
export interface PagerProps {
  /** From 0. */
  offset: number;
  /** How many are shown. */
  shown: number;
  total: number;
  onPrevious?(): void;
  onNext?(): void;
}

/** Where in a list the reader is, and the way to the pages beside it. */
export function Pager(props: PagerProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { offset, shown, total, onPrevious, onNext } = props;
  return (
    <Flex align="center" justify="end" gap="2">
      <Text role="status" variant="body-medium" color="secondary">
        {shown === 0
          ? t('list.none')
          : t('list.range', { from: offset + 1, to: offset + shown, total })}
      </Text>
      {(onPrevious || onNext) && (
        <>
          <ButtonIcon
            variant="secondary"
            icon={<RiArrowLeftSLine />}
            aria-label={t('list.previous')}
            isDisabled={!onPrevious}
            onPress={onPrevious}
          />
          <ButtonIcon
            variant="secondary"
            icon={<RiArrowRightSLine />}
            aria-label={t('list.next')}
            isDisabled={!onNext}
            onPress={onNext}
          />
        </>
      )}
    </Flex>
  );
}
