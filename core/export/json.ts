import type { ExportData } from './export-data';

export const JSON_FORMAT = 'hawashi';
export const JSON_VERSION = 1;

/**
 * The lossless export: every record as kept. `JSON.parse` gives it back unit by
 * unit, unpaired surrogates too, since they are escaped. Described in
 * `docs/export.md`.
 */
export function exportJson(data: ExportData): string {
  const { exportedAt, scope, articles, notes, versions, entities, sightings } = data;
  const file = {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    exportedAt,
    scope,
    articles,
    notes,
    versions,
    entities,
    sightings,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
