import { binary, build } from '../../../testbed/lib/build.mjs';
import { contractOn } from './jest.mjs';

/**
 * The DR module on the test bed: built by kustomize, applied, its schedules run
 * by the real Velero, and judged by the portal; and the same of Module 15 as
 * it was written.
 */
export async function drModule({ stateFile }) {
  await build(['kustomize']);
  process.env.KUSTOMIZE = binary('kustomize');
  return contractOn(stateFile, 'templates');
}
