import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { RolePolicy } from './rolePolicy';
import { readRoles } from './roles';

/** The portal's own policy: `permission.roles` of the configuration. */
export const permissionModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'roles',
  register(reg) {
    reg.registerInit({
      deps: {
        policy: policyExtensionPoint,
        config: coreServices.rootConfig,
        userInfo: coreServices.userInfo,
      },
      async init({ policy, config, userInfo }) {
        policy.setPolicy(new RolePolicy(readRoles(config), userInfo));
      },
    });
  },
});
