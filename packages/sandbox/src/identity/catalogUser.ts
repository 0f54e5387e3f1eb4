import type { Person } from './people';

/** A person's entity reference. @example `userRef('dora.dev')` */
export const userRef = (username: string) => `user:default/${username}`;

/**
 * A person as the catalog knows him once it has processed `org.yaml`, with his
 * relations: what a stand-in of the catalog is given.
 */
export function catalogUser({
  username,
  groups,
}: Pick<Person, 'username' | 'groups'>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: username, namespace: 'default' },
    spec: { memberOf: [...groups] },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}
