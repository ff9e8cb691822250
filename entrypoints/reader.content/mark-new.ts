import { sendToBackground } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import type { Reader } from '@/page/pipeline';
import { markRead } from '@/page/text/mark-read';

export interface NewMarker {
  /** What is known of the article, or its text, has changed. */
  mark(): Promise<void>;
  /** Whether the reader wants it; not before it is said. */
  want(isWanted: boolean): void;
}

/** In a followed story, dims what was read before and marks what is new, if the reader wants that. */
export function createNewMarker(
  reader: Pick<Reader<Failure>, 'reading' | 'setTextMarks'>,
): NewMarker {
  let isWanted = false;
  let turn = 0;

  async function mark(): Promise<void> {
    const mine = ++turn;
    const reading = reader.reading();
    const meeting = reading?.encounter?.stories.find(
      ({ story, verdict }) => story.followed && verdict !== 'related',
    );
    if (!reading || !meeting || !isWanted)
      return reader.setTextMarks({ read: [], fresh: [] });
    const { facts, model } = reading;
    const reply = await sendToBackground('find-read-sentences', {
      storyId: meeting.story.id,
      article: facts,
      text: model.text,
    });
    const now = reader.reading();
    if (mine !== turn || !reply.ok || now?.model.text !== model.text) return;
    const { read, fresh } = markRead(now.model, reply.value.read);
    // Where nothing was read before, all is new, and marks would say nothing.
    reader.setTextMarks({ read, fresh: read.length === 0 ? [] : fresh });
  }

  function want(markNew: boolean): void {
    if (markNew === isWanted) return;
    isWanted = markNew;
    void mark();
  }

  return { mark, want };
}
