import { Interner } from './Interner';
import { Raw } from './Raw';

/**
 * What every record has. Records are the domain's short form of Kubernetes
 * objects: never changed, only replaced. Times are milliseconds since 1970.
 */
export interface Row {
  readonly cluster: string;
  readonly name: string;
  readonly uid: string;
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Marked for deletion, and kept by finalizers. */
  readonly deleting: boolean;
}

/** A row of the portal's own, which no Kubernetes object stands behind. */
export function ownRow(cluster: string, name: string): Row {
  return {
    cluster,
    name,
    uid: name,
    createdAt: 0,
    labels: {},
    annotations: {},
    deleting: false,
  };
}

/** Where an object comes from, and what it may share with its siblings. */
export interface RowContext {
  cluster: string;
  intern: Interner;
}

/** The copy of everything that `kubectl apply` leaves on objects. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

export function readRow(object: Raw, { cluster, intern }: RowContext): Row {
  const metadata = object.at('metadata');
  const { [LAST_APPLIED]: _, ...annotations } = metadata.textMap('annotations');
  return {
    cluster,
    name: metadata.text('name') ?? '',
    uid: metadata.text('uid') ?? '',
    createdAt: metadata.time('creationTimestamp') ?? 0,
    labels: intern.json(metadata.textMap('labels')),
    annotations: intern.json(annotations),
    deleting: metadata.text('deletionTimestamp') !== undefined,
  };
}

const NO_FAILURES: readonly string[] = Object.freeze([]);

/** Velero's own words for what went wrong, of backups, schedules and restores. */
export function readFailures(status: Raw): readonly string[] {
  const reason = status.text('failureReason');
  const failures = [
    ...(reason ? [reason] : []),
    ...status.texts('validationErrors'),
  ];
  return failures.length ? failures : NO_FAILURES;
}
