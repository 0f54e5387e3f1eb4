import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { contextName, writeKubeconfig } from '.';
import { startTestServer } from './server/testClient';

describe('writeKubeconfig', () => {
  it('lets client-node in as each identity, and only its owner read it', async () => {
    const { server } = await startTestServer();
    const folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    const path = join(folder, 'config');
    await writeKubeconfig(path, [server]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);

    const config = new KubeConfig();
    config.loadFromFile(path);
    expect(config.getContexts().map(({ name }) => name)).toEqual([
      'admin@test',
      'plugin@test',
    ]);
    const namespaces = await config.makeApiClient(CoreV1Api).listNamespace();
    expect(namespaces.items.map(({ metadata }) => metadata?.name)).toEqual([
      'velero',
    ]);

    config.setCurrentContext(contextName('test', 'plugin'));
    await expect(
      config.makeApiClient(CoreV1Api).listNamespace(),
    ).rejects.toMatchObject({ code: 403 });
    await server.close();
    await rm(folder, { recursive: true });
  });
});
