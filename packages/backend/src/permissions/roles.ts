import { Config } from '@backstage/config';
import { z } from 'zod';

const roleSchema = z.strictObject({
  name: z.string().min(1),
  groups: z.array(z.string().min(1)).min(1),
  allow: z.array(z.string().min(1)).default([]),
  allowOnOwnedWorkspaces: z.array(z.string().min(1)).default([]),
  allowOnOwnTasks: z.array(z.string().min(1)).default([]),
});

/** One entry of `permission.roles`. */
export type Role = z.infer<typeof roleSchema>;

/** Reads `permission.roles`; a bad entry stops the start with its path. */
export function readRoles(config: Config): Role[] {
  const roles = config.getOptional('permission.roles') ?? [];
  const result = z.array(roleSchema).safeParse(roles);
  if (!result.success) {
    const problems = result.error.issues.map(
      issue => `permission.roles.${issue.path.join('.')}: ${issue.message}`,
    );
    throw new Error(`Invalid configuration: ${problems.join('; ')}`);
  }
  return result.data;
}

/** What a person may do: by name at once, and on what is his own. */
export interface Grants {
  allows(permission: string): boolean;
  allowsOnOwnedWorkspaces(permission: string): boolean;
  allowsOnOwnTasks(permission: string): boolean;
}

/** Adds up the roles that a person's groups give him. */
export function grantsFor(roles: Role[], ownership: string[]): Grants {
  const groups = new Set(ownership.map(ref => ref.toLocaleLowerCase('en-US')));
  const held = roles.filter(role =>
    role.groups.some(
      group => group === '*' || groups.has(group.toLocaleLowerCase('en-US')),
    ),
  );
  const allowsBy =
    (key: 'allow' | 'allowOnOwnedWorkspaces' | 'allowOnOwnTasks') =>
    (permission: string) =>
      held.some(role => role[key].some(name => matches(name, permission)));
  return {
    allows: allowsBy('allow'),
    allowsOnOwnedWorkspaces: allowsBy('allowOnOwnedWorkspaces'),
    allowsOnOwnTasks: allowsBy('allowOnOwnTasks'),
  };
}

function matches(pattern: string, permission: string): boolean {
  const parts = pattern.split('*').map(escapeRegExp);
  return new RegExp(`^${parts.join('.*')}$`).test(permission);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
