import { ActionContext } from '@backstage/plugin-scaffolder-node';

/** The same for each try of one step of one task, and for no other. */
export function idempotencyKey(
  ctx: Pick<ActionContext<any, any>, 'task' | 'step' | 'each'>,
): string {
  const each = ctx.each ? `/${JSON.stringify(ctx.each.key)}` : '';
  return `scaffolder/${ctx.task.id}/${ctx.step?.id ?? ''}${each}`;
}
