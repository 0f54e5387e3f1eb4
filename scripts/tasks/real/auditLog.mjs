import { existsSync, readFileSync, statSync } from 'node:fs';

/** How long the clusters' audit logs are by now: calls from here on are news. */
export function markAuditLogs({ clusters }) {
  return Object.fromEntries(
    clusters.map(({ name, auditLog }) => [
      name,
      existsSync(auditLog) ? statSync(auditLog).size : 0,
    ]),
  );
}

/** What the plugin's identity asked of each cluster since a mark, call by call. */
export function callsSince(mark, { clusters }) {
  return clusters.flatMap(({ name, auditLog, pluginUser }) =>
    readFileSync(auditLog)
      .subarray(mark[name])
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => ({ cluster: name, ...JSON.parse(line) }))
      .filter(({ user }) => user.username === pluginUser),
  );
}
