import { ObjectEffect, Restore } from '@appgear/backstage-plugin-velero-common';
import { outcomeOf } from './outcome';
import { RestoreFiles } from './RestoreCluster';

const completed: Restore = {
  apiVersion: 'velero.io/v1',
  kind: 'Restore',
  metadata: { name: 'gate-1' },
  status: { phase: 'Completed' },
};

const skip = (resource: string, kind: string, name: string): ObjectEffect => ({
  resource,
  kind,
  namespace: 'ws-shop',
  name,
  action: 'skip',
});

function files(
  resourceList: RestoreFiles['resourceList'],
  errors: string[] = [],
): RestoreFiles {
  return {
    resourceList,
    results: { errors: { namespaces: { 'ws-shop': errors } }, warnings: {} },
  };
}

function said(text: string) {
  return text.split('; ').map(message => expect.objectContaining({ message }));
}

describe('what a Restore came to that Velero calls Completed', () => {
  it('is a success with what it created', () => {
    expect(
      outcomeOf(
        completed,
        files({ 'v1/Secret': ['ws-shop/a(created)', 'ws-shop/b(skipped)'] }),
        [],
      ),
    ).toMatchObject({
      state: 'succeeded',
      reasons: said('1 created; 1 skipped'),
    });
  });

  it('is not whole when objects failed', () => {
    expect(
      outcomeOf(
        completed,
        files({
          'v1/Secret': ['ws-shop/a(updated)'],
          'v1/PersistentVolumeClaim': ['ws-shop/data(failed)'],
        }),
        [],
      ),
    ).toMatchObject({
      state: 'partiallyFailed',
      reasons: said('Completed, but not whole; 1 updated; 1 failed'),
    });
  });

  it('is not whole when Velero noted errors and lists no object as failed', () => {
    expect(
      outcomeOf(
        completed,
        files({ 'v1/Secret': ['ws-shop/a(created)'] }, ['hook failed']),
        [],
      ).state,
    ).toBe('partiallyFailed');
  });

  it('is said to have changed nothing, in part failed or not', () => {
    expect(
      outcomeOf(completed, files({ 'v1/Secret': ['ws-shop/a(skipped)'] }), []),
    ).toMatchObject({
      state: 'succeeded',
      reasons: said('Completed, but nothing changed; 1 skipped'),
    });
    expect(
      outcomeOf(completed, files({ 'v1/Secret': ['ws-shop/a(failed)'] }), []),
    ).toMatchObject({
      state: 'partiallyFailed',
      reasons: said('Completed, but nothing changed; 1 failed'),
    });
    expect(outcomeOf(completed, files({}), [])).toMatchObject({
      state: 'succeeded',
      reasons: said('Completed, but nothing changed; no objects'),
    });
  });

  it('does not hold what was approved to be left against it', () => {
    const { state, objects, summary } = outcomeOf(
      completed,
      files({
        'v1/Service': ['ws-shop/api(failed)'],
        'apps/v1/Deployment': ['ws-shop/api(failed)', 'ws-shop/web(created)'],
      }),
      [skip('services', 'Service', 'api')],
    );
    expect(state).toBe('partiallyFailed');
    expect(summary.results).toEqual({
      created: 1,
      updated: 0,
      skipped: 1,
      failed: 1,
    });
    expect(objects).toContainEqual({
      apiKind: 'v1/Service',
      namespace: 'ws-shop',
      name: 'api',
      result: 'skipped',
    });
  });

  it('knows what was approved by group and kind, whatever the version', () => {
    expect(
      outcomeOf(
        completed,
        files({ 'apps/v1beta2/Deployment': ['ws-shop/api(failed)'] }),
        [skip('deployments.apps', 'Deployment', 'api')],
      ).state,
    ).toBe('succeeded');
  });

  it('does not hold against it what a new namespace gets by itself', () => {
    expect(
      outcomeOf(
        completed,
        files({
          'v1/ConfigMap': [
            'drill/kube-root-ca.crt(failed)',
            'drill/settings(created)',
          ],
          'discovery.k8s.io/v1/EndpointSlice': ['drill/shop-x7(failed)'],
        }),
        [],
      ),
    ).toMatchObject({
      state: 'succeeded',
      reasons: said('1 created; 2 skipped'),
    });
  });

  it('explains nothing away where there are errors', () => {
    expect(
      outcomeOf(
        { ...completed, status: { phase: 'PartiallyFailed', errors: 1 } },
        files({ 'v1/Service': ['ws-shop/api(failed)'] }, ['quota']),
        [skip('services', 'Service', 'api')],
      ),
    ).toMatchObject({
      state: 'partiallyFailed',
      reasons: said('1 errors; 1 failed'),
    });
  });
});
