import {
  namespacesInScope,
  NEWEST_VELERO,
} from '@appgear/backstage-plugin-velero-common';
import { Sight } from '../permissions';
import { ReadModel } from './ReadModel';

/**
 * Lists of namespaces in specs name other people's workspaces. A reader of
 * some workspaces gets the entries that speak of his, and patterns that do.
 */
export class NamespacesInSight {
  readonly #all: boolean;
  readonly #namespaces: Array<{ name: string }>;

  constructor(model: ReadModel, sight: Sight) {
    this.#all = sight.all;
    this.#namespaces = sight.all
      ? []
      : model.directory
          .all()
          .filter(({ id }) => sight.sees(id))
          .flatMap(({ namespaces }) => namespaces)
          .map(({ name }) => ({ name }));
  }

  trim(entries: readonly string[] | null | undefined): string[] {
    return (entries ?? []).filter(entry => this.#all || this.#speaksOf(entry));
  }

  #speaksOf(entry: string): boolean {
    const scope = { includedNamespaces: [entry] };
    return namespacesInScope(scope, this.#namespaces, NEWEST_VELERO).length > 0;
  }
}
