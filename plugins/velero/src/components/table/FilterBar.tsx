import { useCallback } from 'react';
import { Button, Select } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FilterSpec, isFiltered, Order } from '../../routing/listState';
import { ListHandle } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { DataColumn } from './DataTable';
import { Choice } from './Choice';
import { Filters } from './Filters';
import { SearchBox } from './SearchBox';
import styles from './Filters.module.css';

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
    <Filters>
      {!spec.hasNoSearch && (
        <SearchBox value={state.search} onChange={onSearch} />
      )}
      {props.choices.map(({ name, label, all = '', options }) =>
        options ? (
          <Choice
            key={name}
            label={label}
            options={options}
            all={all}
            value={state.filters[name] as string | undefined}
            onChange={value => setFilter(name, value as any)}
          />
        ) : (
          state.filters[name] && (
            <Button
              key={name}
              variant="secondary"
              iconEnd={<RiCloseLine />}
              // What is seen is in it, for those who speak to the page.
              aria-label={t('list.removeFilter', {
                filter: label,
                value: state.filters[name] as string,
              })}
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
    </Filters>
  );
}
