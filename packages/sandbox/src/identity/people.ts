/** Someone who can sign in. */
export interface Person {
  /** Also the subject, and the name of the catalog's User. */
  username: string;
  name: string;
  email: string;
  /** Names of the catalog's Groups. */
  groups: readonly string[];
  /** What the person stands for, to tell the choices apart. */
  title: string;
}

/** The people of the demo; the test bed's Keycloak knows the same. */
export const demoPeople: readonly Person[] = [
  person('Dora Dev', 'dev', 'Developer of team Checkout', 'team-checkout'),
  person('Otto Operator', 'operator', 'DR operator', 'appgear-dr-operators'),
  person('Ana Approver', 'approver', 'DR approver', 'appgear-dr-approvers'),
  person(
    'Bruno Approver',
    'approver',
    'DR approver, owns the workspace Payments',
    'appgear-dr-approvers',
    'team-payments',
  ),
  person(
    'Petra Platform',
    'platform',
    'Platform administrator',
    'appgear-platform-admins',
  ),
  person('Augusto Audit', 'audit', 'Auditor', 'appgear-auditors'),
];

function person(
  name: string,
  role: string,
  title: string,
  ...groups: string[]
): Person {
  const username = `${name.split(' ')[0].toLowerCase()}.${role}`;
  return {
    username,
    name,
    title,
    groups,
    email: `${username}@appgear.example`,
  };
}
