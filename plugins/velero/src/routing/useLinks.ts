import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  auditRouteRef,
  backupRouteRef,
  backupsRouteRef,
  complianceRouteRef,
  newRestoreRouteRef,
  newScheduleRouteRef,
  outOfBandRouteRef,
  overviewRouteRef,
  restoreRequestRouteRef,
  restoresRouteRef,
  scheduleRouteRef,
  schedulesRouteRef,
  storageLocationRouteRef,
  storageRouteRef,
  workspaceRouteRef,
  workspacesRouteRef,
} from '../routes';

type Query = Record<string, string | undefined>;

/**
 * Addresses of the plugin's pages. `undefined` where a portal has switched a
 * page off: show the text without a link then.
 */
export interface Links {
  overview(): string | undefined;
  workspaces(query?: Query): string | undefined;
  workspace(id: string): string | undefined;
  backups(query?: Query): string | undefined;
  backup(key: { cluster: string; name: string }): string | undefined;
  schedules(query?: Query): string | undefined;
  schedule(key: { cluster: string; name: string }): string | undefined;
  /** Where a manifest is tried. */
  newSchedule(): string | undefined;
  storage(query?: Query): string | undefined;
  storageLocation(key: { cluster: string; name: string }): string | undefined;
  compliance(query?: Query): string | undefined;
  restores(query?: Query): string | undefined;
  /** The wizard, filled in by the query. */
  newRestore(query?: Query): string | undefined;
  restoreRequest(id: string): string | undefined;
  outOfBand(query?: Query): string | undefined;
  audit(query?: Query): string | undefined;
}

export function useLinks(): Links {
  const overview = useRouteRef(overviewRouteRef);
  const workspaces = useRouteRef(workspacesRouteRef);
  const workspace = useRouteRef(workspaceRouteRef);
  const backups = useRouteRef(backupsRouteRef);
  const backup = useRouteRef(backupRouteRef);
  const schedules = useRouteRef(schedulesRouteRef);
  const schedule = useRouteRef(scheduleRouteRef);
  const newSchedule = useRouteRef(newScheduleRouteRef);
  const storage = useRouteRef(storageRouteRef);
  const storageLocation = useRouteRef(storageLocationRouteRef);
  const compliance = useRouteRef(complianceRouteRef);
  const restores = useRouteRef(restoresRouteRef);
  const newRestore = useRouteRef(newRestoreRouteRef);
  const restoreRequest = useRouteRef(restoreRequestRouteRef);
  const outOfBand = useRouteRef(outOfBandRouteRef);
  const audit = useRouteRef(auditRouteRef);

  return useMemo(
    () => ({
      overview: () => overview?.(),
      workspaces: query => withQuery(workspaces?.(), query),
      workspace: id => workspace?.({ id }),
      backups: query => withQuery(backups?.(), query),
      backup: ({ cluster, name }) => backup?.({ cluster, name }),
      schedules: query => withQuery(schedules?.(), query),
      schedule: ({ cluster, name }) => schedule?.({ cluster, name }),
      newSchedule: () => newSchedule?.(),
      storage: query => withQuery(storage?.(), query),
      storageLocation: ({ cluster, name }) =>
        storageLocation?.({ cluster, name }),
      compliance: query => withQuery(compliance?.(), query),
      restores: query => withQuery(restores?.(), query),
      newRestore: query => withQuery(newRestore?.(), query),
      restoreRequest: id => restoreRequest?.({ id }),
      outOfBand: query => withQuery(outOfBand?.(), query),
      audit: query => withQuery(audit?.(), query),
    }),
    [
      overview,
      workspaces,
      workspace,
      backups,
      backup,
      schedules,
      schedule,
      newSchedule,
      storage,
      storageLocation,
      compliance,
      restores,
      newRestore,
      restoreRequest,
      outOfBand,
      audit,
    ],
  );
}

function withQuery(path: string | undefined, query: Query = {}) {
  if (!path) {
    return undefined;
  }
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      params.set(name, value);
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
