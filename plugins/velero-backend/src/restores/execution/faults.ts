/**
 * The moments between which a replica may die. Each is right after what it
 * names has been done, so that dying there loses all that came after.
 */
export const EXECUTION_STEPS = [
  'claimed',
  'revalidated',
  'started',
  'checked',
  'created',
  'recorded',
  'followed',
  'ended',
  'read',
  'finished',
] as const;

export type ExecutionStep = (typeof EXECUTION_STEPS)[number];

/** Told of each moment; a test throws, or kills the process, there. */
export type FaultPoints = (
  step: ExecutionStep,
  requestId: string,
) => void | Promise<void>;
