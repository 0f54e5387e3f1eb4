import { Coverage } from '@appgear/backstage-plugin-velero-common';
import {
  proposeTemplate,
  ScheduleManifest,
  schedulePatch,
  Template,
} from '../../protection';
import { CoverageSources, gatherCluster } from './gatherCluster';
import { simulateInParts } from './simulateInParts';

/** What is to be simulated, and for whom. */
export interface CoverageQuestion {
  cluster: string;
  template: Template;
  /** The manifest to mend: YAML, or what is known of it; undefined: the asker may not see a patch. */
  manifest: string | ScheduleManifest | undefined;
  isWanted(workspace: string): boolean;
}

/** A dozen changes are tried out one after another, and each is a simulation. */
const MAX_OBJECTS_TO_MEND = 5_000;

/** Says what a schedule would hold before it runs, and how to mend it. */
export class CoverageSimulator {
  readonly #sources: CoverageSources;

  constructor(sources: CoverageSources) {
    this.#sources = sources;
  }

  /** @throws when the manifest cannot be read, with where and why */
  async ask(
    question: CoverageQuestion,
  ): Promise<Omit<Coverage, 'workspaces' | 'freshness'>> {
    const { cluster, template, isWanted } = question;
    const { world, objects, omitted } = await gatherCluster(
      cluster,
      isWanted,
      this.#sources,
    );
    const simulation = await simulateInParts(template, world);
    const readAt = this.#sources.inventory.stateOf(cluster)?.readAt;
    return {
      cluster,
      simulation,
      ...(objects > MAX_OBJECTS_TO_MEND
        ? { patchWithheld: 'tooLarge' }
        : this.#mend(question, world)),
      omitted,
      ...(readAt !== undefined && {
        inventoryReadAt: new Date(readAt).toISOString(),
      }),
    };
  }

  #mend(
    { template, manifest, isWanted }: CoverageQuestion,
    world: Awaited<ReturnType<typeof gatherCluster>>['world'],
  ): Pick<Coverage, 'patch' | 'patchWithheld'> {
    if (manifest === undefined) {
      return { patchWithheld: 'notAllowed' };
    }
    const asking = this.#sources.model.directory
      .all()
      .filter(({ id, intent }) => intent !== 'disabled' && isWanted(id))
      .map(({ id }) => id);
    const proposal = proposeTemplate(template, world, new Set(asking));
    return proposal.changes.length > 0
      ? { patch: schedulePatch(manifest, proposal) }
      : {};
  }
}
