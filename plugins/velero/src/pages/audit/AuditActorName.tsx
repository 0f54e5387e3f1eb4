import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@appgear/backstage-plugin-velero-common';
import { EntityName } from '../../components/layout';
import { veleroTranslationRef } from '../../translation';

/** Who did it: a person, a service, or the portal by itself. */
export function AuditActorName(props: {
  event: AuditEvent;
  /** Where an entity's page is. */
  entityLink(ref: string): string;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { actor, details } = props.event;
  if (actor.kind === 'system') {
    return <>{t('audit.system')}</>;
  }
  if (actor.kind === 'service') {
    return <>{actor.ref}</>;
  }
  const person = (
    <EntityName entityRef={actor.ref} href={props.entityLink(actor.ref)} />
  );
  return typeof details.through === 'string'
    ? t('audit.through', { person, service: details.through })
    : person;
}
