import { dirname } from 'path';

/** Where this package is, with files that are no code. */
export const PACKAGE_FOLDER = dirname(
  require.resolve('@appgear/velero-sandbox/package.json'),
);
