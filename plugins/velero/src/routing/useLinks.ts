import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  backupRouteRef,
  backupsRouteRef,
  overviewRouteRef,
  schedulesRouteRef,
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
  storage(query?: Query): string | undefined;
}

export function useLinks(): Links {
  const overview = useRouteRef(overviewRouteRef);
  const workspaces = useRouteRef(workspacesRouteRef);
  const workspace = useRouteRef(workspaceRouteRef);
  const backups = useRouteRef(backupsRouteRef);
  const backup = useRouteRef(backupRouteRef);
  const schedules = useRouteRef(schedulesRouteRef);
  const storage = useRouteRef(storageRouteRef);

  return useMemo(
    () => ({
      overview: () => overview?.(),
      workspaces: query => withQuery(workspaces?.(), query),
      workspace: id => workspace?.({ id }),
      backups: query => withQuery(backups?.(), query),
      backup: ({ cluster, name }) => backup?.({ cluster, name }),
      schedules: query => withQuery(schedules?.(), query),
      storage: query => withQuery(storage?.(), query),
    }),
    [overview, workspaces, workspace, backups, backup, schedules, storage],
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
