/** Candidates among 100,000 fingerprints: how fast, and are the right ones among them. */
import { createCandidateIndex } from '@/core/similarity/candidate-index';
import { compareFingerprints } from '@/core/similarity/compare-fingerprints';
import { createFingerprint } from '@/core/similarity/create-fingerprint';
import type { Fingerprint } from '@/core/similarity/fingerprint';
import { type NamedInText, namesOf } from '@/core/similarity/names-of';
import { packFingerprint } from '@/core/similarity/pack-fingerprint';
import { runToEnd } from '@/core/text/steps';
import type { LabelledPair, PairArticle } from '../../evaluate/similar/pair-set';
import { fingerprintWithNames, loadTermFrequencies } from '../../predict/fingerprint';
import { loadRecogniser } from '../../predict/recogniser';

const MANY = 100_000;
/** Articles whose sentences and names the made ones are put together from. */
const SOURCES = 1_500;
const SENTENCES = 8;

interface Source {
  title: string;
  sentences: string[];
  names: NamedInText[];
}

/**
 * `pairs` are looked for; `strangers` share no article with them, and lend the
 * sentences that the others are made of.
 */
export function indexMany(
  pairs: readonly LabelledPair[],
  strangers: readonly PairArticle[],
): void {
  const recogniser = loadRecogniser();
  const frequencies = loadTermFrequencies();
  const read = (article: PairArticle) =>
    fingerprintWithNames(article, recogniser, frequencies);
  const sources = strangers.slice(0, SOURCES).map(
    ({ title, text }): Source => ({
      title,
      sentences: text.split(/(?<=[.!؟?])\s+|\n+/u).filter((one) => one.length > 30),
      names: namesOf(recogniser.recognise(text, { title })),
    }),
  );
  const index = createCandidateIndex();
  const kept: Fingerprint[] = [];
  const positives = pairs.filter(
    ({ label }) => label === 'same-text' || label === 'same-story',
  );
  for (const [id, { a }] of positives.entries()) {
    const fingerprint = read(a);
    kept.push(fingerprint);
    index.add(id, fingerprint);
  }
  const random = createRandom();
  for (let id = positives.length; id < MANY; id++) {
    index.add(id, runToEnd(createFingerprint(recombine(sources, random), frequencies)));
  }
  const times: number[] = [];
  const found = { 'same-text': [0, 0], 'same-story': [0, 0] };
  for (const [id, { b, label }] of positives.entries()) {
    const fingerprint = read(b);
    const start = performance.now();
    const candidates = index.find(fingerprint);
    for (const one of candidates) {
      const known = kept[one % kept.length];
      if (known !== undefined) compareFingerprints(fingerprint, known);
    }
    times.push(performance.now() - start);
    const counts = found[label as keyof typeof found];
    counts[0] = (counts[0] ?? 0) + (candidates.includes(id) ? 1 : 0);
    counts[1] = (counts[1] ?? 0) + 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `\n${index.size} articles, made of recombined sentences: candidates found and 50 compared in ` +
      `${at(0.5)} ms (median), ${at(0.95)} ms (p95), ${(times.at(-1) ?? 0).toFixed(2)} ms (most)`,
  );
  for (const [label, [right, all]] of Object.entries(found)) {
    console.log(`${label}: the other article is among the 50 in ${right} of ${all}`);
  }
  const sizes = kept.map((one) => packFingerprint(one).length).sort((a, b) => a - b);
  console.log(
    `bytes of a record: ${sizes[Math.floor(sizes.length / 2)]} (median), ${sizes.at(-1)} (most)`,
  );
}

function recombine(sources: readonly Source[], random: () => number) {
  const pick = <Item>(items: readonly Item[]) =>
    items[Math.floor(random() * items.length)];
  const chosen = [pick(sources), pick(sources), pick(sources)].filter(
    (one) => one !== undefined,
  );
  const sentences = Array.from(
    { length: SENTENCES },
    () => pick(pick(chosen)?.sentences ?? []) ?? '',
  );
  return {
    title: chosen[0]?.title ?? '',
    text: sentences.join('\n'),
    names: chosen.flatMap(({ names }) => names.slice(0, 5)),
  };
}

function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
