import {
  EffectAction,
  NotRestoredReason,
  ObjectEffect,
  UnclearReason,
} from '@appgear/backstage-plugin-velero-common';
import { PluginChanges } from './changes';
import { hooksOf } from './hooks';
import { BackedUpObject, BackedUpVolume, PreviewInput } from './input';
import { Candidate, TakenObjects } from './taken';
import { VolumeEffects } from './volumes';

const KUBERNETES_OWN = 'kube-aggregator.kubernetes.io/automanaged';
const MIRROR_POD = 'kubernetes.io/config.mirror';
const VOLUME_DATA = [
  'datauploads.velero.io',
  'volumesnapshots.snapshot.storage.k8s.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
];
const MAY_HAVE_ENDED = ['pods', 'jobs.batch'];

/** What happens to the objects of a backup, one after the other. */
export class Effects {
  readonly #changes: PluginChanges;
  readonly #volumes: VolumeEffects;
  readonly #recorded: ReadonlyMap<string | undefined, BackedUpVolume>;

  constructor(
    private readonly input: PreviewInput,
    private readonly taken: TakenObjects,
    bringsVolumes: boolean,
  ) {
    this.#changes = new PluginChanges(input.plugins);
    this.#recorded = new Map(
      input.backup.volumes.map(volume => [volume.volume, volume]),
    );
    const pods = new Map(
      taken.candidates
        .filter(({ kind }) => kind.resource === 'pods')
        .map(pod => [`${pod.object.namespace}/${pod.object.name}`, pod]),
    );
    this.#volumes = new VolumeEffects({
      spec: input.spec,
      backup: input.backup,
      csiEnabled: input.csiEnabled ?? true,
      bringsVolumes,
      podIsCreated: (namespace, name) => {
        const pod = pods.get(`${namespace}/${name}`);
        return pod !== undefined && this.#actionOf(pod).action === 'create';
      },
    });
  }

  of(candidate: Candidate): ObjectEffect {
    const { object, kind } = candidate;
    const effect: ObjectEffect = {
      resource: kind.resource,
      kind: kind.kind,
      ...this.#place(candidate),
      ...this.#actionOf(candidate),
    };
    if (effect.action === 'notRestored') return effect;
    return {
      ...effect,
      ...this.#volume(effect, object),
      ...this.#details(effect, object),
      ...this.#crossing(effect, object),
    };
  }

  /** Where it goes. A Namespace object is renamed with its namespace. */
  #place({
    object,
    kind,
  }: Candidate): Pick<ObjectEffect, 'namespace' | 'sourceNamespace' | 'name'> {
    const { namespace, name } = object;
    if (kind.resource === 'namespaces') return { name: this.#mapped(name) };
    if (namespace === undefined) return { name };
    const target = this.#mapped(namespace);
    return {
      namespace: target,
      ...(target !== namespace && { sourceNamespace: namespace }),
      name,
    };
  }

  #mapped(namespace: string): string {
    return this.input.spec.namespaceMapping?.[namespace] ?? namespace;
  }

  #actionOf(candidate: Candidate): {
    action: EffectAction;
    reason?: NotRestoredReason;
    unclear?: UnclearReason[];
  } {
    const reason = this.#whyNotRestored(candidate);
    if (reason) return { action: 'notRestored', reason };
    const { object, kind, taken } = candidate;
    if (taken.taken === 'unknown') {
      return { action: 'unclear', unclear: ['labels'] };
    }
    const there = this.#isThere(candidate);
    if (there === undefined) return { action: 'unclear', unclear: ['target'] };
    if (!there && !kind.served && !this.taken.definedKinds.has(kind.resource)) {
      return { action: 'unclear', unclear: ['kindNotServed'] };
    }
    const unread =
      !object.details &&
      (MAY_HAVE_ENDED.includes(kind.resource) ||
        this.#changes.dependsOnContents(kind.resource));
    return {
      action: there ? this.#onExisting(kind.resource) : 'create',
      ...(unread && { unclear: ['contents'] }),
    };
  }

  /** Existing service accounts are merged with those of the backup whatever the policy (restore.go). */
  #onExisting(resource: string): EffectAction {
    if (resource === 'namespaces') return 'skip';
    if (resource === 'serviceaccounts') return 'patch';
    return this.input.spec.existingResourcePolicy === 'update'
      ? 'patch'
      : 'skip';
  }

  #isThere(candidate: Candidate): boolean | undefined {
    const { namespace, name } = this.#place(candidate);
    const { target } = this.input;
    const { resource, served } = candidate.kind;
    if (resource === 'namespaces') return target.namespace(name) !== undefined;
    if (namespace !== undefined && !target.namespace(namespace)) return false;
    return served ? target.has(resource, namespace, name) : false;
  }

  #whyNotRestored(candidate: Candidate): NotRestoredReason | undefined {
    const { object, kind, taken } = candidate;
    if (kind.resource === 'namespaces') {
      const made = this.taken.namespaces.has(object.name);
      return taken.taken === false && !made ? taken.reason : undefined;
    }
    if (taken.taken === false) return taken.reason;
    if (VOLUME_DATA.includes(kind.resource)) return 'partOfVolumeData';
    if (kind.resource === 'persistentvolumes') {
      return this.#isProvisionedAnew(object) ? 'provisionedAnew' : undefined;
    }
    return object.details && whyLeftOut(object, kind.resource);
  }

  /** Source: Velero, pkg/restore/restore.go, restoreItem, the switch on BackupMethod. */
  #isProvisionedAnew({ name, details }: BackedUpObject): boolean {
    const recorded = this.#recorded.get(name);
    if (recorded?.method && !recorded.skipped) {
      return recorded.method !== 'NativeSnapshot';
    }
    return details?.reclaimPolicy !== 'Retain';
  }

  #volume(effect: ObjectEffect, object: BackedUpObject) {
    if (effect.resource !== 'persistentvolumeclaims') return {};
    if (effect.action === 'unclear') return {};
    return {
      volume:
        effect.action === 'create'
          ? this.#volumes.ofCreated(object)
          : this.#volumes.ofExisting(object),
    };
  }

  #details(effect: ObjectEffect, object: BackedUpObject) {
    if (effect.action === 'skip') return {};
    const changes = this.#changes.of(object, effect.resource);
    const hooks =
      effect.resource === 'pods' && effect.action !== 'patch'
        ? hooksOf(object, this.input.spec)
        : [];
    return {
      ...(changes.length > 0 && { changes }),
      ...(hooks.length > 0 && { hooks }),
    };
  }

  /**
   * A source whose tenant is not known counts as another's: nobody can say it
   * is not. A new namespace is of whoever else goes into it.
   */
  #crossing({ namespace }: ObjectEffect, object: BackedUpObject) {
    if (namespace === undefined) return {};
    const from = this.#tenantOf(object.namespace!);
    const live = this.input.target.namespace(namespace);
    const owners = live ? [live.tenant] : this.#tenantsInto(namespace);
    const to = owners.find(owner => owner !== undefined && owner !== from);
    if (to === undefined) return {};
    return { crossesTenant: { ...(from !== undefined && { from }), to } };
  }

  #tenantOf(source: string): string | undefined {
    return this.input.backup.namespaces.get(source)?.tenant;
  }

  #tenantsInto(target: string): Array<string | undefined> {
    return [...this.taken.namespaces]
      .filter(source => this.#mapped(source) === target)
      .map(source => this.#tenantOf(source));
  }
}

function whyLeftOut(
  { details }: BackedUpObject,
  resource: string,
): NotRestoredReason | undefined {
  const { completed, annotations, labels } = details!;
  if (MAY_HAVE_ENDED.includes(resource) && completed) return 'completed';
  if (resource === 'pods' && annotations[MIRROR_POD]) return 'mirrorPod';
  if (
    resource === 'apiservices.apiregistration.k8s.io' &&
    labels[KUBERNETES_OWN]
  ) {
    return 'managedByKubernetes';
  }
  return undefined;
}
