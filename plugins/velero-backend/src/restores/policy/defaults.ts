import { DefaultRuleName } from '@appgear/backstage-plugin-velero-common';
import { PolicyRule } from './types';

const DAY_MS = 24 * 3_600_000;

const APPROVERS = 'group:default/appgear-dr-approvers';
const PLATFORM_ADMINS = 'group:default/appgear-platform-admins';

/**
 * The policy of a portal that configures none, for the roles of module 06:
 * DR operators ask, DR approvers, owners and platform admins consent.
 */
export const DEFAULT_RULES: (PolicyRule & { name: DefaultRuleName })[] = [
  {
    name: 'every restore',
    when: {},
    require: [{ group: APPROVERS, count: 1 }],
  },
  {
    name: 'into what is alive',
    when: { target: ['living', 'mapped'] },
    require: [{ owners: true, count: 1 }],
  },
  {
    name: 'overwriting what is alive',
    when: { overwrite: true },
    require: [{ group: APPROVERS, count: 2 }],
  },
  {
    name: 'cluster-scoped objects',
    when: { clusterScoped: true },
    require: [{ group: PLATFORM_ADMINS, count: 1 }],
  },
  {
    name: 'the platform itself',
    when: { platform: true },
    require: [{ group: PLATFORM_ADMINS, count: 1 }],
  },
  {
    name: 'a point that is not proven',
    when: { grade: ['partial', 'metadataOnly', 'empty', 'unknown'] },
    require: [{ group: APPROVERS, count: 2 }],
  },
  {
    name: 'an old point into production',
    when: { clusterRole: ['production'], pointOlderThanMs: 30 * DAY_MS },
    require: [{ group: APPROVERS, count: 2 }],
  },
  {
    name: "Velero's own namespace",
    when: { veleroNamespace: true },
    require: [
      { group: APPROVERS, count: 2 },
      { group: PLATFORM_ADMINS, count: 1 },
    ],
  },
  {
    name: 'what the gate rests on',
    when: { gateObjects: true },
    require: [
      { group: APPROVERS, count: 2 },
      { group: PLATFORM_ADMINS, count: 1 },
    ],
  },
];
