import type { ExportData } from './export-data';
import { inPieces, type Writing } from './export-format';

export const JSON_FORMAT = 'hawashi';
export const JSON_VERSION = 1;

const TABLES = ['articles', 'notes', 'versions', 'entities', 'sightings'] as const;

/** The lists of a file; that of the review only where there is one, as older files. */
function listsOf(data: ExportData) {
  const lists = TABLES.map((name) => [name, data[name]] as const);
  const { reviews = [] } = data;
  return reviews.length === 0 ? lists : [...lists, ['reviews', reviews] as const];
}

/**
 * The lossless export: every record as kept, one a line. `JSON.parse` gives it
 * back unit by unit, unpaired surrogates too, since they are escaped. Described in
 * `docs/export.md` and `docs/export.schema.json`.
 */
export function writeJson(data: ExportData): Writing {
  const total = listsOf(data).reduce((sum, [, list]) => sum + list.length, 0);
  return inPieces(total, () => jsonPieces(data));
}

/** {@link writeJson}, whole. */
export function exportJson(data: ExportData): string {
  return [...writeJson(data).pieces].join('');
}

function* jsonPieces(data: ExportData): Generator<string> {
  const { exportedAt, scope } = data;
  const head = { format: JSON_FORMAT, version: JSON_VERSION, exportedAt, scope };
  yield JSON.stringify(head, null, 2).slice(0, -2);
  for (const [table, list] of listsOf(data)) {
    yield `,\n  "${table}": [`;
    let mark = '\n';
    for (const record of list) {
      yield `${mark}    ${JSON.stringify(record)}`;
      mark = ',\n';
    }
    yield list.length === 0 ? ']' : '\n  ]';
  }
  yield '\n}\n';
}
