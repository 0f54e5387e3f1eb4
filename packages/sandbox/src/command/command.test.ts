import { mkdtempSync, readFileSync, statSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { KubeConfig } from '@kubernetes/client-node';
import { ControlServer } from '../control';
import { Sandbox, startSandbox } from '../sandbox';
import { readOptions } from './options';
import { writeState } from './writeState';

describe('the options', () => {
  it('have sensible defaults', () => {
    expect(readOptions(['--state', '/s'])).toEqual({
      state: '/s',
      scenario: 'appgear',
      seed: 'sandbox',
      speed: 1,
      portBase: 0,
      redirectUris: [],
      visitors: [],
      scale: undefined,
    });
  });

  it('can all be given', () => {
    expect(
      readOptions(
        '--state /s --scale 50x2000x10 --speed 60 --ports 6000 --redirect-uri http://a --redirect-uri http://b --visitor vera'.split(
          ' ',
        ),
      ),
    ).toMatchObject({
      scale: { clusters: 50, backups: 2000, objects: 10 },
      visitors: ['vera'],
      speed: 60,
      portBase: 6000,
      redirectUris: ['http://a', 'http://b'],
    });
  });

  it.each([
    ['', /--state is needed/],
    [
      '--state /s --speed fast',
      /--speed is a number from 0 to 100000, not 'fast'/,
    ],
    ['--state /s --scale big', /--scale is like 50x2000 or .*, not 'big'/],
    ['--state /s --scael 1x1', /Unknown option '--scael'/],
  ])('%p are refused, with the usage', (line, problem) => {
    const read = () => readOptions(line.split(' ').filter(Boolean));
    expect(read).toThrow(problem);
    expect(read).toThrow(/Usage: sandbox --state DIR/);
  });
});

describe('the state folder', () => {
  let sandbox: Sandbox;
  let control: ControlServer;
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));

  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: 'bare' });
    control = new ControlServer(sandbox);
    await control.listen();
    writeState(folder, sandbox, control);
  });
  afterAll(async () => {
    await control.close();
    await sandbox.close();
  });

  it('tells everything that a user of the sandbox needs', () => {
    const state = JSON.parse(
      readFileSync(join(folder, 'sandbox.json'), 'utf8'),
    );
    expect(state).toMatchObject({
      clusters: [
        {
          name: 'ag-eu-core-staging',
          role: 'staging',
          server: sandbox.clusters['ag-eu-core-staging'].api.url,
          veleroNamespace: 'velero',
        },
      ],
      identity: { issuer: sandbox.identity.issuer, clientId: 'backstage' },
      control: { url: control.url, token: control.token },
    });
    expect(state.identity.people).toContainEqual(
      expect.objectContaining({ name: 'dora.dev' }),
    );
    const [{ caFile }] = state.clusters;
    expect(readFileSync(caFile, 'utf8')).toMatch(/BEGIN CERTIFICATE/);
  });

  it('has a kubeconfig whose contexts are the clusters, for the portal', () => {
    const config = new KubeConfig();
    config.loadFromFile(join(folder, 'kubeconfig'));
    expect(config.getContexts().map(({ name }) => name)).toEqual([
      'ag-eu-core-staging',
    ]);
    expect(config.getCurrentUser()?.token).toBe(
      sandbox.clusters['ag-eu-core-staging'].api.identities.find(
        ({ name }) => name === 'system:serviceaccount:velero:backstage-velero',
      )?.token,
    );
  });

  it('is for its owner only', () => {
    for (const file of ['sandbox.json', 'kubeconfig']) {
      expect(statSync(join(folder, file)).mode % 0o1000).toBe(0o600);
    }
  });
});
