export { saidOf } from './auditEvents';
export { databaseClock } from './clock';
export type { GateClock } from './clock';
export {
  objectKey,
  pageEffects,
  patchedObjects,
  skippedObjects,
} from './effects';
export type { EffectFilter } from './effects';
export { ExecutionStore } from './ExecutionStore';
export type { Execution } from './ExecutionStore';
export { Outbox } from './Outbox';
export type { ClaimedMessage } from './Outbox';
export { askedGroups, messagesOnStuck } from './messages';
export type { Message, MessageKind } from './messages';
export { insertOutcome, pageOutcome } from './outcomes';
export { RequestQueries } from './RequestQueries';
export type { RequestFilter, RequestOrder, Visibility } from './RequestQueries';
export { RequestStore } from './RequestStore';
export type { Alongside, Changed, NewStoredRequest } from './RequestStore';
export { SYSTEM_TRACE } from './types';
export type { RequestContent, StoredRequest, Trace } from './types';
