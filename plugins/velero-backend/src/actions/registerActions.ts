import { VeleroService } from '@appgear/backstage-plugin-velero-node';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerExplainVerdict } from './explainVerdict';
import { registerListRecoveryPoints } from './listRecoveryPoints';
import { registerListWorkspaces } from './listWorkspaces';
import { registerPreviewRestore } from './previewRestore';
import { registerRequestRestore } from './requestRestore';

/** What actions are made with. */
export interface ActionContext {
  registry: ActionsRegistryService;
  /** Asks our own routes as the person does: there is no second way in. */
  velero: VeleroService;
}

/**
 * What an assistant may do for a person: look, and file a request. There is no
 * action that votes; people decide in person.
 */
export function registerActions(context: ActionContext): void {
  registerListWorkspaces(context);
  registerExplainVerdict(context);
  registerListRecoveryPoints(context);
  registerPreviewRestore(context);
  registerRequestRestore(context);
}
