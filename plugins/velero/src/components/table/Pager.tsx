import { ButtonIcon, Flex, Text } from '@backstage/ui';
import {
  RiArrowLeftDoubleLine,
  RiArrowLeftSLine,
  RiArrowRightDoubleLine,
  RiArrowRightSLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../translation';

/** @see Pager */
export interface PagerProps {
  /** Of what is shown, from 0. */
  offset: number;
  /** What was asked for since: who steps on before the answer steps from there. */
  asked?: number;
  /** How many are shown. */
  shown: number;
  total: number;
  /** How many a page has. */
  pageSize: number;
  onOffset(offset: number): void;
}

/** Where in a list the reader is, and the way to its ends and the pages beside. */
export function Pager(props: PagerProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { offset, asked = offset, shown, total, pageSize, onOffset } = props;
  const isFirst = offset === 0;
  const isLast = offset + shown >= total;
  const last = Math.floor(Math.max(0, total - 1) / pageSize) * pageSize;
  const ways = [
    ['first', RiArrowLeftDoubleLine, 0, isFirst],
    ['previous', RiArrowLeftSLine, Math.max(0, asked - pageSize), isFirst],
    ['next', RiArrowRightSLine, Math.min(last, asked + pageSize), isLast],
    ['last', RiArrowRightDoubleLine, last, isLast],
  ] as const;

  return (
    <Flex align="center" justify="end" gap="2">
      <Text role="status" variant="body-medium" color="secondary">
        {shown === 0
          ? t('list.none')
          : t('list.range', { from: offset + 1, to: offset + shown, total })}
      </Text>
      {!(isFirst && isLast) &&
        ways.map(([way, Icon, to, isThere]) => (
          <ButtonIcon
            key={way}
            variant="secondary"
            icon={<Icon />}
            aria-label={t(`list.${way}`)}
            isDisabled={isThere}
            onPress={() => onOffset(to)}
          />
        ))}
    </Flex>
  );
}
