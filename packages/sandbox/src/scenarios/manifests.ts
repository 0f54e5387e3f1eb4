import {
  ClusterStore,
  KubeObject,
  NewKubeObject,
  ResourceType,
} from '../kubernetes';
import { mergePatch } from '../velero';

/** Finds the kind that an object is of. */
export function typeOf(
  { apiVersion, kind }: { apiVersion: string; kind: string },
  store: ClusterStore,
): ResourceType {
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  const found = store.resourceTypes.find(
    type => type.kind === kind && type.group === group,
  );
  if (!found) {
    throw new Error(`The cluster does not serve ${kind} of ${apiVersion}.`);
  }
  return found;
}

/** Creates an object, or merges it into the one that is there. */
export function apply(object: NewKubeObject, store: ClusterStore): KubeObject {
  const type = typeOf(object, store);
  const { name, namespace } = object.metadata;
  return store.get(type, name!, namespace)
    ? patch(object, name!, namespace, object, store)
    : store.create(object);
}

/** Merges a patch (RFC 7396) into an object. */
export function patch(
  kind: { apiVersion: string; kind: string },
  name: string,
  namespace: string | undefined,
  change: object,
  store: ClusterStore,
): KubeObject {
  return store.modify(typeOf(kind, store), name, namespace, object => {
    Object.assign(object, mergePatch(object, change));
  });
}

/** Replaces `${NAME}` in all texts of an object; what has no value stays, as Argo CD leaves it. */
export function substitute<T>(
  value: T,
  variables: Readonly<Record<string, string>>,
): T {
  const json = JSON.stringify(value).replace(/\$\{(\w+)\}/g, (whole, name) =>
    name in variables ? JSON.stringify(variables[name]).slice(1, -1) : whole,
  );
  return JSON.parse(json);
}
