import { z } from 'zod';
import { memberName } from './memberName';

const ACCESS = ['kubeconfig', 'inCluster', 'url'] as const;

const text = z.string().min(1);

const clusterShape = z.strictObject({
  name: memberName,
  title: text.optional(),
  role: z
    .enum(['production', 'dr', 'staging', 'development'])
    .default('production'),
  veleroNamespace: z
    .string()
    .max(63)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 'must be the name of a namespace')
    .default('velero'),
  kubeconfig: z
    .strictObject({ file: text.optional(), context: text })
    .optional(),
  inCluster: z.boolean().optional(),
  url: z
    .url({
      protocol: /^https$/,
      error: 'must be an https address without a user name',
    })
    .refine(
      url => !URL.canParse(url) || new URL(url).username === '',
      'must be an https address without a user name',
    )
    .optional(),
  tokenFile: text.optional(),
  caFile: text.optional(),
});

type RawCluster = Partial<z.input<typeof clusterShape>>;

/** One entry of `velero.clusters`. */
export const clusterSchema = clusterShape.check(context => {
  for (const { path, message } of accessProblems(context.value)) {
    context.issues.push({
      code: 'custom',
      input: context.value,
      path,
      message,
    });
  }
});

/** One entry of `velero.clusters`, with the defaults filled in. */
export type ClusterConfig = z.output<typeof clusterSchema>;

function accessProblems(
  cluster: RawCluster,
): Array<{ path: string[]; message: string }> {
  const given = ACCESS.filter(key => cluster[key]);
  if (given.length !== 1) {
    const found = given.length ? given.join(' and ') : 'none of them';
    return [
      {
        path: [],
        message: `needs exactly one of kubeconfig, inCluster: true or url; found ${found}`,
      },
    ];
  }
  const needed = given[0] === 'url';
  return (['tokenFile', 'caFile'] as const)
    .filter(key => (cluster[key] !== undefined) !== needed)
    .map(key => ({
      path: [key],
      message: needed ? 'is required with url' : 'belongs to url only',
    }));
}
