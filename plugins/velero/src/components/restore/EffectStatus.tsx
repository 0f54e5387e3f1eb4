import {
  RemixiconComponentType,
  RiAddCircleLine,
  RiEditLine,
  RiPauseCircleLine,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EffectAction } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status, Tone } from '../status';

const LOOKS: Record<
  EffectAction,
  { tone: Tone; icon: RemixiconComponentType }
> = {
  create: { tone: 'success', icon: RiAddCircleLine },
  patch: { tone: 'danger', icon: RiEditLine },
  skip: { tone: 'neutral', icon: RiPauseCircleLine },
  notRestored: { tone: 'neutral', icon: RiSubtractLine },
  unclear: { tone: 'warning', icon: RiQuestionLine },
};

/** What Velero will do with an object. */
export function EffectStatus(props: { action: EffectAction }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Status {...LOOKS[props.action]}>{t(`effect.${props.action}`)}</Status>
  );
}
