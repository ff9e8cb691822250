/** The names of all formats, without the formats: who offers them need not load them. */
export const FORMAT_IDS = [
  'json',
  'markdown',
  'markdown-zip',
  'html',
  'text',
  'csv',
  'jsonld',
  'ris',
  'csl',
  'geojson',
  'anki',
] as const;

export type FormatId = (typeof FORMAT_IDS)[number];

export function isFormatId(name: string): name is FormatId {
  return (FORMAT_IDS as readonly string[]).includes(name);
}
