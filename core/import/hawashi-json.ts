/** Our own lossless export (`docs/export.md`), record by record as it was written. */
import * as v from 'valibot';
import type { ExportData } from '../export/export-data';
import { JSON_FORMAT, JSON_VERSION } from '../export/json';
import {
  entity,
  exportedSighting,
  keptArticle,
  keptNote,
  keptVersion,
} from '../model/record-schemas';
import { noteReview } from '../review/review-schemas';
import { STRIDE, type Steps } from '../text/steps';
import { type RowReason, refuse } from './import-report';
import { emptyFile, type ImportedFile, refusedFile } from './imported-file';
import { fieldOf, listField } from './json-fields';

export function isHawashi(file: unknown): boolean {
  return fieldOf(file, 'format') === JSON_FORMAT;
}

/** Unknown fields of later versions go. Pauses now and then. */
export function* readHawashi(value: unknown): Steps<ImportedFile> {
  if (!isHawashi(value)) return refusedFile('unknown-format');
  const version = fieldOf(value, 'version');
  if (typeof version !== 'number' || version > JSON_VERSION) {
    return refusedFile('newer-version');
  }
  const file = emptyFile();
  const { data } = file;
  const exportedAt = fieldOf(value, 'exportedAt');
  if (typeof exportedAt === 'number') data.exportedAt = exportedAt;
  const scope = fieldOf(value, 'scope');
  if (isScope(scope)) data.scope = scope;
  const read = { value, file };
  data.articles = yield* readList(read, 'articles', keptArticle, idOf);
  const articles = new Set(data.articles.map(({ id }) => id));
  data.notes = yield* readList(read, 'notes', keptNote, idOf, ({ articleId }) =>
    articles.has(articleId) ? null : 'no-article',
  );
  const notes = new Set(data.notes.map(({ id }) => id));
  data.versions = yield* readList(read, 'versions', keptVersion, idOf, ({ noteId }) =>
    notes.has(noteId) ? null : 'no-note',
  );
  data.entities = yield* readList(read, 'entities', entity, idOf);
  const entities = new Set(data.entities.map(({ id }) => id));
  data.sightings = yield* readList(
    read,
    'sightings',
    exportedSighting,
    ({ entityId, articleId }) => `${articleId} ${entityId}`,
    ({ entityId, articleId }) =>
      entities.has(entityId) && articles.has(articleId) ? null : 'no-article',
  );
  const reviews = yield* readList(
    read,
    'reviews',
    noteReview,
    ({ noteId }) => noteId,
    ({ noteId }) => (notes.has(noteId) ? null : 'no-note'),
  );
  if (reviews.length > 0) data.reviews = reviews;
  return file;
}

function isScope(value: unknown): value is ExportData['scope'] {
  return ['everything', 'article', 'notes'].some((one) => one === value);
}

const idOf = ({ id }: { id: string }): string => id;

/** The lists of a file; one that need not be there is empty. */
type Lists = Required<Omit<ExportData, 'exportedAt' | 'scope'>>;
type List = keyof Lists;

function* readList<Name extends List>(
  { value, file }: { value: unknown; file: ImportedFile },
  list: Name,
  schema: v.GenericSchema<unknown, unknown>,
  keyOf: (row: Lists[Name][number]) => string,
  judge: (row: Lists[Name][number]) => RowReason | null = () => null,
): Steps<Lists[Name]> {
  type Row = Lists[Name][number];
  const kept = new Map<string, Row>();
  for (const [at, item] of listField(value, list).entries()) {
    if (file.report.rows++ % STRIDE === STRIDE - 1) yield;
    const parsed = v.safeParse(schema, item);
    if (!parsed.success) {
      const field = v.getDotPath(parsed.issues[0]);
      const reason = field === null ? 'not-a-record' : 'not-valid';
      const where = field === null ? {} : { field };
      refuse(file.report, { row: at + 1, reason, list, ...where });
      continue;
    }
    // The schemas are those of the records: the compiler holds that where messages are typed.
    const row = parsed.output as Row;
    const known = kept.has(keyOf(row));
    const reason = known ? 'id-twice' : judge(row);
    if (reason === null) kept.set(keyOf(row), row);
    else refuse(file.report, { row: at + 1, reason, list });
  }
  return [...kept.values()] as Lists[Name];
}
