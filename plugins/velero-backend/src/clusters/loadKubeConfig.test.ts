import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clusterSchema } from '../config/clusters';
import { Credentials } from './Credentials';
import { loadKubeConfig } from './loadKubeConfig';

describe('how a cluster is reached', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: unknown): string {
    const target = path.join(folder, name);
    writeFileSync(
      target,
      typeof content === 'string' ? content : JSON.stringify(content),
    );
    return target;
  }

  function kubeconfig(user: object, cluster: object = {}): string {
    return file('kubeconfig', {
      clusters: [
        {
          name: 'c',
          cluster: { server: 'https://c.example:6443', ...cluster },
        },
      ],
      users: [{ name: 'u', user }],
      contexts: [
        { name: 'prod', context: { cluster: 'c', user: 'u' } },
        { name: 'broken', context: { cluster: 'gone', user: 'u' } },
      ],
    });
  }

  const access = (entry: object) =>
    new Credentials(() =>
      loadKubeConfig(clusterSchema.parse({ name: 'prod', ...entry })),
    ).access();

  const headersOf = async (entry: object) =>
    (await access(entry)).options.headers as Record<string, string>;

  it('reads a context with its token and authority', async () => {
    const { server, options, unverified } = await access({
      kubeconfig: {
        context: 'prod',
        file: kubeconfig(
          { token: 'secret' },
          { 'certificate-authority-data': btoa('CA') },
        ),
      },
    });
    expect(server.href).toBe('https://c.example:6443/');
    expect(String(options.ca)).toBe('CA');
    expect(options.headers).toEqual({ Authorization: 'Bearer secret' });
    expect(unverified).toBe(false);
  });

  it('says which contexts there are', async () => {
    const entry = { kubeconfig: { context: 'prd', file: kubeconfig({}) } };
    await expect(access(entry)).rejects.toThrow(
      'the kubeconfig has no context "prd"; it has prod, broken',
    );
  });

  it('says when a context names what is not there', async () => {
    const entry = { kubeconfig: { context: 'broken', file: kubeconfig({}) } };
    await expect(access(entry)).rejects.toThrow(
      'the cluster or user that context "broken" names is missing',
    );
  });

  it('names a kubeconfig that is missing, and does not quote one that is broken', async () => {
    await expect(
      access({ kubeconfig: { context: 'prod', file: '/nowhere/config' } }),
    ).rejects.toThrow('/nowhere/config cannot be read: ENOENT');
    const broken = file('broken', 'token: [secret');
    await expect(
      access({ kubeconfig: { context: 'prod', file: broken } }),
    ).rejects.toThrow('the kubeconfig cannot be parsed, or its plugin failed');
  });

  it('asks a plugin for the token', async () => {
    const credential = { status: { token: 'from-plugin' } };
    const exec = {
      command: process.execPath,
      args: ['-p', `'${JSON.stringify(credential)}'`],
    };
    const entry = {
      kubeconfig: { context: 'prod', file: kubeconfig({ exec }) },
    };
    expect(await headersOf(entry)).toEqual({
      Authorization: 'Bearer from-plugin',
    });
  });

  it('names a plugin that cannot be run, and keeps what one wrote to itself', async () => {
    const run = (exec: object) =>
      access({ kubeconfig: { context: 'prod', file: kubeconfig({ exec }) } });
    await expect(run({ command: '/nowhere/aws' })).rejects.toThrow(
      'the plugin /nowhere/aws cannot be run: ENOENT',
    );
    const failing = {
      command: process.execPath,
      args: ['-e', 'console.error("secret"); process.exit(1)'],
    };
    const error = await run(failing).catch(failure => failure);
    expect(error.name).toBe('CredentialsError');
    expect(String(error)).not.toContain('secret');
  });

  it('reads an address with files, without the newline that editors leave', async () => {
    const { server, options } = await access({
      url: 'https://c.example:6443/',
      tokenFile: file('token', 'secret\n'),
      caFile: file('ca', 'CA'),
    });
    expect(server.href).toBe('https://c.example:6443/');
    expect(options.headers).toEqual({ Authorization: 'Bearer secret' });
    expect(String(options.ca)).toBe('CA');
  });

  it('knows that it is not in a pod', async () => {
    await expect(access({ inCluster: true })).rejects.toThrow(
      'KUBERNETES_SERVICE_HOST is not set',
    );
  });

  it('tells of a certificate that is not to be looked at', async () => {
    const insecure = kubeconfig({}, { 'insecure-skip-tls-verify': true });
    expect(
      (await access({ kubeconfig: { context: 'prod', file: insecure } }))
        .unverified,
    ).toBe(true);
  });
});
