import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** One workspace to look at, or none; kept in the URL. */
export interface WorkspaceChoice {
  workspace: string | undefined;
  choose(workspace: string | undefined): void;
}

export function useWorkspaceChoice(): WorkspaceChoice {
  const [params, setParams] = useSearchParams();
  const choose = useCallback(
    (workspace: string | undefined) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        if (workspace) {
          next.set('workspace', workspace);
        } else {
          next.delete('workspace');
        }
        return next;
      }),
    [setParams],
  );
  return { workspace: params.get('workspace') || undefined, choose };
}
