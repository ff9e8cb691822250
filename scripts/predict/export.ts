/** `predict -- export`: the files that the library and the popup write. */
import type { ExportData } from '@/core/export/export-data';
import type { ExportOptions } from '@/core/export/export-format';
import { FORMAT_IDS, isFormatId } from '@/core/export/format-ids';
import { EXPORT_FORMATS } from '@/core/export/formats';
import { readCoordinates } from '@/lexicon/read-coordinates';
import { jsonRows, stringField } from './predictor';

const TABLES = ['articles', 'notes', 'versions', 'entities', 'sightings'] as const;

/** As the extension has them, in `places.json`. */
const places = readCoordinates();

export const predictor = jsonRows((row) => {
  const id = stringField(row, 'format');
  if (!isFormatId(id)) {
    throw new Error(`no format "${id}"; there are: ${FORMAT_IDS.join(', ')}`);
  }
  const data = readData(row.data);
  const options: ExportOptions = {
    lang: row.lang === 'en' ? 'en' : 'ar',
    positionOf(entityId) {
      const [north, east] = places.get(entityId) ?? [];
      return north === undefined || east === undefined ? null : [east, north];
    },
  };
  const format = EXPORT_FORMATS[id];
  if ('write' in format) {
    return { output: [...format.write(data, options).pieces].join('') };
  }
  const { files } = format.writeFiles(data, options);
  return { files: Object.fromEntries([...files].map(({ name, text }) => [name, text])) };
});

/** Our lossless JSON; tables that are left out are empty. */
function readData(value: unknown): ExportData {
  if (typeof value !== 'object' || value === null) {
    throw new Error('"data" must be an object: the lossless JSON export');
  }
  const file = value as Record<string, unknown>;
  const tables = TABLES.map((table) => {
    const rows = file[table] ?? [];
    if (!Array.isArray(rows) || rows.some((one) => typeof one !== 'object' || !one)) {
      throw new Error(`"data.${table}" must be a list of objects`);
    }
    return [table, rows];
  });
  const { exportedAt, scope } = file;
  return {
    exportedAt: typeof exportedAt === 'number' ? exportedAt : 0,
    scope: scope === 'article' || scope === 'notes' ? scope : 'everything',
    ...Object.fromEntries(tables),
  } as ExportData;
}
