import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { RestoreWording } from '../../wording';
import { ClaimedMessage, Outbox, RequestStore, StoredRequest } from '../store';
import { textFor } from './texts';

export interface MessengerOptions {
  outbox: Outbox;
  store: RequestStore;
  notifications: NotificationService;
  wording: RestoreWording;
  logger: LoggerService;
}

const BATCH = 20;
const TOPIC = 'velero-restore';

/** Where a request is looked at in the portal. */
export function requestLink(id: string): string {
  return `/dr/restores/${id}`;
}

/** Sends what waits in the outbox. */
export class Messenger {
  constructor(private readonly options: MessengerOptions) {}

  /** One round. What cannot be sent waits for a later one. */
  async run(): Promise<void> {
    const { outbox, store, logger } = this.options;
    for (const message of await outbox.claim(BATCH)) {
      try {
        const request = await store.get(message.requestId);
        if (request && isStillTrue(message, request)) {
          await this.#send(message, request);
        }
        await outbox.done(message.id);
      } catch (error) {
        logger.warn(
          `A notification about restore request ${
            message.requestId
          } could not be sent, and is tried again: ${(error as Error).message}`,
        );
        await outbox.failed(message);
      }
    }
  }

  async #send(
    { kind, recipients, exclude, requestId }: ClaimedMessage,
    request: StoredRequest,
  ): Promise<void> {
    if (recipients.length === 0) return;
    await this.options.notifications.send({
      recipients: {
        type: 'entity',
        entityRef: recipients,
        ...(exclude && { excludeEntityRef: exclude }),
      },
      payload: {
        ...textFor(kind, request, this.options.wording),
        link: requestLink(requestId),
        topic: TOPIC,
        // A later message of one kind takes the place of the earlier one.
        scope: `velero:${requestId}:${kind}`,
      },
    });
  }
}

/** Nobody is reminded of what is decided. */
function isStillTrue(
  { kind }: ClaimedMessage,
  { gate }: StoredRequest,
): boolean {
  const asks = kind === 'approvalNeeded' || kind === 'approvalReminder';
  return !asks || gate.state === 'pending';
}
