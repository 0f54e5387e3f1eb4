import {
  EvidenceMessages,
  EvidenceVolume,
  says,
} from '@appgear/backstage-plugin-velero-common';
import { EvidenceError } from '../download';
import { DistilledBackup, DistilledNamespace } from './Distilled';
import { FailedItems } from './FailedItems';

/** Far above any cluster; what claims more was made to hurt. */
const MAX_NAMESPACES = 50_000;
const MAX_KINDS_PER_NAMESPACE = 5_000;
const MAX_VOLUMES_PER_NAMESPACE = 50_000;
const MAX_FAILED_ITEMS = 20_000;

const KEPT_MESSAGES = 50;
const MESSAGE_LENGTH = 2_000;

const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Group if any, version and kind, as the API server lets definitions name them. */
const KIND =
  /^([a-z0-9][-a-z0-9.]{0,252}\/)?[a-z0-9][-a-z0-9]{0,62}\/[A-Za-z][-A-Za-z0-9]{0,62}$/;
// Kubernetes' least common rule for names: one segment of a path
// (apimachinery, pkg/api/validation/path/name.go).
// eslint-disable-next-line no-control-regex
const NAME = /^(?!\.{1,2}$)[^/%\u0000-\u001f]{1,512}$/;

/**
 * Gathers what a backup's files say, by namespace; refuses what Kubernetes could
 * not have named so. Who changes what comes out raises `DISTILLER_VERSION`.
 */
export class Distiller {
  readonly #namespaces = new Map<string, DistilledNamespace>();
  readonly #errors = noMessages();
  readonly #warnings = noMessages();
  readonly #failedItems = new FailedItems();

  /** @param entry - `namespace/name`, or `name` of what is cluster-scoped */
  addObject(kind: string, entry: string): void {
    const slash = entry.indexOf('/');
    const namespace = slash < 0 ? '' : entry.slice(0, slash);
    const name = entry.slice(slash + 1);
    if (!KIND.test(kind) || !NAME.test(name)) {
      throw malformed('file.impossibleName');
    }
    const { objects } = this.#in(namespace);
    const names = objects.get(kind);
    if (names) {
      names.push(name);
    } else if (objects.size === MAX_KINDS_PER_NAMESPACE) {
      throw malformed('file.tooMany', { part: 'kinds' });
    } else {
      objects.set(kind, [name]);
    }
  }

  addVolume(namespace: string, volume: EvidenceVolume): void {
    const { volumes } = this.#in(namespace);
    if (volumes.length === MAX_VOLUMES_PER_NAMESPACE) {
      throw malformed('file.tooMany', { part: 'volumes' });
    }
    volumes.push(volume);
  }

  /** @param namespace - undefined: about Velero itself; `''`: about cluster-scoped objects */
  addMessage(
    severity: 'errors' | 'warnings',
    namespace: string | undefined,
    message: string,
  ): void {
    const messages =
      namespace === undefined
        ? { errors: this.#errors, warnings: this.#warnings }
        : this.#in(namespace);
    keep(messages[severity], message);
    if (severity === 'errors' && namespace === undefined) {
      this.#failedItems.note(message.slice(0, MESSAGE_LENGTH));
      if (this.#failedItems.size > MAX_FAILED_ITEMS) {
        throw malformed('file.tooMany', { part: 'errors' });
      }
    }
  }

  finish(files: { digest: string; volumesRecorded: boolean }): DistilledBackup {
    for (const { objects, errors } of this.#namespaces.values()) {
      this.#failedItems
        .among(objects.values())
        .forEach(message => keep(errors, message));
    }
    return {
      namespaces: this.#namespaces,
      errors: this.#errors,
      warnings: this.#warnings,
      ...files,
    };
  }

  #in(namespace: string): DistilledNamespace {
    let found = this.#namespaces.get(namespace);
    if (!found) {
      if (namespace !== '' && !NAMESPACE.test(namespace)) {
        throw malformed('file.impossibleName');
      }
      if (this.#namespaces.size === MAX_NAMESPACES) {
        throw malformed('file.tooMany', { part: 'namespaces' });
      }
      found = {
        objects: new Map(),
        volumes: [],
        errors: noMessages(),
        warnings: noMessages(),
      };
      this.#namespaces.set(namespace, found);
    }
    return found;
  }
}

function noMessages(): EvidenceMessages {
  return { count: 0, first: [] };
}

function keep(messages: EvidenceMessages, message: string): void {
  messages.count += 1;
  if (messages.first.length < KEPT_MESSAGES) {
    messages.first.push(message.slice(0, MESSAGE_LENGTH));
  }
}

/** For files that are JSON, but not what Velero writes. */
export function malformed(...sentence: Parameters<typeof says>): EvidenceError {
  return new EvidenceError('malformed', says(...sentence));
}
