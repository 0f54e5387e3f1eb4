import { useCallback } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EffectAction,
  PreviewSummary,
} from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Choice, Filters, SearchBox } from '../table';
import { EFFECT_ACTIONS, EffectFilter } from './effectFilter';

const NOTHING_CHOSEN: Partial<EffectFilter> = {
  action: undefined,
  resource: undefined,
  namespace: undefined,
  search: undefined,
};

/** Search and choices over a restore's effects. */
export function EffectFilters(props: {
  summary: PreviewSummary;
  filter: EffectFilter;
  onFilter(part: Partial<EffectFilter>): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { summary, filter, onFilter } = props;
  const { action, resource, namespace, search = '' } = filter;
  const onSearch = useCallback(
    (text: string) => onFilter({ search: text }),
    [onFilter],
  );
  const choose = <N extends 'action' | 'resource' | 'namespace'>(name: N) => ({
    value: filter[name],
    onChange: (value: EffectFilter[N]) => onFilter({ [name]: value }),
  });
  const counted = (label: string, value: number) =>
    t('effects.counted', { label, value });

  return (
    <Filters>
      <SearchBox value={search} onChange={onSearch} />
      <Choice
        {...choose('action')}
        label={t('effects.action')}
        all={t('effects.action.all')}
        options={EFFECT_ACTIONS.filter(each => summary.actions[each] > 0).map(
          (each: EffectAction) => ({
            id: each,
            label: counted(t(`effect.${each}`), summary.actions[each]),
          }),
        )}
      />
      <Choice
        {...choose('resource')}
        label={t('effects.resource')}
        all={t('effects.resource.all')}
        options={summary.resources.map(each => ({
          id: each.resource,
          label: counted(
            each.resource,
            Object.values(each.actions).reduce((sum, many) => sum + many, 0),
          ),
        }))}
      />
      <Choice
        {...choose('namespace')}
        label={t('effects.namespace')}
        all={t('effects.namespace.all')}
        options={summary.namespaces.map(({ name }) => ({
          id: name,
          label: name,
        }))}
      />
      {(action || resource || namespace || search) && (
        <Button variant="tertiary" onPress={() => onFilter(NOTHING_CHOSEN)}>
          {t('list.clear')}
        </Button>
      )}
    </Filters>
  );
}
