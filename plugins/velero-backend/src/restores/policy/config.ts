import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  POINT_GRADES,
  PointGrade,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { duration } from '../../config/duration';
import { DEFAULT_RULES } from './defaults';
import { PolicyRule } from './types';

const text = z.string().min(1);
const flag = z.boolean().optional();
const texts = z.array(text).min(1).optional();

/** A group, completed and in lower case: `appgear-dr-approvers` will do. */
const groupRef = text.transform((ref, context) => {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    context.addIssue({
      code: 'custom',
      message:
        'must be an entity reference, such as group:default/appgear-dr-approvers',
    });
    return z.NEVER;
  }
});

/** `duration` has a default, and would give it to every rule. */
const optionalDuration = z.unknown().transform((value, context) => {
  if (value === undefined) return undefined;
  const parsed = duration('1s').safeParse(value);
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: parsed.error.issues[0].message });
  return z.NEVER;
});

const when = z.strictObject({
  target: z
    .array(z.enum(['new', 'living', 'mapped']))
    .min(1)
    .optional(),
  overwrite: flag,
  clusterScoped: flag,
  tenantCrossing: flag,
  platform: flag,
  veleroNamespace: flag,
  gateObjects: flag,
  secrets: flag,
  hooks: flag,
  clusterRole: z
    .array(z.enum(['production', 'dr', 'staging', 'development']))
    .min(1)
    .optional(),
  pointOlderThan: optionalDuration.optional(),
  grade: z
    .array(z.enum(POINT_GRADES as [PointGrade, ...PointGrade[]]))
    .min(1)
    .optional(),
  workspaces: texts,
  tenants: texts,
});

const requirement = z
  .strictObject({
    group: groupRef.optional(),
    owners: z.literal(true).optional(),
    count: z.number().int().min(1).max(20).default(1),
  })
  .refine(
    asked => (asked.group === undefined) !== (asked.owners === undefined),
    {
      message: 'needs exactly one of group and owners: true',
    },
  );

const rule = z
  .strictObject({
    name: text,
    when: when.prefault({}),
    refuse: text.optional(),
    require: z.array(requirement).optional(),
  })
  .refine(
    ({ refuse, require }) => (refuse === undefined) !== (require === undefined),
    {
      message:
        'needs exactly one of require (an empty list asks for nobody) and refuse',
    },
  )
  .transform((parsed): PolicyRule => {
    const { pointOlderThan, ...conditions } = parsed.when;
    return {
      name: parsed.name,
      when: {
        ...conditions,
        ...(pointOlderThan !== undefined && {
          pointOlderThanMs: pointOlderThan,
        }),
      },
      ...(parsed.refuse !== undefined && { refuse: parsed.refuse }),
      require: (parsed.require ?? []).map(({ group, count }) =>
        group === undefined ? { owners: true, count } : { group, count },
      ),
    };
  });

/**
 * `velero.restores`: the gate. Durations are milliseconds. A list of rules
 * replaces the shipped one whole, so that what is written is what holds.
 */
export const restoresSchema = z.strictObject({
  /** How long a request may wait for its approvals. */
  approveWithin: duration('24h'),
  /** How long an approval is good for. */
  executeWithin: duration('4h'),
  /** When approvers are reminded, before the first clock runs out. */
  remindBefore: duration('4h'),
  /** A Restore that makes no progress for so long is reported as stuck. */
  stuckAfter: duration('30m'),
  rules: z
    .array(rule)
    .min(1, 'needs at least one rule: without rules every restore is refused')
    .check(context => {
      const seen = new Set<string>();
      context.value.forEach(({ name }, index) => {
        if (seen.has(name)) {
          context.issues.push({
            code: 'custom',
            input: name,
            path: [index, 'name'],
            message: `"${name}" is the name of another rule`,
          });
        }
        seen.add(name);
      });
    })
    .default(DEFAULT_RULES),
  /**
   * Cluster-scoped objects that the gate rests on, as `kind/name`; `*` stands
   * for any part. A restore that touches one needs a rule that says so.
   */
  gateObjects: z
    .array(text.regex(/^[^/]+\/[^/]+$/, 'must be kind/name'))
    .default([
      'ValidatingAdmissionPolicy/velero-restore-gate*',
      'ValidatingAdmissionPolicyBinding/velero-restore-gate*',
      'ClusterRole/backstage-velero*',
      'ClusterRoleBinding/backstage-velero*',
    ]),
});

/** `velero.restores`, with the defaults filled in. */
export type RestoresConfig = z.output<typeof restoresSchema>;
