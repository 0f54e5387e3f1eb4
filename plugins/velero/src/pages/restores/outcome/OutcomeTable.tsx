import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RestoredObject,
  RestoreResult,
} from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../../components/layout';
import { NothingHere, QueryView } from '../../../components/state';
import { Status } from '../../../components/status';
import {
  Choice,
  DataColumn,
  DataTable,
  Filters,
  Pager,
} from '../../../components/table';
import { useQuestion, useRestoresQuery } from '../../../query';
import { PAGE_SIZE } from '../../../routing/listState';
import { veleroTranslationRef } from '../../../translation';
import { RESULT_TONES, RESULTS } from './results';

/** What Velero did with each object; the backend filters and pages. */
export function OutcomeTable(props: {
  id: string;
  results: Record<RestoreResult, number>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { id, results } = props;
  const [{ result, offset }, show] = useQuestion<{
    result?: RestoreResult;
    offset: number;
  }>({ offset: 0 });
  const asked = { result, offset, limit: PAGE_SIZE };
  const query = useRestoresQuery(JSON.stringify(asked), (api, signal) =>
    api.getOutcome(id, asked, { signal }),
  );
  const columns = useOutcomeColumns();
  return (
    <Section title={t('outcome.objects')}>
      <Filters>
        <Choice
          label={t('outcome.result')}
          all={t('outcome.result.all')}
          value={result}
          onChange={chosen => show({ result: chosen, offset: 0 })}
          options={RESULTS.filter(each => results[each] > 0).map(each => ({
            id: each,
            label: t('effects.counted', {
              label: t(`outcome.${each}`),
              value: results[each],
            }),
          }))}
        />
      </Filters>
      <QueryView query={query} lines={4}>
        {({ items, total }) => (
          <>
            <DataTable
              label={t('outcome.objects')}
              columns={columns}
              items={items}
              getKey={({ apiKind, namespace, name }) =>
                `${apiKind} ${namespace}/${name}`
              }
              isStale={query.isStale}
              empty={<NothingHere>{t('outcome.empty')}</NothingHere>}
            />
            <Pager
              offset={offset}
              shown={items.length}
              total={total}
              pageSize={PAGE_SIZE}
              onOffset={to => show({ result, offset: to })}
            />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function useOutcomeColumns(): DataColumn<RestoredObject>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('outcome.object'),
        isRowHeader: true,
        render: ({ name, apiKind }) => (
          <>
            {name}
            <Text as="div" variant="body-small" color="secondary">
              {apiKind}
            </Text>
          </>
        ),
      },
      {
        id: 'namespace',
        label: t('outcome.namespace'),
        render: ({ namespace }) => namespace,
      },
      {
        id: 'result',
        label: t('outcome.result'),
        width: 'short',
        render: ({ result }) => (
          <Status tone={RESULT_TONES[result]}>{t(`outcome.${result}`)}</Status>
        ),
      },
    ],
    [t],
  );
}
