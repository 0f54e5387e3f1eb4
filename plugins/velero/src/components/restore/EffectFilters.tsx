import { useCallback } from 'react';
import { Button, Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  EffectAction,
  PreviewSummary,
} from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { SearchBox } from '../table/SearchBox';
import { ALL_EFFECTS, EFFECT_ACTIONS, EffectFilter } from './effectFilter';
import styles from './restore.module.css';

const ALL = '*';

/** Search and choices over a restore's effects; any of them goes back to the first page. */
export function EffectFilters(props: {
  summary: PreviewSummary;
  filter: EffectFilter;
  onFilter(filter: EffectFilter): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { summary, filter, onFilter } = props;
  const { action, resource, namespace, search = '' } = filter;
  const onSearch = useCallback(
    (text: string) => onFilter({ ...filter, search: text, offset: 0 }),
    [filter, onFilter],
  );
  const choose = (name: 'action' | 'resource' | 'namespace') => ({
    className: styles.choice,
    value: filter[name] ?? ALL,
    onChange: (value: unknown) =>
      onFilter({
        ...filter,
        [name]: value === ALL ? undefined : (value as string),
        offset: 0,
      }),
  });
  const counted = (label: string, value: number) =>
    t('effects.counted', { label, value });

  return (
    <div role="search" className={styles.filters}>
      <SearchBox className={styles.search} value={search} onChange={onSearch} />
      <Select
        {...choose('action')}
        label={t('effects.action')}
        options={[
          { id: ALL, label: t('effects.action.all') },
          ...EFFECT_ACTIONS.filter(each => summary.actions[each] > 0).map(
            (each: EffectAction) => ({
              id: each,
              label: counted(t(`effect.${each}`), summary.actions[each]),
            }),
          ),
        ]}
      />
      <Select
        {...choose('resource')}
        label={t('effects.resource')}
        options={[
          { id: ALL, label: t('effects.resource.all') },
          ...summary.resources.map(each => ({
            id: each.resource,
            label: counted(
              each.resource,
              Object.values(each.actions).reduce((sum, many) => sum + many, 0),
            ),
          })),
        ]}
      />
      <Select
        {...choose('namespace')}
        label={t('effects.namespace')}
        options={[
          { id: ALL, label: t('effects.namespace.all') },
          ...summary.namespaces.map(({ name }) => ({
            id: name,
            label: name,
          })),
        ]}
      />
      {(action || resource || namespace || search) && (
        <Button variant="tertiary" onPress={() => onFilter(ALL_EFFECTS)}>
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}
