import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { FigureCard } from './FigureCard';

/** How many workspaces there are, want backup, and are in none. */
export function WorkspaceFigure(props: Pick<Overview, 'workspaces'>) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { total, enabled, withoutBackup } = props.workspaces;
  return (
    <FigureCard
      title={t('figures.workspaces')}
      value={total}
      href={links.workspaces()}
    >
      <Flex direction="column" gap="1">
        <PageLink href={links.workspaces({ intent: 'enabled' })}>
          {t('figures.enabled', { count: enabled })}
        </PageLink>
        <PageLink
          href={links.workspaces({ sort: 'backupCount', order: 'asc' })}
        >
          {t('figures.withoutBackup', { count: withoutBackup })}
        </PageLink>
      </Flex>
    </FigureCard>
  );
}
