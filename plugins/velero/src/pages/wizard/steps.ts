import { DraftProblem } from './draft';

/** In the order that they are gone through. */
export const STEPS = [
  'source',
  'target',
  'options',
  'preview',
  'review',
] as const;

/** One step of the wizard. */
export type StepId = (typeof STEPS)[number];

const FIELDS: [RegExp, StepId][] = [
  [/^backupName/, 'source'],
  [/^(cluster|namespaceMapping)/, 'target'],
  [/^(reason|ticketUrl|notBefore|supersedes|incident)/, 'review'],
];

/** The step in which a field is filled in. */
export function stepOf(field: string): StepId {
  return FIELDS.find(([test]) => test.test(field))?.[1] ?? 'options';
}

/** The problems to be mended in one step. */
export function problemsIn(
  step: StepId,
  problems: readonly DraftProblem[],
): DraftProblem[] {
  return problems.filter(({ field }) => stepOf(field) === step);
}

/**
 * How far one may go: to the first step with something to mend, and past the
 * preview only after having seen what would happen.
 */
export function furthestStep(
  problems: readonly DraftProblem[],
  hasSeenPreview: boolean,
): StepId {
  return (
    STEPS.find(step =>
      step === 'preview'
        ? !hasSeenPreview
        : problemsIn(step, problems).length > 0,
    ) ?? 'review'
  );
}

/** Whether a step is reachable when one may go that far. */
export function isOpen(step: StepId, furthest: StepId): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(furthest);
}

/** Reads the step of an address; the first one when it names none. */
export function parseStep(text: string | null): StepId {
  return STEPS.find(step => step === text) ?? 'source';
}
