import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const directory = resolvePackagePath(
  '@appgear/backstage-plugin-velero-backend',
  'migrations',
);

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('migrations in %s', id => {
  it('go up, down to nothing, and up again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    await knex.migrate.rollback({ directory }, true);
    await knex.migrate.latest({ directory });
    expect(await knex('restore_requests').select()).toEqual([]);
  });
});
