import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultVeleroService } from './DefaultVeleroService';
import { VeleroService } from './VeleroService';

/**
 * The Velero DR backend, as a dependency of other plugins and modules.
 *
 * @public
 */
export const veleroServiceRef = createServiceRef<VeleroService>({
  id: 'velero',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      factory: services => new DefaultVeleroService(services),
    }),
});
