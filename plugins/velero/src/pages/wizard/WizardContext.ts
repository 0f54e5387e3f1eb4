import { createContext, useContext } from 'react';
import type { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { DraftProblem, RestoreDraft } from './draft';
import { StepId } from './steps';

/** What the steps of the wizard share. */
export interface Wizard {
  draft: RestoreDraft;
  change(part: Partial<RestoreDraft>): void;
  /** What the draft stands for; see `toRestoreSpec`. */
  spec: RestoreSpec;
  /** The cluster that it runs on. */
  cluster: string | undefined;
  problems: DraftProblem[];
  /** Somebody tried to leave this step: what is missing is worth a word now. */
  isTried: boolean;
  setTried(): void;
  goTo(step: StepId): void;
  /** To be called when the draft has become a request. */
  forget(): void;
}

const Context = createContext<Wizard | undefined>(undefined);

export const WizardProvider = Context.Provider;

/** The wizard around this component. */
export function useWizard(): Wizard {
  const wizard = useContext(Context);
  if (!wizard) {
    throw new Error('useWizard is for the steps of the restore wizard');
  }
  return wizard;
}
