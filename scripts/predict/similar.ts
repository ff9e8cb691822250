/** `npm run predict -- similar`: two articles, one text, one story or neither. */
import { compareFingerprints } from '@/core/similarity/compare-fingerprints';
import type { ArticleText } from '@/core/similarity/create-fingerprint';
import { fingerprintWithNames, loadTermFrequencies } from './fingerprint';
import { jsonRows, stringField } from './predictor';
import { loadRecogniser } from './recogniser';

const recogniser = loadRecogniser();
const frequencies = loadTermFrequencies();

export const predictor = jsonRows((row) => {
  const [a, b] = [readArticle(row, 'a'), readArticle(row, 'b')];
  const start = performance.now();
  const { score, verdict, reasons } = compareFingerprints(
    fingerprintWithNames(a, recogniser, frequencies),
    fingerprintWithNames(b, recogniser, frequencies),
  );
  const ms = performance.now() - start;
  return {
    ms: Math.round(ms * 100) / 100,
    score: Math.round(score * 10_000) / 10_000,
    verdict,
    reasons,
  };
});

function readArticle(row: Record<string, unknown>, side: 'a' | 'b'): ArticleText {
  const value = row[side];
  if (typeof value !== 'object' || value === null) {
    throw new Error(`"${side}" must be an object`);
  }
  const fields = value as Record<string, unknown>;
  const published = fields.published;
  return {
    title: typeof fields.title === 'string' ? fields.title : '',
    text: stringField(fields, 'text'),
    published: typeof published === 'string' ? published : undefined,
    partial: fields.partial === true,
  };
}
