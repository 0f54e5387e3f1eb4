import { readFileSync } from 'node:fs';
import path from 'node:path';
import scaffolderModuleVelero from '@appgear/backstage-plugin-scaffolder-backend-module-velero';
import veleroPlugin from '@appgear/backstage-plugin-velero-backend';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { parse } from 'yaml';
import { createPermissions, userEntities } from './people';

const TEMPLATES = path.resolve(__dirname, '../../../../../templates');

/** What a portal of the tests is started with; plain data, for one that runs in a process of its own. */
export interface PortalOptions {
  kubeconfig: string;
  /** Where databases are kept, and found again by the next portal. */
  folder: string;
}

/** The templates of this repository, as the catalog has them. */
export const TEMPLATE_NAMES = [
  'new-workspace',
  'enable-backups',
  'request-restore',
  'dr-module',
];

export function readTemplate(name: string): Entity {
  const file = path.join(TEMPLATES, name, 'template.yaml');
  const template = parse(readFileSync(file, 'utf8'));
  template.metadata.namespace = 'default';
  template.metadata.annotations = {
    'backstage.io/managed-by-location': `file:${file}`,
    'backstage.io/managed-by-origin-location': `file:${file}`,
  };
  return template;
}

/** The identity that `deploy/` gives its rights to. */
export function portalIdentity(file: string) {
  const context = 'system:serviceaccount:velero:backstage-velero@prod';
  return { kubeconfig: { file, context } };
}

/**
 * For tests: the real scaffolder with our actions, and the real DR backend, in
 * one backend, with the roles of the portal.
 */
export async function startPortal(
  { kubeconfig, folder }: PortalOptions,
  features: BackendFeature[] = [],
) {
  return startTestBackend({
    features: [
      ...features,
      scaffolderPlugin,
      scaffolderModuleVelero,
      veleroPlugin,
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'better-sqlite3',
              connection: { directory: folder },
            },
            workingDirectory: folder,
          },
          scaffolder: {
            taskRecovery: { enabled: true, staleTimeout: { seconds: 3 } },
          },
          velero: {
            clusters: [{ name: 'prod', ...portalIdentity(kubeconfig) }],
            backups: {
              onDemand: { enabled: true },
              enablement: { enabled: true },
            },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [...userEntities, ...TEMPLATE_NAMES.map(readTemplate)],
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => createPermissions(),
      }),
    ],
  });
}
