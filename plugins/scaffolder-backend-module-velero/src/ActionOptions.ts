import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { WorkspaceKeys } from './manifests';

/** What actions that talk to the DR backend are made with. */
export interface ActionOptions {
  /** Asked as the person who runs the template: there is no second way in. */
  velero: VeleroService;
  keys: WorkspaceKeys;
  /** Milliseconds between two looks of an action that waits. */
  pollEvery: number;
}
