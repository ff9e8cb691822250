/** All formats, by the names under which they are asked for. */
import { writeAnki } from './anki';
import { writeCsl } from './csl';
import { writeCsv } from './csv';
import type { ExportFormat } from './export-format';
import type { FormatId } from './format-ids';
import { writeGeojson } from './geojson';
import { writeHtml } from './html';
import { writeJson } from './json';
import { writeJsonld } from './jsonld';
import { writeMarkdown, writeMarkdownFiles } from './markdown';
import { writePlainText } from './plain-text';
import { writeRis } from './ris';

export const EXPORT_FORMATS = {
  json: { extension: 'json', mime: 'application/json', write: writeJson },
  markdown: { extension: 'md', mime: 'text/markdown', write: writeMarkdown },
  'markdown-zip': {
    extension: 'zip',
    mime: 'application/zip',
    writeFiles: writeMarkdownFiles,
  },
  html: { extension: 'html', mime: 'text/html', write: writeHtml },
  text: { extension: 'txt', mime: 'text/plain', write: writePlainText },
  csv: { extension: 'csv', mime: 'text/csv', write: writeCsv },
  jsonld: { extension: 'jsonld', mime: 'application/ld+json', write: writeJsonld },
  ris: {
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    write: writeRis,
  },
  csl: {
    extension: 'csl.json',
    mime: 'application/vnd.citationstyles.csl+json',
    write: writeCsl,
  },
  geojson: { extension: 'geojson', mime: 'application/geo+json', write: writeGeojson },
  anki: { extension: 'anki.txt', mime: 'text/plain', write: writeAnki },
} satisfies Record<FormatId, ExportFormat>;
