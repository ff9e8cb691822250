import type { Result } from '@/core/model/result';
import type { Encounter } from '@/core/model/story';
import type { Reading } from './reading';
import { createRetry } from './retry-later';

/** While text keeps arriving, a meeting so often is enough. */
const BETWEEN_MS = 2_000;

export interface MeetingPorts<Failure> {
  reading(): Reading | null;
  meetArticle(reading: Reading): Promise<Result<Encounter, Failure>>;
  /** The text that was met is still the one that is read. */
  onMet(encounter: Encounter): void;
  now(): number;
}

export interface Meetings {
  /** The reading may have a text that was not met yet. */
  meet(): void;
  /** What is known of the article has changed: once more, whatever the text. */
  meetAgain(): void;
  /** Nothing that is under way is wanted any more. */
  forget(): void;
}

/** Meets each text of the page once, one at a time, and again later when that failed. */
export function createMeetings<Failure>(ports: MeetingPorts<Failure>): Meetings {
  /** The article and text that was met last, or is being met. */
  let met: string | null = null;
  let isMeeting = false;
  let lastAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const retry = createRetry(meetAgain);

  function meet(): void {
    const reading = ports.reading();
    if (!reading || isMeeting || keyOf(reading) === met) return;
    clearTimeout(timer);
    const wait = lastAt + BETWEEN_MS - ports.now();
    if (wait > 0) timer = setTimeout(meet, wait);
    else void meetNow(reading);
  }

  async function meetNow(reading: Reading): Promise<void> {
    const key = keyOf(reading);
    met = key;
    isMeeting = true;
    lastAt = ports.now();
    const reply = await ports.meetArticle(reading);
    isMeeting = false;
    if (met === key && !reply.ok) retry.later();
    const current = ports.reading();
    if (met === key && reply.ok && current && keyOf(current) === key) {
      retry.succeed();
      ports.onMet(reply.value);
    }
    meet();
  }

  function meetAgain(): void {
    met = null;
    lastAt = -Infinity;
    meet();
  }

  return {
    meet,
    meetAgain,
    forget() {
      clearTimeout(timer);
      retry.succeed();
      met = null;
      lastAt = -Infinity;
    },
  };
}

function keyOf({ facts, model }: Reading): string {
  return `${facts.url}\n${model.text}`;
}
