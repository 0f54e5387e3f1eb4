import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';

/**
 * Software templates, which app-config.yaml keeps from being discovered: the
 * plugin compiles its schemas as it is evaluated, a quarter of all that the
 * portal does at its start. So it comes in a turn of its own.
 */
export const scaffolder = createFrontendFeatureLoader({
  loader: () => [import('@backstage/plugin-scaffolder/alpha')],
});
