import { TitledPage } from '../../components/layout';
import { QueryView } from '../../components/state';
import { useWorkspace } from './useWorkspace';
import { WorkspaceView } from './WorkspaceView';

/** One workspace. */
export function WorkspacePage(props: { id: string }) {
  const query = useWorkspace(props.id);
  return (
    <TitledPage title={query.data?.title ?? props.id}>
      <QueryView query={query}>
        {workspace => <WorkspaceView workspace={workspace} />}
      </QueryView>
    </TitledPage>
  );
}
