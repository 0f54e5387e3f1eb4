import { useWizard } from '../WizardContext';
import { GivenBackup } from './GivenBackup';
import { NamespaceChoice } from './NamespaceChoice';
import { PointChoice } from './PointChoice';
import { WorkspaceChoice } from './WorkspaceChoice';

/** What to bring back: a workspace, a point of it, and which namespaces. */
export function SourceStep() {
  const { source, backup, workspace } = useWizard().draft;
  return (
    <>
      <WorkspaceChoice />
      {workspace && <PointChoice key={workspace} workspace={workspace} />}
      {!workspace && source && backup && (
        <GivenBackup cluster={source} name={backup} />
      )}
      {source && backup && <NamespaceChoice key={`${source}/${backup}`} />}
    </>
  );
}
