import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { EffectsTable } from '../../components/restore';
import { useRestoresQuery } from '../../query';
import { PAGE_SIZE } from '../../routing/listState';
import { veleroTranslationRef } from '../../translation';
import { useEffectFilter } from './useEffectFilter';

/** What was previewed, object by object. */
export function RequestEffects(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { id, summary } = props.request;
  const [filter, onFilter] = useEffectFilter();
  const asked = { ...filter, limit: PAGE_SIZE };
  const query = useRestoresQuery(JSON.stringify(asked), (api, signal) =>
    api.getEffects(id, asked, { signal }),
  );
  return (
    <Section title={t('effects.title')} description={t('effects.note')}>
      <EffectsTable
        summary={summary}
        filter={filter}
        onFilter={onFilter}
        query={query}
      />
    </Section>
  );
}
