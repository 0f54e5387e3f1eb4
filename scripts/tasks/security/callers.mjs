/** Somebody's workspace, and one that dora.dev's team owns. */
export const FOREIGN = 'ws-payments';
export const OWN = 'ws-shop';

/** One more person, who is in no group at all. */
export const VISITOR = 'vera.visitor';

/**
 * The columns of the table: who asks, and for which workspace. A service has a
 * token of its own and acts for nobody.
 */
export const CALLERS = [
  { title: 'not signed in', workspace: FOREIGN },
  { title: 'no role', person: VISITOR, workspace: FOREIGN },
  { title: 'other tenant', person: 'dora.dev', workspace: FOREIGN },
  { title: 'owner', person: 'dora.dev', workspace: OWN },
  { title: 'operator', person: 'otto.operator', workspace: FOREIGN },
  { title: 'approver', person: 'ana.approver', workspace: FOREIGN },
  { title: 'auditor', person: 'augusto.audit', workspace: FOREIGN },
  { title: 'platform', person: 'petra.platform', workspace: FOREIGN },
  { title: 'service', service: true, workspace: FOREIGN },
];
