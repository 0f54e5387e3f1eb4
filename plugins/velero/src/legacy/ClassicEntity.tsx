import { EntityWorkspaceCard } from '../entity/EntityWorkspaceCard';
import { EntityWorkspaceContent } from '../entity/EntityWorkspaceContent';
import { ClassicApp } from './ClassicApp';

export function ClassicEntityContent() {
  return (
    <ClassicApp>
      <EntityWorkspaceContent />
    </ClassicApp>
  );
}

export function ClassicEntityCard() {
  return (
    <ClassicApp>
      <EntityWorkspaceCard />
    </ClassicApp>
  );
}
