/** Notes that were brought back, by themselves or at the reader's word: told of, and undone. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import { sendToBackground } from '@/messaging/client';
import {
  type KeepingReport,
  readKeepingReport,
  watchKeepingReport,
  writeKeepingReport,
} from '@/storage/keeping-report';
import type { Language } from './language';
import type { Speaker } from './speaker';

interface Ports {
  report: ReadonlySignal<KeepingReport | null>;
  speaker: Speaker;
  language: Language;
  /** There are other notes now. */
  onUndone?: () => Promise<void>;
}

export interface BroughtBackActions {
  /** The reader knows of those that came by themselves. */
  acceptBroughtBack(): void;
  undoBroughtBack(): void;
}

export function broughtBackActions(ports: Ports): BroughtBackActions {
  return {
    acceptBroughtBack() {
      void writeKeepingReport({ broughtBack: null });
    },
    undoBroughtBack() {
      const token = ports.report.value?.broughtBack?.token;
      void writeKeepingReport({ broughtBack: null });
      if (token !== undefined) void undoBringingBack(ports, token);
    },
  };
}

/** Undoes one bringing back, and says for how many notes. */
export async function undoBringingBack(
  { speaker, language, onUndone }: Omit<Ports, 'report'>,
  token: string,
): Promise<void> {
  const reply = await sendToBackground('undo-bringing-back', { token });
  if (!reply.ok) return speaker.complainOf(reply.error.code);
  const { notes: count } = reply.value;
  speaker.say(language.translator.value.t('keeping.undone', { count }));
  await onUndone?.();
}

/** How many came by themselves; null when there were none, or the reader knows. */
export function countBroughtBack(report: KeepingReport | null): number | null {
  if (!report?.broughtBack) return null;
  const { added, changed } = report.broughtBack.counts;
  return added + changed;
}

/** Keeps the signal as the report is. */
export function followKeepingReport(
  report: Signal<KeepingReport | null>,
  closing: AbortSignal,
): void {
  const show = (read: KeepingReport) => {
    report.value = read;
  };
  readKeepingReport().then(show, () => {});
  watchKeepingReport(show, closing);
}
