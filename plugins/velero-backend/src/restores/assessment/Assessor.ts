import {
  Backup,
  BackupStorageLocation,
  says,
  NameFilter,
  RestoreRisks,
  RestoreSpec,
} from '@appgear/backstage-plugin-velero-common';
import {
  approvalDigest,
  FrozenRestore,
  withoutEmptyFields,
  withoutIdentityMappings,
} from '../freeze';
import {
  Belonging,
  LiveTarget,
  previewRestore,
  RestorePreview,
  risksOf,
} from '../preview';
import { freezeBackup, freezeNamespaces, freezeStorage } from './freezeFacts';
import {
  backupObstacles,
  emptyObstacles,
  modifierObstacles,
  Obstacle,
  specObstacles,
} from './obstacles';
import { PluginFacts, readPlugins } from './plugins';
import {
  ContentsUnknownError,
  Estate,
  ReadContents,
  RestoreTarget,
} from './sources';

/** A restore that can be asked for: what it would do, frozen and judged. */
export interface Assessment {
  frozen: FrozenRestore;
  preview: RestorePreview;
  risks: RestoreRisks;
  /** What people approve. */
  digest: string;
}

/** Either what a restore would do, or why it cannot be done. */
export type AssessmentResult =
  | { assessment: Assessment; obstacles?: undefined }
  | { obstacles: Obstacle[]; assessment?: undefined };

export interface AssessorOptions {
  estate: Estate;
  globalWorkspace: string;
  gateObjects: readonly string[];
  /** Of the gate's configuration. */
  policyDigest: string;
}

/**
 * Finds out what a restore would do, from what the clusters and the backup say
 * now. Asked when a restore is previewed, when it is filed, and again right
 * before it is executed.
 */
export class Assessor {
  constructor(private readonly options: AssessorOptions) {}

  /**
   * @throws whatever the cluster throws when it does not answer: then nothing
   * is known, which is not the same as an obstacle
   */
  async assess(
    target: RestoreTarget,
    requested: RestoreSpec,
    now: Date,
    { fresh }: { fresh: boolean },
  ): Promise<AssessmentResult> {
    const spec = withoutIdentityMappings(withoutEmptyFields(requested));
    const [veleroVersion, backup, plugins] = await Promise.all([
      target.veleroVersion(),
      target.backup(spec.backupName!),
      readPlugins(target, spec),
    ]);
    const location = backup?.spec?.storageLocation
      ? await target.storageLocation(backup.spec.storageLocation)
      : undefined;

    const obstacles = [
      ...specObstacles(spec, veleroVersion),
      ...backupObstacles(spec.backupName!, backup, location, now),
      ...modifierObstacles(spec, plugins.resourceModifier),
      ...plugins.obstacles,
    ];
    if (obstacles.length > 0) return { obstacles };

    const contents = await this.#contents(target, backup!, spec, fresh);
    if ('obstacles' in contents) return contents;
    return this.#judge({
      target,
      spec,
      veleroVersion,
      backup: backup!,
      location: location!,
      plugins,
      contents,
      now,
    });
  }

  async #contents(
    target: RestoreTarget,
    backup: Backup,
    spec: RestoreSpec,
    fresh: boolean,
  ): Promise<ReadContents | { obstacles: Obstacle[] }> {
    try {
      return await this.options.estate.contents(target, backup, {
        fresh,
        spec,
      });
    } catch (error) {
      if ((error as Error).name !== ContentsUnknownError.name) throw error;
      return {
        obstacles: [
          says('gate.contentsUnknown'),
          (error as ContentsUnknownError).problem,
        ],
      };
    }
  }

  async #judge(facts: Facts): Promise<AssessmentResult> {
    const { target, spec, contents } = facts;
    const { estate } = this.options;
    const sources = sourceNamespaces(contents, namespace =>
      estate.belongingOf(target.name, namespace),
    );
    const live = await target.live(
      targetNames(sources.keys(), spec),
      kindsIn(contents, spec),
    );
    const preview = previewRestore({
      spec,
      backup: { ...contents, namespaces: sources },
      target: live,
      plugins: facts.plugins,
      csiEnabled: await target.csiEnabled(),
    });
    const empty = emptyObstacles(preview);
    if (empty.length > 0) return { obstacles: empty };

    const frozen = this.#freeze(facts, preview, live);
    const risks = await this.#risks(facts, preview, sources);
    return {
      assessment: {
        frozen,
        preview,
        risks,
        digest: approvalDigest(frozen, preview.effectsDigest),
      },
    };
  }

  #freeze(
    facts: Facts,
    { summary }: RestorePreview,
    live: LiveTarget,
  ): FrozenRestore {
    const { target, veleroVersion } = facts;
    return {
      cluster: {
        name: target.name,
        veleroNamespace: target.veleroNamespace,
        ...(veleroVersion !== undefined && { veleroVersion }),
      },
      spec: facts.spec,
      namespaces: freezeNamespaces(summary.namespaces, live),
      storage: freezeStorage(facts.location),
      backup: freezeBackup(facts.backup, facts.contents.digest),
      configMaps: facts.plugins.frozen,
      policyDigest: this.options.policyDigest,
    };
  }

  async #risks(
    { target, spec, backup, now }: Facts,
    preview: RestorePreview,
    sources: ReadonlyMap<string, Belonging>,
  ): Promise<RestoreRisks> {
    const { estate, globalWorkspace, gateObjects } = this.options;
    const context = {
      clusterRole: target.role,
      veleroNamespace: target.veleroNamespace,
      globalWorkspace,
      gateObjects,
      updatesExisting: spec.existingResourcePolicy === 'update',
      backupStartedAt: backup.status?.startTimestamp ?? undefined,
      sourceNamespaces: sources,
    };
    const risks = risksOf(preview, context, now);
    return {
      ...risks,
      grade: await estate.gradeOf(backup, risks.workspaces),
    };
  }
}

interface Facts {
  target: RestoreTarget;
  spec: RestoreSpec;
  veleroVersion: string | undefined;
  backup: Backup;
  location: BackupStorageLocation;
  plugins: PluginFacts;
  contents: ReadContents;
  now: Date;
}

/** Whose the namespaces in the backup are: as the backup says, else as the fleet knows. */
function sourceNamespaces(
  { objects, namespaces }: ReadContents,
  belongingOf: (namespace: string) => Belonging,
): Map<string, Belonging> {
  const names = new Set(
    objects.flatMap(({ apiKind, namespace, name }) =>
      apiKind === 'v1/Namespace' ? name : namespace ?? [],
    ),
  );
  return new Map(
    [...names].map(name => [name, namespaces?.get(name) ?? belongingOf(name)]),
  );
}

/** The namespaces that the spec's lists let through, under their new names. */
function targetNames(sources: Iterable<string>, spec: RestoreSpec): string[] {
  const taken = Array.from(sources).filter(isTakenBy(spec));
  const targets = taken.map(name => spec.namespaceMapping?.[name] ?? name);
  return [...new Set(targets)].sort();
}

/** The kinds of what is in those namespaces, and in none. */
function kindsIn({ objects }: ReadContents, spec: RestoreSpec): Set<string> {
  const isTaken = isTakenBy(spec);
  return new Set(
    objects
      .filter(({ namespace }) => namespace === undefined || isTaken(namespace))
      .map(({ apiKind }) => apiKind),
  );
}

function isTakenBy(spec: RestoreSpec): (namespace: string) => boolean {
  const filter = new NameFilter(
    spec.includedNamespaces ?? [],
    spec.excludedNamespaces ?? [],
  );
  return namespace => filter.shouldInclude(namespace);
}
