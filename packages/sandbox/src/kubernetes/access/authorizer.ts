import type { KubeObject } from '../objects';
import type { MemoryClusterStore } from '../store/clusterStore';
import { decode } from '../store/record';
import { bootstrapRules } from './bootstrapRules';
import { allows, type Attributes, type PolicyRule } from './rules';
import type { User } from './user';

const RBAC = 'rbac.authorization.k8s.io';

/** The outcome of asking whether someone may do something. */
export interface Decision {
  allowed: boolean;
  /** Which binding allowed it, in Kubernetes' words. */
  reason?: string;
}

interface Grant {
  rules: readonly PolicyRule[];
  reason: string;
}

/**
 * RBAC by the cluster's own Roles, ClusterRoles and bindings, so that the
 * manifests which this repo ships are what is tried. Aggregated ClusterRoles
 * are not built.
 */
export class Authorizer {
  readonly #store: MemoryClusterStore;
  readonly #cached = new Map<string, readonly KubeObject[]>();

  constructor(store: MemoryClusterStore) {
    this.#store = store;
  }

  decide(user: User, wanted: Attributes): Decision {
    if (user.groups.includes('system:masters')) {
      return { allowed: true };
    }
    const namespace = 'namespace' in wanted ? wanted.namespace : undefined;
    const grant = this.#grants(user, namespace).find(({ rules }) =>
      rules.some(rule => allows(rule, wanted)),
    );
    return grant ? { allowed: true, reason: grant.reason } : { allowed: false };
  }

  /** All rules that hold for someone in one namespace. */
  rulesFor(user: User, namespace: string): PolicyRule[] {
    if (user.groups.includes('system:masters')) {
      return [
        { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
        { verbs: ['*'], nonResourceURLs: ['*'] },
      ];
    }
    return this.#grants(user, namespace).flatMap(({ rules }) => rules);
  }

  #grants(user: User, namespace: string | undefined): Grant[] {
    const builtin = bootstrapRules
      .filter(({ group }) => user.groups.includes(group))
      .map(({ role, group, rules }) => ({
        rules,
        reason: `RBAC: allowed by ClusterRoleBinding "${role}" of ClusterRole "${role}" to Group "${group}"`,
      }));
    const bindings = [
      ...this.#objects('clusterrolebindings'),
      ...this.#objects('rolebindings').filter(
        ({ metadata }) => metadata.namespace === namespace,
      ),
    ];
    return [
      ...builtin,
      ...bindings.flatMap(binding => this.#grantOf(binding, user)),
    ];
  }

  #grantOf(binding: KubeObject, user: User): Grant[] {
    const subject = (binding.subjects ?? []).find((one: Subject) =>
      isSubject(one, user, binding.metadata.namespace),
    );
    if (!subject) {
      return [];
    }
    const { kind, name } = binding.roleRef;
    const role = this.#objects(kind === 'Role' ? 'roles' : 'clusterroles').find(
      ({ metadata }) =>
        metadata.name === name &&
        (kind !== 'Role' || metadata.namespace === binding.metadata.namespace),
    );
    const at = binding.metadata.namespace
      ? `${binding.metadata.name}/${binding.metadata.namespace}`
      : binding.metadata.name;
    return [
      {
        rules: role?.rules ?? [],
        reason: `RBAC: allowed by ${
          binding.kind
        } "${at}" of ${kind} "${name}" to ${subject.kind} "${describe(
          subject,
        )}"`,
      },
    ];
  }

  /** Decoded once per change: authorization is asked on every request. */
  #objects(plural: string): readonly KubeObject[] {
    const cached = this.#cached.get(plural);
    if (cached) {
      return cached;
    }
    const type = this.#store.resourceType(plural, RBAC);
    if (!type) {
      return [];
    }
    const collection = this.#store.collection(type);
    const objects = collection.in().map(decode);
    this.#cached.set(plural, objects);
    const stop = collection.follow(() => {
      this.#cached.delete(plural);
      stop();
    });
    return objects;
  }
}

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

function isSubject(
  { kind, name, namespace }: Subject,
  user: User,
  bindingNamespace: string | undefined,
): boolean {
  switch (kind) {
    case 'Group':
      return user.groups.includes(name);
    case 'ServiceAccount':
      return (
        user.name ===
        `system:serviceaccount:${namespace ?? bindingNamespace}:${name}`
      );
    default:
      return user.name === name;
  }
}

function describe({ kind, name, namespace }: Subject): string {
  return kind === 'ServiceAccount' ? `${name}/${namespace}` : name;
}
