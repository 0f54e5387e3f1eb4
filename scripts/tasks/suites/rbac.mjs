import { callsSince } from '../real/auditLog.mjs';
import { grantedRights, sentence, uses } from '../real/rights.mjs';
import { timed } from './report.mjs';

/**
 * Least privilege as the API servers saw it: since `mark` the portal was denied
 * nothing on any cluster, and used every right that the bed grants somewhere.
 * Each right is a test, and so is that nothing was denied.
 */
export const rbac = (mark, bed) =>
  timed(async () => {
    const calls = callsSince(mark, bed);
    const denied = calls.filter(
      ({ responseStatus }) => responseStatus?.code === 403,
    );
    const rights = grantedRights();
    const unused = rights.filter(
      right => !calls.some(call => uses(call, right)),
    );

    console.log(`${calls.length} calls by ${bed.clusters[0].pluginUser}`);
    for (const { cluster, verb, requestURI } of denied) {
      console.log(`  ✖ ${cluster} denied: ${verb} ${requestURI}`);
    }
    for (const right of unused) {
      console.log(`  ✖ never used: ${sentence(right)}`);
    }
    const failed = unused.length + (denied.length > 0 ? 1 : 0);
    return { passed: rights.length + 1 - failed, failed };
  });
