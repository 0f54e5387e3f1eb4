import { ReactNode } from 'react';
import { VeleroQuery } from '../../query';
import { Failure } from './Failure';
import { Loading } from './Loading';
import { RefreshFailure } from './RefreshFailure';

/** @see QueryView */
export interface QueryViewProps<T> {
  query: VeleroQuery<T>;
  /** How many lines the skeleton has while there is nothing to show. */
  lines?: number;
  children(data: T): ReactNode;
}

/** A query's content, or what stands in for it: loading, refused, failed. */
export function QueryView<T>(props: QueryViewProps<T>) {
  const { data, error, confirmedAt, retry } = props.query;
  if (data === undefined) {
    return error ? (
      <Failure error={error} onRetry={retry} />
    ) : (
      <Loading lines={props.lines} />
    );
  }
  return (
    <>
      {error && (
        <RefreshFailure
          error={error}
          confirmedAt={confirmedAt ?? Date.now()}
          onRetry={retry}
        />
      )}
      {props.children(data)}
    </>
  );
}
