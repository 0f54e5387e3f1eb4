import {
  parseGoDuration,
  VeleroCron,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod/v3';
import { dnsLabel } from './values';

const cron = z
  .string()
  .superRefine((text, context) => report(context, () => VeleroCron.parse(text)))
  .describe("When, as Velero's cron reads it; in UTC");
const ttl = z
  .string()
  .superRefine((text, context) => report(context, () => parseGoDuration(text)))
  .describe('How long a backup is kept, such as 720h');

function report(context: z.RefinementCtx, parse: () => unknown) {
  try {
    parse();
  } catch (error) {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message: (error as Error).message,
    });
  }
}

const schedule = (defaults: { cron: string; ttl: string }) =>
  z
    .object({
      cron: cron.default(defaults.cron),
      ttl: ttl.default(defaults.ttl),
    })
    .strict()
    .default({});

/** Which workspaces the daily schedule takes: exactly one of both. @public */
export const workspacesInput = z
  .object({
    namespaces: z
      .array(dnsLabel('A namespace'))
      // To Velero an empty list is every namespace.
      .min(1, 'names no workspace: to Velero that is every namespace')
      .describe('The namespaces, each by its name')
      .optional(),
    pattern: z
      .string()
      .regex(
        /^[a-z0-9][-a-z0-9?[\]]*\*?$/,
        'is no pattern that Velero reads: begin with a fixed part, such as ws-*',
      )
      .describe('A pattern such as ws-*; from Velero 1.18 on')
      .optional(),
    except: z
      .array(dnsLabel('A namespace'))
      .describe('Namespaces that the pattern is not to take')
      .default([]),
  })
  .strict()
  .refine(
    ({ namespaces, pattern }) =>
      (namespaces === undefined) !== (pattern === undefined),
    'write either namespaces or pattern',
  );

/** When the schedules run, what they keep, and what belongs to the platform. @public */
export const schedulesInput = z
  .object({
    coreNamespaces: z
      .array(dnsLabel('A namespace'))
      .min(1)
      .describe("The platform's own namespaces")
      .default([
        'argocd',
        'security',
        'appgear-core',
        'backstage',
        'observability',
        'velero',
      ]),
    fullExcept: z
      .array(dnsLabel('A namespace'))
      .describe('Namespaces that even the full backup leaves out')
      .default([
        'kube-node-lease',
        'kube-public',
        'kube-system',
        'rook-ceph',
        'ws-tmp',
      ]),
    core: schedule({ cron: '0 1 * * *', ttl: '720h' }),
    workspaces: schedule({ cron: '0 2 * * *', ttl: '336h' }),
    full: schedule({ cron: '0 3 * * 0', ttl: '2160h' }),
  })
  .strict();
