import type { KubeObject } from '../objects';

/**
 * One version of one object, encoded once: 100,000 objects have to fit in one
 * process, and a list or watch sends these bytes as they are.
 */
export interface StoredObject {
  /** `namespace/name`, or the name alone: etcd's order is the order of keys. */
  readonly key: string;
  readonly name: string;
  readonly namespace?: string;
  readonly version: number;
  readonly labels: Readonly<Record<string, string>>;
  /** UTF-8 JSON that begins with `apiVersion` and `kind`. */
  readonly json: Buffer;
}

const NO_LABELS = Object.freeze({});

export function encode(object: KubeObject): StoredObject {
  const { apiVersion, kind, metadata, ...rest } = object;
  const { name, namespace, labels } = metadata;
  return {
    key: keyOf(name, namespace),
    name,
    namespace,
    version: Number(metadata.resourceVersion),
    labels: labels ?? NO_LABELS,
    json: Buffer.from(JSON.stringify({ apiVersion, kind, metadata, ...rest })),
  };
}

export function decode(record: StoredObject): KubeObject {
  return JSON.parse(record.json.toString('utf8'));
}

export function keyOf(name: string, namespace?: string): string {
  return namespace ? `${namespace}/${name}` : name;
}
