import { ButtonLink } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { veleroRestoreRequestPermission } from '@appgear/backstage-plugin-velero-common';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';

/** @see RestoreLink */
export interface RestoreLinkProps {
  /** What it is about; the right to ask is asked for the first. */
  workspaces: string[];
  /** A recovery point to begin with. */
  point?: { cluster: string; backup: string };
}

/** The way to the wizard, filled in; nothing for those who may not ask. */
export function RestoreLink(props: RestoreLinkProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { workspaces, point } = props;
  const [workspace] = workspaces;
  const href = useLinks().newRestore({
    // Of several, the reader chooses one in the wizard.
    workspace: workspaces.length === 1 ? workspace : undefined,
    ...point,
  });
  const { allowed } = usePermission({
    permission: veleroRestoreRequestPermission,
    resourceRef: workspace,
  });
  if (!href || !allowed) return null;
  return (
    <ButtonLink
      href={href}
      size="small"
      variant="secondary"
      iconStart={<RiHistoryLine />}
      aria-label={
        point
          ? t('wizard.link.backup', { backup: point.backup })
          : t('wizard.link.workspace', { workspace })
      }
    >
      {t('wizard.link')}
    </ButtonLink>
  );
}
