import { z } from 'zod/v3';

/**
 * A value as it will stand in a manifest. Neither Kustomize nor Argo CD fills
 * in variables, so one that is left in goes to the cluster as it is.
 */
export const realValue = (description: string) =>
  z
    .string()
    .min(1)
    .refine(
      text => !/\$\{|\$\(|\{\{|^<.*>$/.test(text),
      text => ({
        message: `"${text}" is a placeholder that nobody fills in; write the value itself`,
      }),
    )
    .describe(description);

/** The name of an object, or of a namespace. */
export const dnsLabel = (description: string) =>
  z
    .string()
    .max(63)
    .regex(
      /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
      'is no name in Kubernetes: use small letters, digits and hyphens',
    )
    .describe(description);

/** Each field that does not fit, with the reason. */
export const issuesOf = ({ issues }: z.ZodError): string[] =>
  issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
