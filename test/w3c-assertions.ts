/** The W3C's own assertions on Web Annotations, which lie beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const W3C = join(import.meta.dirname, '../../shared/data/anchoring/w3c');

export const HAS_W3C = existsSync(W3C);

const readJson = (path: string) =>
  JSON.parse(readFileSync(join(W3C, path), 'utf8').replace(/^\uFEFF/u, ''));

/** What the 54 that must hold say of an annotation: the names of those that fail. */
export function w3cFailures(): (annotation: object) => string[] {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats(ajv as never);
  for (const name of readdirSync(join(W3C, 'definitions'))) {
    const schema = readJson(`definitions/${name}`);
    ajv.addSchema(schema, schema.id ?? name);
  }
  const musts: string[] = readJson('annotations/annotationMusts.test').assertions;
  if (musts.length !== 54) throw new Error(`${musts.length} assertions instead of 54`);
  const checks = musts.map((path) => {
    const schema = readJson(path);
    const isValid = ajv.compile(schema);
    const wanted = schema.expectedResult !== 'invalid';
    return { path, holds: (one: object) => isValid(one) === wanted };
  });
  return (annotation) =>
    checks.filter(({ holds }) => !holds(annotation)).map(({ path }) => path);
}
