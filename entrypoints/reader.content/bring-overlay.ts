import { type MountOverlay, takeOver } from '@/components/overlay/hand-over';
import { sendToBackground } from '@/messaging/client';

/** Null when it could not be brought: who needs it later asks again. */
export type BringOverlay = () => Promise<MountOverlay | null>;

/** The overlay's code is brought into the page when it is first asked for, once. */
export function createOverlayBringer(): BringOverlay {
  let coming: Promise<MountOverlay | null> | null = null;

  /** Always through the background: what is there already may be an older version's. */
  async function bring(): Promise<MountOverlay | null> {
    const reply = await sendToBackground('bring-margin', {});
    const mount = reply.ok ? takeOver() : null;
    if (mount === null) coming = null;
    return mount;
  }

  return () => {
    coming ??= bring();
    return coming;
  };
}
