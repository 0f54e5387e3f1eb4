import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';

/** Who did it: a person, a service, or the portal by itself. */
export function AuditActorName({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { actor, details } = event;
  if (actor.kind === 'system') {
    return <>{t('audit.system')}</>;
  }
  if (actor.kind === 'service') {
    return <>{actor.ref}</>;
  }
  const person = <EntityRefLink entityRef={actor.ref} />;
  return typeof details.through === 'string'
    ? t('audit.through', { person, service: details.through })
    : person;
}
