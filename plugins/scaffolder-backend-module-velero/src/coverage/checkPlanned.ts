import {
  BackupSpec,
  InventoryObject,
  parseVeleroVersion,
  selectForBackup,
} from '@appgear/backstage-plugin-velero-common';
import { InputError } from '@backstage/errors';
import { ManifestFile } from '../manifests';
import { CoverageFinding } from './CoverageFinding';

interface Planned {
  /** Names of namespaces that are still to be made. */
  namespaces: string[];
  files: ManifestFile[];
  /** Of the cluster they are made on; without it, the oldest that is supported. */
  veleroVersion?: string;
}

/** Patterns in namespaces' names are taken by the letter before 1.18: what holds here, holds everywhere. */
const OLDEST = 'v1.13.0';

/**
 * Whether a Schedule of the template's workspace folder takes namespaces that
 * do not live yet, with what people put into a namespace.
 */
export function checkPlanned({
  namespaces,
  files,
  veleroVersion: text = OLDEST,
}: Planned): CoverageFinding {
  const veleroVersion = parseVeleroVersion(text);
  if (!veleroVersion) {
    throw new InputError(`"${text}" is not a version of Velero`);
  }
  const schedules = files.flatMap(readSchedules);
  const objects = namespaces.flatMap(expectedIn);
  const taking = schedules.filter(
    ({ template, paused }) =>
      !paused &&
      selectForBackup(template, { objects }, { veleroVersion }).missed
        .length === 0,
  );
  if (taking.length > 0) {
    return {
      covered: true,
      schedules: taking.map(({ path }) => path),
      missing: [],
    };
  }
  return {
    covered: false,
    schedules: schedules.map(({ path }) => path),
    missing:
      schedules.length === 0
        ? [
            `No Schedule in the folder takes ${namespaces.join(
              ', ',
            )}, and the namespaces do not live yet. Add them to one (velero:schedule:render)`,
          ]
        : schedules.map(({ path, template, paused }) =>
            describe(path, { template, paused }, objects, veleroVersion),
          ),
  };
}

function describe(
  path: string,
  { template, paused }: { template: BackupSpec; paused: boolean },
  objects: InventoryObject[],
  veleroVersion: NonNullable<ReturnType<typeof parseVeleroVersion>>,
): string {
  if (paused) return `${path} is paused`;
  const { missed, problems } = selectForBackup(
    template,
    { objects },
    { veleroVersion },
  );
  const reasons = [...new Set(missed.map(({ why }) => why))];
  return `${path} would miss ${missed
    .map(({ object }) => `${object.kind} of ${object.namespace ?? object.name}`)
    .join(', ')} (${[
    ...reasons,
    ...problems.map(({ message }) => message),
  ].join('; ')})`;
}

function readSchedules({ path, documents }: ManifestFile) {
  return documents
    .filter(
      document =>
        document.get('kind') === 'Schedule' &&
        String(document.get('apiVersion')).startsWith('velero.io/'),
    )
    .map(document => {
      const { spec } = document.toJS();
      return {
        path,
        template: (spec?.template ?? {}) as BackupSpec,
        paused: spec?.paused === true,
      };
    });
}

/** Without labels, as the objects of most charts know nothing of backups. */
function expectedIn(namespace: string): InventoryObject[] {
  const kinds: Array<[string, string, string]> = [
    ['apps', 'Deployment', 'deployments'],
    ['', 'Service', 'services'],
    ['', 'ConfigMap', 'configmaps'],
    ['', 'Secret', 'secrets'],
    ['', 'PersistentVolumeClaim', 'persistentvolumeclaims'],
  ];
  return [
    {
      group: '',
      version: 'v1',
      kind: 'Namespace',
      plural: 'namespaces',
      namespaced: false,
      name: namespace,
    },
    ...kinds.map(([group, kind, plural]) => ({
      group,
      version: 'v1',
      kind,
      plural,
      namespaced: true,
      namespace,
      name: 'app',
    })),
  ];
}
