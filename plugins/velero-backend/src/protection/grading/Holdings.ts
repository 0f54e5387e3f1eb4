import { InventoryObject } from '@appgear/backstage-plugin-velero-common';
import { Names } from '../../evidence';

/**
 * The objects that a point holds of one namespace, by group and kind: a kind
 * may be served in another version by now.
 */
export class Holdings {
  readonly count: number;
  readonly #names = new Map<string, ReadonlySet<string>>();

  constructor(objects: Names) {
    let count = 0;
    for (const [kind, names] of objects) {
      const key = withoutVersion(kind);
      const known = this.#names.get(key);
      this.#names.set(key, new Set(known ? [...known, ...names] : names));
      count += names.length;
    }
    this.count = count;
  }

  has({ group, kind, name }: InventoryObject): boolean {
    return this.#names.get(`${group}/${kind}`)?.has(name) ?? false;
  }
}

/** `apps/v1/Deployment` is `apps/Deployment`, and `v1/Secret` is `/Secret`. */
function withoutVersion(kind: string): string {
  const parts = kind.split('/');
  const group = parts.length > 2 ? parts[0] : '';
  return `${group}/${parts[parts.length - 1]}`;
}
