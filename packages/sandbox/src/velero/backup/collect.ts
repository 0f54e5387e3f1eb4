import {
  Selection,
  selectForBackup,
} from '@appgear/backstage-plugin-velero-common';
import { Backup } from '../VeleroApi';
import { VeleroContext } from '../VeleroContext';

/**
 * What a backup takes of the cluster, by the rules that the plugin shares.
 * Remembers answers: a month of nightly backups of a quiet cluster asks the
 * same question thirty times.
 */
export class Collector {
  readonly #context: VeleroContext;
  readonly #answers = new Map<string, Selection>();
  #version = -1;

  constructor(context: VeleroContext) {
    this.#context = context;
  }

  collect({ spec }: Backup): Selection {
    const { cluster, config } = this.#context;
    const withVelero = !this.#staysOutOfVelero(spec.includedNamespaces);
    const select = () =>
      selectForBackup(spec, cluster.inventory({ withVelero }), {
        veleroVersion: config.version,
      });
    if (withVelero) {
      return select();
    }
    if (cluster.version !== this.#version) {
      this.#answers.clear();
      this.#version = cluster.version;
    }
    const question = JSON.stringify({ ...spec, ttl: undefined });
    const answer = this.#answers.get(question) ?? select();
    this.#answers.set(question, answer);
    return answer;
  }

  /** Velero's own namespace changes with each backup. */
  #staysOutOfVelero(namespaces: readonly string[] | null | undefined): boolean {
    return (
      !!namespaces?.length &&
      !namespaces.some(
        name => name === this.#context.config.namespace || /[*?[]/.test(name),
      )
    );
  }
}
