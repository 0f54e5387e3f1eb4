import { RiSearchLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ItemPage,
  ObjectEffect,
  PreviewSummary,
} from '@appgear/backstage-plugin-velero-common';
import { VeleroQuery } from '../../query';
import { PAGE_SIZE } from '../../routing/listState';
import { veleroTranslationRef } from '../../translation';
import { Message, QueryView } from '../state';
import { DataTable, Pager } from '../table';
import { EffectFilter } from './effectFilter';
import { EffectFilters } from './EffectFilters';
import { useEffectColumns } from './useEffectColumns';

/** @see EffectsTable */
export interface EffectsTableProps {
  /** Of the same restore: which kinds and namespaces there are to choose from. */
  summary: PreviewSummary;
  filter: EffectFilter;
  onFilter(part: Partial<EffectFilter>): void;
  query: VeleroQuery<ItemPage<ObjectEffect>>;
}

/** What becomes of each object, with filters; the backend filters and pages. */
export function EffectsTable(props: EffectsTableProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useEffectColumns();
  const { summary, filter, onFilter, query } = props;
  return (
    <>
      <EffectFilters summary={summary} filter={filter} onFilter={onFilter} />
      <QueryView query={query} lines={5}>
        {({ items, total, offset }) => (
          <>
            <DataTable
              label={t('effects.title')}
              columns={columns}
              items={items}
              getKey={({ resource, namespace = '', name }) =>
                `${resource} ${namespace}/${name}`
              }
              isStale={query.isStale}
              empty={<Message icon={RiSearchLine} title={t('list.noMatch')} />}
            />
            <Pager
              offset={offset}
              shown={items.length}
              total={total}
              pageSize={PAGE_SIZE}
              onOffset={to => onFilter({ offset: to })}
            />
          </>
        )}
      </QueryView>
    </>
  );
}
