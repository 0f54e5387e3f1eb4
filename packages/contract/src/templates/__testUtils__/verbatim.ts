import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { objectsIn } from './kustomize';

/** All manifests of Module 15, as they are written there. */
export const VERBATIM = [
  ...readFileSync(
    join(
      dirname(
        require.resolve(
          '@appgear/backstage-plugin-scaffolder-backend-module-velero/package.json',
        ),
      ),
      'src/lint/__fixtures__/module-15.md',
    ),
    'utf8',
  ).matchAll(/^```yaml\n(.*?)^```$/gms),
]
  .flatMap(([, block]) => objectsIn(block))
  .filter(object => object?.metadata);

/** One of them. */
export function verbatim(kind: string, name: string) {
  const found = VERBATIM.find(
    object => object.kind === kind && object.metadata.name === name,
  );
  if (!found) throw new Error(`Module 15 has no ${kind} ${name}`);
  return structuredClone(found);
}
