import { useCallback, useMemo } from 'react';
import type { EffectAction } from '@appgear/backstage-plugin-velero-common';
import { EffectFilter, narrowed } from '../../components/restore';
import { EFFECT_ACTIONS } from '../../components/restore/effectFilter';
import { useUrlQuestion } from '../../routing/useUrlQuestion';

const NAMES = ['action', 'resource', 'namespace', 'search'] as const;

/** Which effects are shown, kept in the URL: a link shows the same ones. */
export function useEffectFilter(): [
  EffectFilter,
  (part: Partial<EffectFilter>) => void,
] {
  const [params, change] = useUrlQuestion();
  const filter = useMemo(() => read(params), [params]);
  const onFilter = useCallback(
    (part: Partial<EffectFilter>) =>
      change(before => write(before, narrowed(read(before), part)), {
        replace: true,
      }),
    [change],
  );
  return [filter, onFilter];
}

function read(params: URLSearchParams): EffectFilter {
  const action = params.get('action') as EffectAction | null;
  return {
    action: action && EFFECT_ACTIONS.includes(action) ? action : undefined,
    resource: params.get('resource') ?? undefined,
    namespace: params.get('namespace') ?? undefined,
    search: params.get('search') ?? undefined,
    offset: Math.max(0, Math.floor(Number(params.get('offset'))) || 0),
  };
}

function write(before: URLSearchParams, filter: EffectFilter): URLSearchParams {
  const after = new URLSearchParams(before);
  const put = (name: string, value: string | undefined) =>
    value ? after.set(name, value) : after.delete(name);
  NAMES.forEach(name => put(name, filter[name]));
  put('offset', filter.offset > 0 ? String(filter.offset) : undefined);
  return after;
}
