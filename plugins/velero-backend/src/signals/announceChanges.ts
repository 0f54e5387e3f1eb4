import {
  VELERO_SIGNAL_CHANNEL,
  VeleroSignal,
} from '@appgear/backstage-plugin-velero-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Fleet } from '../fleet';

const INTERVAL_MS = 1000;

/**
 * Tells open pages that something changed, the first time at once and then at
 * most once a second.
 *
 * @returns how to announce what is no change of a cluster, and how to stop
 */
export function announceChanges(
  fleet: Fleet,
  services: { signals: SignalsService; logger: LoggerService },
): { announce(): void; stop(): void } {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let due = false;

  const publish = () => {
    due = false;
    const message: VeleroSignal = {
      version: fleet.version,
      clusters: [...changed],
    };
    changed.clear();
    services.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: VELERO_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        services.logger.warn('Open pages cannot be told of changes', error),
      );
    timer = setTimeout(() => {
      timer = undefined;
      if (due) {
        publish();
      }
    }, INTERVAL_MS);
  };
  const announce = () => {
    due = true;
    if (!timer) {
      publish();
    }
  };
  const stopListening = fleet.onChange(cluster => {
    changed.add(cluster);
    announce();
  });
  return {
    announce,
    stop: () => {
      stopListening();
      clearTimeout(timer);
    },
  };
}
