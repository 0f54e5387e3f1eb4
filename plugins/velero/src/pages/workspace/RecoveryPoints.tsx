import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../components/layout';
import { NothingHere, QueryView } from '../../components/state';
import { DataTable, Pager } from '../../components/table';
import { useQuestion, useVeleroQuery } from '../../query';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { PointPicture } from './PointPicture';
import { useRecoveryPointColumns } from './useRecoveryPointColumns';

const ROWS = 10;

/** The points one could go back to, newest first, each with its verdict. */
export function RecoveryPoints(props: {
  workspace: string;
  targetSeconds?: number;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const columns = useRecoveryPointColumns();
  const [offset, setOffset] = useQuestion(0);
  const { workspace, targetSeconds } = props;
  const query = useVeleroQuery(`${workspace} from ${offset}`, (api, signal) =>
    api.getRecoveryPoints(workspace, { offset, limit: ROWS }, { signal }),
  );
  return (
    <Section title={t('points.title')} description={t('points.note')}>
      <PointPicture workspace={workspace} targetSeconds={targetSeconds} />
      <QueryView query={query}>
        {({ items, total, offset: from }) => (
          <>
            <DataTable
              label={t('points.title')}
              columns={columns}
              items={items}
              getKey={({ id }) => id}
              getHref={({ cluster, backup }) =>
                links.backup({ cluster, name: backup })
              }
              isStale={query.isStale}
              empty={<NothingHere>{t('points.empty')}</NothingHere>}
            />
            {total > ROWS && (
              <Pager
                offset={from}
                shown={items.length}
                total={total}
                pageSize={ROWS}
                onOffset={setOffset}
              />
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}
