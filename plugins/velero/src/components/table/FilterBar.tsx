import { useCallback } from 'react';
import { Button, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FilterSpec, isFiltered, Order } from '../../routing/listState';
import { ListHandle } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { DataColumn } from './DataTable';
import { SearchBox } from './SearchBox';
import styles from './FilterBar.module.css';

/** A filter that the reader sees. */
export interface FilterChoice {
  /** The filter's name in the list's spec. */
  name: string;
  label: string;
  /**
   * What to choose from, with the words for none of it. A filter without is
   * set by links, and shown while it is on, to be taken off.
   */
  options?: { id: string; label: string }[];
  all?: string;
}

const ALL = '*';

/** Search, filters and, where the table has no header, the order of a list. */
export function FilterBar<S extends string, F extends FilterSpec>(props: {
  list: ListHandle<S, F>;
  choices: FilterChoice[];
  columns: DataColumn<any>[];
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { spec, state, change, setFilter, clear } = props.list;
  const onSearch = useCallback(
    (search: string) => change({ search }, { replace: true }),
    [change],
  );
  const sorts = props.columns.filter(({ isSortable }) => isSortable);

  return (
    <div className={styles.frame}>
      <div role="search" className={styles.bar}>
        {!spec.hasNoSearch && (
          <SearchBox
            className={styles.search}
            value={state.search}
            onChange={onSearch}
          />
        )}
        {props.choices.map(({ name, label, all = '', options }) =>
          options ? (
            <Select
              key={name}
              className={styles.choice}
              label={label}
              options={[{ id: ALL, label: all }, ...options]}
              value={(state.filters[name] as string) ?? ALL}
              onChange={value =>
                setFilter(name, value === ALL ? undefined : (value as any))
              }
            />
          ) : (
            state.filters[name] && (
              <Button
                key={name}
                variant="secondary"
                iconEnd={<RiCloseLine />}
                aria-label={t('list.removeFilter', { filter: label })}
                onPress={() => setFilter(name, undefined)}
              >
                {t('list.filter', {
                  filter: label,
                  value: state.filters[name] as string,
                })}
              </Button>
            )
          ),
        )}
        {sorts.length > 0 && (
          <Select
            className={`${styles.choice} ${styles.sort}`}
            label={t('list.sort')}
            options={sorts.flatMap(({ id, label }) => [
              {
                id: `${id} asc`,
                label: t('list.ascending', { column: label }),
              },
              {
                id: `${id} desc`,
                label: t('list.descending', { column: label }),
              },
            ])}
            value={`${state.sort} ${state.order}`}
            onChange={value => {
              const [sort, order] = String(value).split(' ');
              change({ sort: sort as S, order: order as Order });
            }}
          />
        )}
        {isFiltered(state) && (
          <Button variant="tertiary" onPress={clear}>
            {t('list.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
