import { Page } from '@appgear/backstage-plugin-velero-common';
import { freshnessFor, ReadModel } from '../answers';
import { Reader } from '../permissions';
import { Slice } from './slice';

/** Puts the answer together, with the age of what it shows. */
export function toPage<R, T>(
  { rows, total }: Slice<R>,
  toItem: (row: R) => T,
  {
    offset,
    limit,
    cluster,
  }: { offset: number; limit: number; cluster?: string },
  { model, reader }: { model: ReadModel; reader: Reader },
): Page<T> {
  return {
    items: rows.map(toItem),
    total,
    offset,
    limit,
    freshness: freshnessFor(model, reader, cluster),
  };
}
