import { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';

/**
 * A request for somebody who sees only some of the workspaces it touches: an
 * owner must learn that his own is restored, and nothing of the others but
 * numbers.
 */
export function partialView(
  detail: RestoreRequestDetail,
  sees: (workspace: string) => boolean,
): RestoreRequestDetail {
  const namespaces = detail.summary.namespaces.filter(
    ({ workspace }) => workspace !== undefined && sees(workspace),
  );
  const names = namespaces.map(({ name }) => name);
  const visible = ({ namespace }: { namespace?: string }) =>
    namespace !== undefined && names.includes(namespace);
  const { backupName, existingResourcePolicy } = detail.spec;
  return {
    ...detail,
    spec: {
      backupName,
      ...(existingResourcePolicy && { existingResourcePolicy }),
      includedNamespaces: namespaces.flatMap(({ sources }) => sources),
    },
    summary: { ...detail.summary, namespaces },
    risks: {
      ...detail.risks,
      workspaces: detail.risks.workspaces.filter(sees),
      tenants: [],
    },
    factors: detail.factors.filter(
      ({ workspace }) => workspace === undefined || sees(workspace),
    ),
    outcome: detail.outcome && {
      ...detail.outcome,
      errors: detail.outcome.errors.filter(visible),
      warnings: detail.outcome.warnings.filter(visible),
    },
  };
}
