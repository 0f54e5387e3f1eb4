import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SearchDocument } from '@backstage/plugin-search-common';
import type { FoundRestoreRequest } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../components/layout';
import { PluginRoot } from '../frame/PluginRoot';
import { useLinks } from '../routing/useLinks';
import { Timestamp } from '../time';
import { veleroTranslationRef } from '../translation';

/** A restore request among what Backstage's search found. */
export function RestoreRequestResult(props: { result?: SearchDocument }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  if (!props.result) {
    return null;
  }
  const found = props.result as SearchDocument & FoundRestoreRequest;
  // An index of an earlier version says nothing of where to.
  const { requestId, workspace, into = [], cluster, backup, filedAt } = found;
  return (
    <PluginRoot>
      <Flex direction="column" gap="1">
        <Text as="p" variant="title-x-small">
          <PageLink href={links.restoreRequest(requestId)}>
            {into.length === 0
              ? t('search.restoreOf', { workspace })
              : t('search.restoreInto', {
                  workspace,
                  namespaces: into.join(', '),
                })}
          </PageLink>
        </Text>
        <Text as="p" color="secondary">
          {t('search.restoreFrom', { backup, cluster })}{' '}
          <Timestamp at={filedAt} />
        </Text>
      </Flex>
    </PluginRoot>
  );
}
