import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from '../../language/registry';
import { sentenceStarts } from '../../text/sentences';
import { runToEnd } from '../../text/steps';
import { tokenise } from '../../text/tokens';
import { decodeTags, weighTags } from './decode-crf';
import { encodeTokens } from './encode-tokens';
import { createPlainKernel } from './kernel/plain-kernel';
import { openNetwork } from './network';
import { readWeights, TAG_COUNT, type Weights } from './read-weights';
import { STYLES } from './styles';
import { createTagger, type Tagger } from './tagger';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FIXTURES = join(ROOT, 'test', 'fixtures', 'tagger');

let weights: Weights;
let tagger: Tagger;
beforeAll(() => {
  const file = new Uint8Array(readFileSync(join(ROOT, 'assets', 'public', 'tagger.bin')))
    .buffer;
  weights = readWeights(file);
  tagger = createTagger(file);
});

function read(text: string) {
  const tokens = tokenise(text);
  return { tokens, starts: sentenceStarts(tokens, ABBREVIATIONS) };
}

describe('the network', () => {
  it('gives the numbers that training gave', () => {
    const text = readFileSync(join(FIXTURES, 'sentences.txt'), 'utf8');
    const expected: number[][] = JSON.parse(
      readFileSync(join(FIXTURES, 'scores.json'), 'utf8'),
    );
    const { tokens, starts } = read(text);
    const encoded = encodeTokens(text, tokens, starts, weights.lists);
    const scores = runToEnd(
      openNetwork(weights, createPlainKernel()).score(encoded, STYLES.indexOf('generic')),
    );
    expect(scores.length).toBe(expected.length * TAG_COUNT);
    for (const [token, row] of expected.entries()) {
      for (const [tag, score] of row.entries()) {
        expect(scores[token * TAG_COUNT + tag]).toBeCloseTo(score, 1);
      }
    }
  });

  it('refuses a file that is no tagger', () => {
    expect(() => readWeights(new ArrayBuffer(64))).toThrow('not weights');
  });
});

describe('decoding', () => {
  const scores = fc
    .array(fc.float({ min: -20, max: 20, noNaN: true }), {
      minLength: 7,
      maxLength: 5 * 7,
    })
    .map((list) => Float32Array.from(list.slice(0, Math.floor(list.length / 7) * 7)));

  it('never enters a name from outside or from another type', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const tags = new Uint8Array(all.length / TAG_COUNT);
        decodeTags(all, 0, tags.length, weights, tags);
        for (const [at, tag] of tags.entries()) {
          if (tag === 0 || tag % 2 === 1) continue;
          expect([tag, tag - 1]).toContain(tags[at - 1]);
        }
      }),
    );
  });

  it('finds the path that weighs most, and chances that add up to one', () => {
    fc.assert(
      fc.property(scores, (all) => {
        const length = Math.min(3, all.length / TAG_COUNT);
        const tags = new Uint8Array(length);
        decodeTags(all, 0, length, weights, tags);
        expect(weightOf(all, [...tags])).toBeCloseTo(heaviest(all, length), 3);
        const likely = new Float32Array(length * TAG_COUNT);
        weighTags(all, 0, length, weights, likely);
        for (let at = 0; at < length; at++) {
          const row = likely.subarray(at * TAG_COUNT, (at + 1) * TAG_COUNT);
          expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 4);
        }
      }),
    );
  });

  function weightOf(all: Float32Array, tags: number[]): number {
    return tags.reduce((sum, tag, at) => {
      const before = tags[at - 1];
      const step =
        before === undefined
          ? weights.begins[tag]
          : weights.transitions[before * TAG_COUNT + tag];
      return sum + (step ?? 0) + (all[at * TAG_COUNT + tag] ?? 0);
    }, 0);
  }

  function heaviest(all: Float32Array, length: number): number {
    let paths: number[][] = [[]];
    for (let at = 0; at < length; at++) {
      paths = paths.flatMap((path) =>
        Array.from({ length: TAG_COUNT }, (_, tag) => [...path, tag]),
      );
    }
    return Math.max(...paths.map((path) => weightOf(all, path)));
  }
});

describe('the tagger', () => {
  it('finds people and places that no list has', () => {
    const text =
      'وقال المتحدث باسم الحكومة سامر الكوثراني للصحفيين في بيروت إن الوفد غادر.';
    const { tokens, starts } = read(text);
    const found = runToEnd(
      tagger.tagInParts(text, tokens, starts, ['generic']),
    ).spans.map(({ from, to, type }) => [
      text.slice(tokens[from]?.start, tokens[to - 1]?.end),
      type,
    ]);
    expect(found).toContainEqual(['سامر الكوثراني', 'PER']);
    expect(found).toContainEqual(['بيروت', 'LOC']);
  });

  it('gives sorted, disjoint spans of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { tokens, starts } = read(text);
        let end = 0;
        for (const span of runToEnd(tagger.tagInParts(text, tokens, starts, ['generic']))
          .spans) {
          expect(span.from).toBeGreaterThanOrEqual(end);
          expect(span.to).toBeGreaterThan(span.from);
          expect(span.score).toBeGreaterThanOrEqual(0);
          expect(span.score).toBeLessThanOrEqual(1);
          end = span.to;
        }
        expect(end).toBeLessThanOrEqual(tokens.length);
      }),
    );
  });

  it('reads a long text in parts, each name in its place', () => {
    const line = 'زار الرئيس مدينة بيروت أمس.\n';
    const text = line.repeat(700);
    const { tokens, starts } = read(text);
    const parts = tagger.tagInParts(text, tokens, starts, ['generic']);
    expect(parts.next().done).toBe(false);
    const { spans } = runToEnd(parts);
    const places = spans.filter(
      ({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end) === 'بيروت',
    );
    expect(places).toHaveLength(700);
  });

  it('reads two texts in turns as each alone', () => {
    const texts = ['زار الرئيس مدينة بيروت أمس.\n', 'وصل سامر الكوثراني إلى عمان.\n'];
    const begin = (line: string) => {
      const text = line.repeat(400);
      const { tokens, starts } = read(text);
      return tagger.tagInParts(text, tokens, starts, ['generic']);
    };
    const alone = texts.map((text) => runToEnd(begin(text)).spans);
    const running = texts.map(begin);
    const found = running.map(() => [] as unknown);
    for (let left = running.length; left > 0; ) {
      for (const [index, steps] of running.entries()) {
        const step = steps.next();
        if (step.done !== true || step.value === undefined) continue;
        found[index] = step.value.spans;
        left--;
      }
    }
    expect(found).toEqual(alone);
  });
});
