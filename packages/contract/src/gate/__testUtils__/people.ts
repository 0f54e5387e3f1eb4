import { catalogUser, demoPeople } from '@appgear/velero-sandbox';

/** Who is in which group, as the roles of module 06 have it. */
export type People = Record<string, readonly string[]>;

/** The demo people. */
export const PEOPLE: People = Object.fromEntries(
  demoPeople.map(({ username, groups }) => [username, groups]),
);

/** The catalog's users of these people. */
export const toEntities = (people: People) =>
  Object.entries(people).map(([username, groups]) =>
    catalogUser({ username, groups }),
  );
