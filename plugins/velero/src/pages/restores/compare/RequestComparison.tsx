import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { PageLink, Section } from '../../../components/layout';
import { QueryView } from '../../../components/state';
import { DataTable } from '../../../components/table';
import { useRestoresQuery } from '../../../query';
import { useLinks } from '../../../routing/useLinks';
import { Timestamp } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import { differences } from './differences';
import { findEarlier } from './findEarlier';
import { useDifferenceColumns } from './useDifferenceColumns';

/**
 * What is other than in the request before it: the one it takes the place of,
 * else the last of its kind.
 */
export function RequestComparison(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { request } = props;
  const query = useRestoresQuery(`before ${request.id}`, (api, signal) =>
    findEarlier(api, request, signal),
  );
  return (
    <Section
      title={request.supersedes ? t('compare.superseded') : t('compare.title')}
    >
      <QueryView query={query} lines={3}>
        {({ earlier }) =>
          earlier ? (
            <Comparison before={earlier} after={request} />
          ) : (
            <Text as="p" color="secondary">
              {t('compare.first')}
            </Text>
          )
        }
      </QueryView>
    </Section>
  );
}

function Comparison(props: {
  before: RestoreRequestDetail;
  after: RestoreRequestDetail;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { before, after } = props;
  const columns = useDifferenceColumns();
  const found = differences(before, after);
  return (
    <>
      <Text as="p" variant="body-medium">
        {t('compare.with', {
          link: (
            <PageLink href={links.restoreRequest(before.id)}>
              {t(`request.state.${before.state}`)}
            </PageLink>
          ),
          age: <Timestamp at={before.filedAt} />,
        })}
      </Text>
      {found.length === 0 ? (
        <Text as="p">{t('compare.same')}</Text>
      ) : (
        <DataTable
          label={t('compare.title')}
          columns={columns}
          items={found}
          getKey={each => JSON.stringify(each)}
          empty={undefined}
        />
      )}
    </>
  );
}
