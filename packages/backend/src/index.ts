import { createBackend } from '@backstage/backend-defaults';
import { provideStaticCatalogModel } from '@backstage/plugin-catalog-node/alpha';
import { scaffolderCatalogModelLayer } from '@backstage/plugin-scaffolder-common/alpha';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

// sign-in: the sandbox's provider, Keycloak, or the organisation's own
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./auth'));

// catalog, with people and groups from Keycloak where it is configured
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage-community/plugin-catalog-backend-module-keycloak'),
);
backend.add(import('@backstage/plugin-events-backend'));

// permissions: roles of this portal are configuration, see app-config.yaml
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));

// search
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-user-settings-backend'));

// notifications and live pages
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

// disaster recovery
backend.add(import('@appgear/backstage-plugin-velero-backend'));
backend.add(import('@appgear/backstage-plugin-catalog-backend-module-velero'));
backend.add(import('@appgear/backstage-plugin-search-backend-module-velero'));

// software templates, and their kind in the catalog
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  provideStaticCatalogModel({ layers: [scaffolderCatalogModelLayer] }),
);
backend.add(
  import('@appgear/backstage-plugin-scaffolder-backend-module-velero'),
);

backend.start();
