import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ALL_EFFECTS,
  EffectFilter,
  narrowed,
} from '../../../components/restore';
import { QueryView } from '../../../components/state';
import { useQuestion, useRestoresQuery } from '../../../query';
import { PAGE_SIZE } from '../../../routing/listState';
import { veleroTranslationRef } from '../../../translation';
import { questionOf } from '../seen';
import { useWizard } from '../WizardContext';
import { PreviewView } from './PreviewView';
import { Problems } from './Problems';

/** What the restore would do, who would have to consent, or why it cannot be. */
export function PreviewStep() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { cluster = '', spec } = useWizard();
  const [filter, setFilter] = useQuestion(ALL_EFFECTS);
  const onFilter = useCallback(
    (part: Partial<EffectFilter>) => setFilter(now => narrowed(now, part)),
    [setFilter],
  );
  const question = questionOf(cluster, spec);
  const query = useRestoresQuery(
    `${question} ${JSON.stringify(filter)}`,
    (api, signal) =>
      api.previewRestore(
        {
          cluster,
          // Checked by the same schema before this step opens.
          spec: spec as never,
          effects: {
            ...filter,
            search: filter.search || undefined,
            limit: PAGE_SIZE,
          },
        },
        { signal },
      ),
  );
  return (
    <QueryView query={query}>
      {({ obstacles, preview }) =>
        preview ? (
          <PreviewView
            preview={preview}
            question={question}
            filter={filter}
            onFilter={onFilter}
            query={query}
          />
        ) : (
          <Problems
            title={t('wizard.preview.obstacles')}
            problems={obstacles}
            onRetry={query.retry}
          />
        )
      }
    </QueryView>
  );
}
