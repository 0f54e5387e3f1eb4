import { readFileSync } from 'node:fs';
import { request } from 'node:https';

interface State {
  clusters: Array<{
    name: string;
    server: string;
    caFile: string;
    adminToken: string;
  }>;
  keycloak: { users: Array<{ username: string; password: string }> };
}

/** The servers behind the portal under test, as the bed's state file describes them. */
export function readTestBed() {
  const file = process.env.DR_WORLD;
  if (!file) {
    throw new Error(
      'DR_WORLD is not set: run these tests by `npm run test:real`.',
    );
  }
  const { clusters, keycloak } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as State;

  return {
    passwordOf(person: string): string {
      const user = keycloak.users.find(({ username }) => username === person);
      if (!user) throw new Error(`Keycloak does not know ${person}.`);
      return user.password;
    },

    /** Calls an API server as its administrator. */
    call(name: string, method: string, path: string, body?: object) {
      const cluster = clusters.find(each => each.name === name);
      if (!cluster) throw new Error(`The bed has no cluster ${name}.`);
      return new Promise<any>((resolve, reject) => {
        request(
          `${cluster.server}${path}`,
          {
            method,
            ca: readFileSync(cluster.caFile),
            headers: {
              authorization: `Bearer ${cluster.adminToken}`,
              'content-type': 'application/json',
            },
          },
          async response => {
            let text = '';
            for await (const chunk of response) text += chunk;
            if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text));
            else reject(new Error(`${name} ${method} ${path}: ${text}`));
          },
        )
          .on('error', reject)
          .end(body && JSON.stringify(body));
      });
    },
  };
}
