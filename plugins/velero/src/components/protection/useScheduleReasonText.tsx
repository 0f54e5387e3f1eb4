import { ReactElement } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ScheduleReason,
  ScheduleRun,
} from '@appgear/backstage-plugin-velero-common';
import { Links, useLinks } from '../../routing/useLinks';
import { Formats, Timestamp, useFormats } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';
import { PageLink } from '../layout';
import { Sentence, unknownCode } from './useReasonText';

/** Says what is wrong with a schedule, in the reader's language. */
export function useScheduleReasonText(): (
  reason: ScheduleReason,
  cluster: string,
) => Sentence {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const formats = useFormats();
  return (reason, cluster) =>
    describe(reason, t, formats, runLinks(cluster, links));
}

type LinkOf = (run: ScheduleRun) => ReactElement;

function runLinks(cluster: string, links: Links): LinkOf {
  return ({ backup }) => (
    <PageLink href={links.backup({ cluster, name: backup })}>{backup}</PageLink>
  );
}

function describe(
  reason: ScheduleReason,
  t: Say,
  formats: Formats,
  linkOf: LinkOf,
): Sentence {
  switch (reason.code) {
    case 'notLookedAt':
    case 'paused':
    case 'alwaysDue':
      return t(`scheduleReason.${reason.code}`);
    case 'invalid':
      return t('scheduleReason.invalid', { errors: reason.errors.join('; ') });
    case 'missed':
      return t('scheduleReason.missed', {
        count: reason.count,
        age: <Timestamp at={reason.since} show="dateTime" />,
      });
    case 'stalled':
      return t('scheduleReason.stalled', {
        count: reason.count,
        backup: linkOf(reason.by),
        phase: reason.by.phase,
        age: <Timestamp at={reason.since} show="dateTime" />,
      });
    case 'queueStuck':
      return t('scheduleReason.queueStuck', {
        count: reason.waiting,
        backup: linkOf(reason.by),
        age: <Timestamp at={reason.since} show="dateTime" />,
      });
    case 'skipped':
    case 'skipsAgain':
      return t(`scheduleReason.${reason.code}`, {
        age: <Timestamp at={reason.at} />,
      });
    case 'expiresBeforeNext':
      return t('scheduleReason.expiresBeforeNext', {
        ttl: formats.duration(reason.ttlSeconds * 1000),
        every: formats.duration(reason.everySeconds * 1000),
      });
    case 'notProven': {
      const { newest, proven } = reason;
      const backup = linkOf(newest);
      const age = <Timestamp at={newest.takenAt} />;
      return proven
        ? t('scheduleReason.notProvenSince', {
            backup,
            age,
            proven: linkOf(proven),
            provenAge: <Timestamp at={proven.takenAt} />,
          })
        : t('scheduleReason.notProven', { backup, age });
    }
    default:
      return unknownCode(reason);
  }
}
