import { fail, ok } from '@/core/model/result';
import type { Failure, PageReport } from '@/messaging/protocol';
import type { PageHandlers } from '@/messaging/serve';
import type { SwitchFollower } from '@/page/follow-switch';
import type { MentionJumps } from '@/page/navigation/jump-to-mention';
import { leadTo } from '@/page/navigation/lead-to';
import type { Carrying } from '@/page/notes/carry-notes';
import type { Reader } from '@/page/pipeline';
import type { Reading } from '@/page/reading';

interface Ports {
  document: Document;
  reader: Reader<Failure>;
  jumps: MentionJumps;
  follower: SwitchFollower;
  refreshNotes(articleId: string | null): Promise<void>;
  /** Tells one text from another. */
  stampOf(reading: Reading): number;
  /** Leads to the review of the notes of copies, at this one; false when it is not offered. */
  reviewNote(noteId: string): boolean;
  /** Has the reader select the words of this note; false when it has its place. */
  relinkNote(noteId: string): boolean;
  carrying: Pick<Carrying<Failure>, 'accept' | 'refuse' | 'undo'>;
  /** Leads through what changed since the last visit; false when that is nothing. */
  showChanges(): boolean;
}

/** What the popup and the background may ask of a page. */
export function answerPopup(ports: Ports): PageHandlers {
  const { document, reader, jumps, follower, carrying } = ports;

  function report(): PageReport {
    follower.check();
    const page = reader.report();
    // It is not known yet whether the site is switched off.
    return follower.isDecided() ? page : { ...page, state: 'looking' };
  }

  return {
    'describe-page': () => ok(report()),
    async 'read-anyway'() {
      await reader.readAnyway();
      return ok(report());
    },
    'jump-to-mention'({ entityId, step }) {
      const reading = reader.reading();
      const jump = reading && jumps.jump(reading, entityId, step);
      if (!jump)
        return fail({ code: 'not-found', message: 'not mentioned on this page' });
      if (jump.hit) reader.flash(jump.hit.mention.start, jump.hit.mention.end);
      return ok({ index: jump.index, count: jump.count });
    },
    'read-text'() {
      const reading = reader.reading();
      if (!reading) return fail({ code: 'not-found', message: 'nothing is read here' });
      const { model, recognition } = reading;
      return ok({
        stamp: ports.stampOf(reading),
        text: model.text,
        blocks: model.blocks.map(({ start, end }) => ({ start, end })),
        mentions: recognition.mentions.map(({ start, end, entityId }) => ({
          start,
          end,
          entityId,
        })),
      });
    },
    'jump-to-note'({ noteId }) {
      const notes = reader.reading()?.notes ?? [];
      const anchor = notes.find(({ note }) => note.id === noteId)?.anchor;
      const found =
        anchor && anchor.status !== 'orphan'
          ? leadTo(document, reader, anchor)
          : ports.reviewNote(noteId);
      return ok({ found });
    },
    async 'settle-note'({ noteId, answer }) {
      if (answer === 'here') return ok({ done: carrying.accept(noteId) });
      const reply = await (answer === 'undo'
        ? carrying.undo(noteId)
        : carrying.refuse(noteId));
      return reply.ok ? ok({ done: true }) : reply;
    },
    'relink-note': ({ noteId }) => ok({ found: ports.relinkNote(noteId) }),
    'show-changes': () => ok({ found: ports.showChanges() }),
    'history-changed'() {
      reader.meetAgain();
      return ok({});
    },
    async 'notes-changed'({ articleId }) {
      await ports.refreshNotes(articleId);
      return ok({});
    },
  };
}
