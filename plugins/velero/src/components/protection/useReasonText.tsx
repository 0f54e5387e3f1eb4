import { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PointRef,
  ProtectionReason,
} from '@appgear/backstage-plugin-velero-common';
import { Links, useLinks } from '../../routing/useLinks';
import { Formats, Timestamp, useFormats } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';
import { PageLink } from '../layout';
import { kindsText } from './kindsText';
import { volumesText } from './volumesText';

/** A sentence, with links and ages that tick in it. */
export type Sentence = string | ReactElement;

/** Says why a verdict is what it is, in the reader's language. */
export function useReasonText(): (reason: ProtectionReason) => Sentence {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const formats = useFormats();
  return reason => describe(reason, t, links, formats);
}

/** A point by the name of its backup, leading there. */
export function pointLink({ cluster, backup }: PointRef, links: Links) {
  return (
    <PageLink href={links.backup({ cluster, name: backup })}>{backup}</PageLink>
  );
}

function describe(
  reason: ProtectionReason,
  t: Say,
  links: Links,
  formats: Formats,
): Sentence {
  const backup = 'point' in reason ? pointLink(reason.point, links) : <></>;
  switch (reason.code) {
    case 'noPoint':
      return reason.failed
        ? t('reason.noPointFailed', {
            backup: pointLink(reason.failed, links),
            age: <Timestamp at={reason.failed.takenAt} />,
            phase: reason.failed.phase,
          })
        : t('reason.noPoint');
    case 'recreated':
      return t('reason.recreated', {
        backup,
        age: <Timestamp at={reason.createdAt} />,
      });
    case 'originUnknown':
      return t('reason.originUnknown', { backup, count: reason.count });
    case 'originInferred':
      return reason.origin.cluster
        ? t('reason.originInferred', { backup, cluster: reason.origin.cluster })
        : t('reason.originInferredNowhere', { backup });
    case 'evidenceWaiting':
      return t('reason.evidenceWaiting', { backup });
    case 'evidenceUnknown': {
      const failure = t(`evidence.${reason.failure}`);
      return reason.nextAttemptAt
        ? t('reason.evidenceUnknownRetry', {
            backup,
            failure,
            age: <Timestamp at={reason.nextAttemptAt} />,
          })
        : t('reason.evidenceUnknown', { backup, failure });
    }
    case 'storageUnavailable': {
      const { storage, message } = reason;
      return message
        ? t('reason.storageUnavailableSays', { backup, storage, message })
        : t('reason.storageUnavailable', { backup, storage });
    }
    case 'inventoryUnread':
      return t('reason.inventoryUnread');
    case 'onlyInBackups':
      return t('reason.onlyInBackups');
    case 'kindsUnreadable':
      return t('reason.kindsUnreadable', { kinds: reason.kinds.join(', ') });
    case 'pointEmpty':
      return t('reason.pointEmpty', {
        backup,
        missing: kindsText(reason.missing, t),
      });
    case 'objectsMissing':
      return t('reason.objectsMissing', {
        backup,
        missing: kindsText(reason.missing, t),
      });
    case 'volumesNotSaved':
      return t('reason.volumesNotSaved', {
        backup,
        volumes: volumesText(reason.volumes, t),
      });
    case 'volumesLocal':
      return t('reason.volumesLocal', {
        backup,
        volumes: reason.volumes.map(({ claim }) => claim).join(', '),
      });
    case 'volumesUnrecorded':
      return t('reason.volumesUnrecorded', { backup });
    case 'pointErrors':
      return t('reason.pointErrors', { backup, count: reason.errors });
    case 'tooOld':
      return t('reason.tooOld', {
        backup,
        elapsed: formats.duration(reason.ageSeconds * 1000),
        target: formats.duration(reason.targetSeconds * 1000),
      });
    case 'nothingLives':
      return t('reason.nothingLives');
    case 'noNamespaces':
      return t('reason.noNamespaces');
    case 'targetUnreadable':
      return t('reason.targetUnreadable', { text: reason.text });
    case 'enabledButNotProtected':
      return t('reason.enabledButNotProtected');
    case 'protectedButNotEnabled':
      return t('reason.protectedButNotEnabled');
    default:
      return unknownCode(reason);
  }
}

/** A newer backend may know more codes than this page: its code is better than nothing. */
export function unknownCode(reason: never): string {
  return (reason as { code: string }).code;
}
