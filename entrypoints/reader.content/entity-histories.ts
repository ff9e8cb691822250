import { sendToBackground } from '@/messaging/client';
import type { BackgroundMessages } from '@/messaging/protocol';

export type EntityHistory = BackgroundMessages['entity-history']['reply'];

/** Where the reader has met an entity before; asked once for each, while they are on the page. */
export interface EntityHistories {
  /** Null until it has been asked for. */
  known(entityId: string): EntityHistory | null;
  /** Null when there is no answer: the card does without. */
  ask(entityId: string): Promise<EntityHistory | null>;
}

export function createEntityHistories(): EntityHistories {
  const histories = new Map<string, EntityHistory>();
  return {
    known: (entityId) => histories.get(entityId) ?? null,
    async ask(entityId) {
      const reply = await sendToBackground('entity-history', { entityId });
      if (!reply.ok) return null;
      histories.set(entityId, reply.value);
      return reply.value;
    },
  };
}
