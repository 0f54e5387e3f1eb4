import { Pager } from './Pager';

/** @see OffsetPager */
export interface OffsetPagerProps {
  /** From 0. */
  offset: number;
  /** How many are shown. */
  shown: number;
  total: number;
  /** How many a page has. */
  pageSize: number;
  onOffset(offset: number): void;
}

/** The pager of a list that is asked for by offset. */
export function OffsetPager(props: OffsetPagerProps) {
  const { offset, shown, total, pageSize, onOffset } = props;
  return (
    <Pager
      offset={offset}
      shown={shown}
      total={total}
      onPrevious={
        offset > 0 ? () => onOffset(Math.max(0, offset - pageSize)) : undefined
      }
      onNext={
        offset + shown < total ? () => onOffset(offset + pageSize) : undefined
      }
    />
  );
}
