import {
  parseVeleroVersion,
  VeleroVersion,
} from '@appgear/backstage-plugin-velero-common';
import { Command } from './Command';
import { LintedManifest } from './LintedManifest';

const VELERO_IMAGE = /(?:^|\/)velero[:@](v?[\d.]+)?/;

/** All that was read, with the parts that rules ask for. */
export class DrTree {
  constructor(
    readonly manifests: LintedManifest[],
    readonly commands: Command[],
  ) {}

  of(group: string, ...kinds: string[]): LintedManifest[] {
    return this.manifests.filter(manifest => manifest.is(group, ...kinds));
  }

  /** Velero's servers: Deployments that run its image. */
  get servers(): LintedManifest[] {
    return this.of('apps', 'Deployment').filter(manifest =>
      containersOf(manifest).some(({ image }) =>
        VELERO_IMAGE.test(image ?? ''),
      ),
    );
  }

  /** The version of the server's image; undefined where no server was read. */
  get veleroVersion(): VeleroVersion | undefined {
    const tags = this.servers
      .flatMap(containersOf)
      .map(({ image }) => VELERO_IMAGE.exec(image ?? '')?.[1])
      .filter((tag): tag is string => tag !== undefined);
    return tags.length > 0 ? parseVeleroVersion(tags[0]) : undefined;
  }

  /** Where Velero lives. */
  get namespace(): string {
    return this.servers[0]?.namespace ?? 'velero';
  }

  /** What makes backups: Schedules, and Backups kept in Git. */
  get backups(): BackupSource[] {
    return [
      ...this.of('velero.io', 'Schedule').map(manifest => ({
        manifest,
        spec: manifest.object.spec?.template ?? {},
        path: ['spec', 'template'],
      })),
      ...this.of('velero.io', 'Backup').map(manifest => ({
        manifest,
        spec: manifest.object.spec ?? {},
        path: ['spec'],
      })),
    ];
  }

  /** Kustomizations and components, as text: their patches say what a variant changes. */
  get kustomizations(): { manifest: LintedManifest; text: string }[] {
    return this.of('kustomize.config.k8s.io', 'Kustomization', 'Component').map(
      manifest => ({ manifest, text: JSON.stringify(manifest.object) }),
    );
  }
}

/** The specification of a backup, and where it stands. */
export interface BackupSource {
  manifest: LintedManifest;
  spec: any;
  path: string[];
}

/** @returns the containers of a workload, without those that only prepare it */
export function containersOf({ object }: LintedManifest): any[] {
  return object.spec?.template?.spec?.containers ?? [];
}

/** @returns the containers that run before the others, and end */
export const initContainersOf = ({ object }: LintedManifest): any[] =>
  object.spec?.template?.spec?.initContainers ?? [];
