import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MAX_PAGE_SIZE } from '@appgear/backstage-plugin-velero-common';
import { VerdictStatus } from '../components/status';
import { useVeleroQuery } from '../query';
import { veleroTranslationRef } from '../translation';
import { ChoiceField } from './ChoiceField';
import { workspaceSchema } from './schemas';

/** A workspace that the person may see, with its verdict. */
export function WorkspaceField(props: typeof workspaceSchema.TProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const query = useVeleroQuery(
    'workspaces to choose from',
    async (api, signal) => {
      const page = await api.getWorkspaces(
        { limit: MAX_PAGE_SIZE },
        { signal },
      );
      return page.items;
    },
  );
  return (
    <ChoiceField
      part={props}
      query={query}
      keyOf={({ id }) => id}
      labelOf={({ id, title }) => (title === id ? id : `${title} (${id})`)}
      detailOf={({ protection }) => (
        <VerdictStatus verdict={protection?.verdict} />
      )}
      chosen={props.formData}
      onChoose={workspace => props.onChange(workspace?.id)}
      nothing={t('template.noWorkspace')}
    />
  );
}
