import { type MentionType, mentionTypeOf } from '@/core/model/entity';
import type { Recogniser } from '@/core/names/recogniser';
import type { BioSentence } from './read-bio';

/** A name in a text: UTF-16 offsets, and its type. */
interface FoundName {
  start: number;
  end: number;
  type: MentionType;
}

/** {@link tagTokens} with our own recogniser, which reads as the published corpora are marked. */
export function tagDocument(
  recogniser: Recogniser,
  sentences: readonly Pick<BioSentence, 'tokens'>[],
): string[][] {
  return tagTokens(sentences, (text) =>
    recogniser
      .recognise(text, { edges: 'corpus' })
      .mentions.map(({ start, end, kind }) => ({
        start,
        end,
        type: mentionTypeOf(kind),
      })),
  );
}

/**
 * BIO tags for each token of each sentence. The tokens of a sentence are joined
 * by single spaces, sentences by a line break; a token that holds a mention,
 * or a part of one, is inside it. `find` gives names in their order, disjoint.
 */
export function tagTokens(
  sentences: readonly Pick<BioSentence, 'tokens'>[],
  find: (text: string) => readonly FoundName[],
): string[][] {
  const spans: { start: number; end: number; sentence: number; token: number }[] = [];
  let text = '';
  for (const [sentence, { tokens }] of sentences.entries()) {
    for (const [token, word] of tokens.entries()) {
      if (token > 0) text += ' ';
      spans.push({ start: text.length, end: text.length + word.length, sentence, token });
      text += word;
    }
    text += '\n';
  }
  const tags = sentences.map(({ tokens }) => tokens.map(() => 'O'));
  let at = 0;
  for (const mention of find(text)) {
    while ((spans[at]?.end ?? Infinity) <= mention.start) at++;
    let first = true;
    for (let index = at; ; index++) {
      const span = spans[index];
      if (span === undefined || span.start >= mention.end) break;
      const row = tags[span.sentence];
      // Two names in one token: the first one has it.
      if (row === undefined || row[span.token] !== 'O') continue;
      row[span.token] = `${first ? 'B' : 'I'}-${mention.type}`;
      first = false;
    }
  }
  return tags;
}
