import * as client from '@kubernetes/client-node';
import { builtinResourceTypes } from '../resourceTypes';
import generated from './builtinModels.json';
import { builtinModel, pruneBuiltin } from './builtinSchema';

const typeOf = (kind: string) =>
  builtinResourceTypes.find(type => type.kind === kind)!;

describe('pruneBuiltin', () => {
  const prune = (object: Record<string, unknown>) => {
    const type = typeOf(String(object.kind));
    return pruneBuiltin(object, builtinModel(type)!, type);
  };

  it('removes what a kind does not have, however deep', () => {
    const deployment: any = {
      kind: 'Deployment',
      spec: {
        template: { spec: { containers: [{ name: 'c', colour: 'red' }] } },
      },
      extra: 1,
    };
    expect(prune(deployment)).toEqual([
      'spec.template.spec.containers[0].colour',
      'extra',
    ]);
    expect(deployment.spec.template.spec.containers).toEqual([{ name: 'c' }]);
    expect(deployment.extra).toBeUndefined();
  });

  it('takes numbers for quantities, and ports by name', () => {
    expect(
      prune({
        kind: 'PersistentVolumeClaim',
        spec: { resources: { requests: { storage: 1 } } },
      }),
    ).toEqual([]);
    expect(
      prune({
        kind: 'Service',
        spec: { ports: [{ port: 80, targetPort: 'http' }] },
      }),
    ).toEqual([]);
  });

  it.each([
    [
      { kind: 'ConfigMap', data: { a: 1 } },
      'json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    ],
    [
      { kind: 'Pod', spec: { containers: 'none' } },
      'json: cannot unmarshal string into Go struct field PodSpec.spec.containers of type []v1.Container',
    ],
    [
      { kind: 'Deployment', spec: { replicas: '3' } },
      'json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
    ],
  ])('refuses %j as Go’s decoder does', (object, message) => {
    expect(() => prune(object)).toThrow(message);
  });

  it('knows the fields that the installed client knows', () => {
    for (const [name, fields] of Object.entries(generated.models)) {
      const model = (client as Record<string, any>)[name];
      const current = model
        .getAttributeTypeMap()
        .map(({ baseName, type }: any) => [baseName, type]);
      expect([name, fields]).toEqual([name, Object.fromEntries(current)]);
    }
  });
});
