import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { EffectAction } from '@appgear/backstage-plugin-velero-common';
import type { EffectFilter } from '../../components/restore';
import { EFFECT_ACTIONS } from '../../components/restore/effectFilter';

const NAMES = ['action', 'resource', 'namespace', 'search'] as const;

/** Which effects are shown, kept in the URL: a link shows the same ones. */
export function useEffectFilter(): [
  EffectFilter,
  (filter: EffectFilter) => void,
] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo((): EffectFilter => {
    const action = params.get('action') as EffectAction | null;
    return {
      action: action && EFFECT_ACTIONS.includes(action) ? action : undefined,
      resource: params.get('resource') ?? undefined,
      namespace: params.get('namespace') ?? undefined,
      search: params.get('search') ?? undefined,
      offset: Math.max(0, Math.floor(Number(params.get('offset'))) || 0),
    };
  }, [params]);

  const setFilter = useCallback(
    (next: EffectFilter) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          const write = (name: string, value: string | undefined) =>
            value ? after.set(name, value) : after.delete(name);
          NAMES.forEach(name => write(name, next[name]));
          write('offset', next.offset > 0 ? String(next.offset) : undefined);
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filter, setFilter];
}
