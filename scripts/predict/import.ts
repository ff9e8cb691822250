/** `predict -- import`: a file's text as our lossless JSON, and what was refused and why. */

import { exportJson } from '@/core/export/json';
import {
  IMPORT_FORMATS,
  type ImportFormat,
  openFile,
  readOpened,
} from '@/core/import/formats';
import { runToEnd } from '@/core/text/steps';
import { jsonRows, stringField } from './predictor';

export const predictor = jsonRows((row) => {
  const { format } = row;
  if (format != null && !isFormat(format)) {
    throw new Error(`"format" must be one of ${IMPORT_FORMATS.join(', ')}`);
  }
  const opened = openFile(stringField(row, 'input'), format ?? undefined);
  const { data, report } = runToEnd(readOpened(opened, { fileTime: 0 }));
  return {
    format: opened.format,
    data: JSON.parse(exportJson(data)),
    report: report.refused,
  };
});

function isFormat(name: unknown): name is ImportFormat {
  return IMPORT_FORMATS.some((one) => one === name);
}
