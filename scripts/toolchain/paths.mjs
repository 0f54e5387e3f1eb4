import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** A path inside the repository. */
export const repoPath = (...parts) => path.join(root, ...parts);

/** A path inside the ignored folder where all that we bring or keep lies. */
export const localPath = (...parts) => repoPath('.local', ...parts);
