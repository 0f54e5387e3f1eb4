/** Who is in which group, as the roles of module 06 have it. */
export type People = Record<string, string[]>;

/** The demo people. */
export const PEOPLE: People = {
  'otto.operator': ['appgear-dr-operators'],
  'ana.approver': ['appgear-dr-approvers'],
  'bruno.approver': ['appgear-dr-approvers', 'team-payments'],
  'dora.dev': ['team-checkout'],
  'petra.platform': ['appgear-platform-admins'],
};

export const userRef = (name: string) => `user:default/${name}`;

/** The catalog's users of these people. */
export function toEntities(people: People) {
  return Object.entries(people).map(([name, groups]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { memberOf: groups },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  }));
}
