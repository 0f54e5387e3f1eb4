import type {
  EffectChange,
  HookEffect,
  ObjectEffect,
} from '@appgear/backstage-plugin-velero-common';
import { Say } from '../../translation';

/** All that is to be said of one object besides what happens to it. */
export function effectNotes(effect: ObjectEffect, t: Say): string[] {
  const { reason, unclear = [], volume, changes = [], hooks = [] } = effect;
  return [
    ...(effect.crossesTenant ? [tenantNote(effect.crossesTenant, t)] : []),
    ...(reason ? [t(`effect.reason.${reason}`)] : []),
    ...unclear.map(why => t(`effect.unclear.${why}`)),
    ...(volume
      ? [
          t('effect.data', {
            data: t(`effect.data.${volume.data}`),
            reason: t(`effect.why.${volume.reason}`),
          }),
        ]
      : []),
    ...changes.map(change => changeNote(change, t)),
    ...hooks.map(hook => hookNote(hook, t)),
  ];
}

function tenantNote(
  { from, to }: NonNullable<ObjectEffect['crossesTenant']>,
  t: Say,
): string {
  return from === undefined
    ? t('effect.crossesTenantUnknown', { to })
    : t('effect.crossesTenant', { from, to });
}

function changeNote(change: EffectChange, t: Say): string {
  switch (change.what) {
    case 'storageClass':
    case 'image':
      return t(`effect.change.${change.what}`, {
        from: change.from,
        to: change.to,
      });
    default:
      return t('effect.change.resourceModifier', { rule: change.rule });
  }
}

function hookNote({ type, command, source, unclear }: HookEffect, t: Say) {
  return [
    t(`effect.hook.${type}`, {
      command: command ?? t('effect.hook.noCommand'),
    }),
    source === 'annotation' && t('effect.hook.annotation'),
    unclear && t('effect.hook.unclear'),
  ]
    .filter(Boolean)
    .join(' ');
}
