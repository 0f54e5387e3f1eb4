export { Creator } from './Creator';
export { Executor } from './Executor';
export { EXECUTION_STEPS } from './faults';
export type { ExecutionStep, FaultPoints } from './faults';
export { Follower } from './Follower';
export {
  ANNOTATION_DIGEST,
  ANNOTATION_REQUEST,
  ANNOTATION_REQUESTER,
  restoreName,
} from './manifest';
export { hasRestoreEnded } from './outcome';
export * from './RestoreCluster';
export type { RevalidationContext } from './revalidate';
export { Worker } from './Worker';
