#!/usr/bin/env node
// The lint for CI of GitOps repositories; needs Node, and no Backstage.
'use strict';

const LINT = '@appgear/backstage-plugin-scaffolder-backend-module-velero/lint';

// In this repository the package is TypeScript; as published it is not.
if (require.resolve(LINT).endsWith('.ts')) {
  // eslint-disable-next-line @backstage/no-undeclared-imports -- not where it is published
  require('@backstage/cli-node/config/nodeTransform.cjs');
}
process.exitCode = require(LINT).main(process.argv.slice(2));
