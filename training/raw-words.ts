/** Raw news on standard input → one line of folded words a line of text, for the word vectors. */
import { createInterface } from 'node:readline';
import { vectorWord } from '@/core/names/tagger/vector-word';
import { tokenise } from '@/core/text/tokens';

const seen = new Set<string>();
let out: string[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line.length < 20 || seen.has(line)) continue;
  // News is reprinted: a line counts once.
  seen.add(line);
  const words = tokenise(line).map(vectorWord);
  if (words.length < 4) continue;
  out.push(words.join(' '));
  if (out.length > 5000) {
    process.stdout.write(`${out.join('\n')}\n`);
    out = [];
  }
}
process.stdout.write(`${out.join('\n')}\n`);
