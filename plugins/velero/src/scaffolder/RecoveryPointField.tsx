import { useEffect, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceRecoveryPoint } from '@appgear/backstage-plugin-velero-common';
import { GradeStatus } from '../components/status';
import { useVeleroQuery } from '../query';
import { useFormats } from '../time';
import { veleroTranslationRef } from '../translation';
import { ChoiceField } from './ChoiceField';
import { recoveryPointSchema } from './schemas';

const MOST_POINTS = 60;

/** A recovery point of the workspace that the form names, with its verdict. */
export function RecoveryPointField(props: typeof recoveryPointSchema.TProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  const workspace = useWorkspaceOf(props);
  const query = useVeleroQuery(
    `points to choose from ${workspace}`,
    async (api, signal) => {
      if (!workspace) return [];
      const page = await api.getRecoveryPoints(
        workspace,
        { limit: MOST_POINTS },
        { signal },
      );
      return page.items.filter(({ grade }) => grade !== undefined);
    },
  );
  return (
    <ChoiceField
      part={props}
      query={query}
      keyOf={keyOf}
      labelOf={({ backup, takenAt }) =>
        `${formats.dateTime(new Date(takenAt))}, ${backup}`
      }
      detailOf={({ grade }) => <GradeStatus grade={grade} />}
      chosen={props.formData && keyOf(props.formData)}
      onChoose={point => props.onChange(point && toValue(point))}
      nothing={t(workspace ? 'template.noPoint' : 'template.workspaceFirst')}
    />
  );
}

/** Forgets the point when the form names another workspace than before. */
function useWorkspaceOf({
  uiSchema,
  formContext,
  formData,
  onChange,
}: typeof recoveryPointSchema.TProps): string | undefined {
  const field = uiSchema['ui:options']?.workspaceField ?? 'workspace';
  const workspace: string | undefined = formContext?.formData?.[field];
  const before = useRef(workspace);
  useEffect(() => {
    if (before.current === workspace) return;
    before.current = workspace;
    if (formData) onChange(undefined);
  });
  return workspace;
}

function keyOf({ cluster, backup }: { cluster: string; backup: string }) {
  return `${cluster}/${backup}`;
}

function toValue({
  cluster,
  backup,
  takenAt,
  grade = 'unknown',
  namespaces,
}: WorkspaceRecoveryPoint) {
  const names = namespaces.map(({ namespace }) => namespace);
  return { cluster, backup, takenAt, grade, namespaces: [...new Set(names)] };
}
