import { Flex } from '@backstage/ui';
import { QueryView } from '../components/state';
import { PluginRoot } from '../frame/PluginRoot';
import { useWorkspace } from '../pages/workspace/useWorkspace';
import { WorkspaceView } from '../pages/workspace/WorkspaceView';
import { useWorkspaceId } from './useWorkspaceId';

/** The entity's tab: its workspace, as on the workspace's own page. */
export function EntityWorkspaceContent() {
  const query = useWorkspace(useWorkspaceId());
  return (
    <PluginRoot>
      <Flex direction="column" gap="6">
        <QueryView query={query}>
          {workspace => <WorkspaceView workspace={workspace} />}
        </QueryView>
      </Flex>
    </PluginRoot>
  );
}
