import type { WorkspaceDetail } from '@appgear/backstage-plugin-velero-common';
import { FreshnessBanners } from '../../components/state';
import { WorkspaceBackups } from './WorkspaceBackups';
import { WorkspaceFacts } from './WorkspaceFacts';
import { WorkspaceNamespaces } from './WorkspaceNamespaces';
import { WorkspaceProtection } from './WorkspaceProtection';
import { WorkspaceRestores } from './WorkspaceRestores';
import { WorkspaceSchedules } from './WorkspaceSchedules';
import { WorkspaceStorage } from './WorkspaceStorage';

/** All about one workspace, on its page and in its entity's tab. */
export function WorkspaceView(props: { workspace: WorkspaceDetail }) {
  const { workspace } = props;
  return (
    <>
      <FreshnessBanners freshness={workspace.freshness} />
      <WorkspaceProtection workspace={workspace} />
      <WorkspaceFacts workspace={workspace} />
      <WorkspaceBackups workspace={workspace} />
      <WorkspaceSchedules workspace={workspace} />
      <WorkspaceNamespaces workspace={workspace} />
      <WorkspaceStorage workspace={workspace} />
      <WorkspaceRestores workspace={workspace} />
    </>
  );
}
