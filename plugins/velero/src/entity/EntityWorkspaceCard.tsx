import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceDetail } from '@appgear/backstage-plugin-velero-common';
import { FactList, PageLink } from '../components/layout';
import { LossSentence, ReasonList } from '../components/protection';
import { FreshnessBanners, QueryView } from '../components/state';
import { VerdictStatus } from '../components/status';
import { PluginRoot } from '../frame/PluginRoot';
import { useWorkspace } from '../pages/workspace/useWorkspace';
import { useWorkspaceFacts } from '../pages/workspace/WorkspaceFacts';
import { useLinks } from '../routing/useLinks';
import { veleroTranslationRef } from '../translation';
import { useWorkspaceId } from './useWorkspaceId';
import styles from './EntityWorkspaceCard.module.css';

/** The facts a card has room for. */
const MOST_FACTS = 4;

/** The entity's card: how its workspace is backed up, in short. */
export function EntityWorkspaceCard() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const id = useWorkspaceId();
  const query = useWorkspace(id);
  return (
    <PluginRoot>
      <Card className={styles.card}>
        <CardHeader>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('card.title')}
          </Text>
        </CardHeader>
        <CardBody>
          <QueryView query={query} lines={4}>
            {workspace => <Summary workspace={workspace} />}
          </QueryView>
        </CardBody>
        <CardFooter>
          <PageLink href={links.workspace(id)}>{t('card.more')}</PageLink>
        </CardFooter>
      </Card>
    </PluginRoot>
  );
}

function Summary({ workspace }: { workspace: WorkspaceDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { protection } = workspace;
  const facts = useWorkspaceFacts(workspace).slice(0, MOST_FACTS);
  return (
    <Flex direction="column" gap="3">
      <FreshnessBanners freshness={workspace.freshness} />
      <VerdictStatus verdict={protection?.verdict} />
      {protection && (
        <>
          <Text as="p">
            <LossSentence protection={protection} />
          </Text>
          <ReasonList reasons={protection.reasons.slice(0, 1)} />
        </>
      )}
      <FactList facts={facts} />
      <Text as="p" variant="body-small" color="secondary">
        {t('phase.note')}
      </Text>
    </Flex>
  );
}
