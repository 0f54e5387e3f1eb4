import { useEffect } from 'react';
import { Button } from '@backstage/ui';
import { RiInboxLine, RiSearchLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterFreshness,
  ItemPage,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroQuery } from '../../query';
import { FilterSpec, isFiltered, PAGE_SIZE } from '../../routing/listState';
import { ListHandle } from '../../routing/useListState';
import { veleroTranslationRef } from '../../translation';
import { FreshnessBanners, Message, QueryView } from '../state';
import { DataColumn, DataTable } from './DataTable';
import { FilterBar, FilterChoice } from './FilterBar';
import { Pager } from './Pager';

/** A page of a list; with the age of what it shows where it is of clusters. */
type ListPage<T> = ItemPage<T> & { freshness?: ClusterFreshness[] };

/** @see ListView */
export interface ListViewProps<T, S extends string, F extends FilterSpec> {
  label: string;
  list: ListHandle<S, F>;
  query: VeleroQuery<ListPage<T>>;
  columns: DataColumn<T>[];
  choices: FilterChoice[];
  getKey(item: T): string;
  getHref?(item: T): string | undefined;
  /** When nothing exists at all: that, and what to do. */
  empty: { title: string; hint: string };
}

/** A list that the server filters, sorts and pages, with its state in the URL. */
export function ListView<T, S extends string, F extends FilterSpec>(
  props: ListViewProps<T, S, F>,
) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { list, query, columns } = props;
  const { page, sort, order } = list.state;
  useLastPage(list, query);

  const empty = isFiltered(list.state) ? (
    <Message
      icon={RiSearchLine}
      title={t('list.noMatch')}
      action={
        <Button variant="secondary" onPress={list.clear}>
          {t('list.clear')}
        </Button>
      }
    />
  ) : (
    <Message icon={RiInboxLine} title={props.empty.title}>
      {props.empty.hint}
    </Message>
  );

  return (
    <>
      <FilterBar list={list} choices={props.choices} columns={columns} />
      <QueryView query={query}>
        {({ items, total, offset, freshness = [] }) => (
          <>
            <FreshnessBanners freshness={freshness} />
            <DataTable
              label={props.label}
              columns={columns}
              items={items}
              getKey={props.getKey}
              getHref={props.getHref}
              isStale={query.isStale}
              sort={{
                column: sort,
                direction: order === 'asc' ? 'ascending' : 'descending',
              }}
              onSort={({ column, direction }) =>
                list.change({
                  sort: column as S,
                  order: direction === 'ascending' ? 'asc' : 'desc',
                })
              }
              empty={empty}
            />
            <Pager
              offset={offset}
              asked={(page - 1) * PAGE_SIZE}
              shown={items.length}
              total={total}
              pageSize={PAGE_SIZE}
              onOffset={to => list.change({ page: to / PAGE_SIZE + 1 })}
            />
          </>
        )}
      </QueryView>
    </>
  );
}

/** Leads back from a page that the list no longer reaches. */
function useLastPage<T, S extends string, F extends FilterSpec>(
  { state, change }: ListHandle<S, F>,
  { data, isStale }: VeleroQuery<ListPage<T>>,
) {
  const lastPage = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE_SIZE));
  const isBeyond = data !== undefined && !isStale && state.page > lastPage;
  useEffect(() => {
    if (isBeyond) {
      change({ page: lastPage }, { replace: true });
    }
  }, [isBeyond, lastPage, change]);
}
