import { headOfTooLong } from './read-lines';

/**
 * One kind of prediction: reads lines, writes lines, holds no more than it must.
 * Resolves to the number of rows that failed.
 */
export type Predictor = (
  lines: AsyncIterable<string>,
  write: (line: string) => Promise<void>,
) => Promise<number>;

/**
 * A predictor of JSON lines from a function of one row. A row that cannot be
 * read or predicted becomes `{"id", "error"}` and the rest go on.
 */
export function jsonRows(
  predictRow: (row: Record<string, unknown>) => object | Promise<object>,
): Predictor {
  return async (lines, write) => {
    let failed = 0;
    for await (const line of lines) {
      if (line.trim() === '') continue;
      let id: unknown = null;
      try {
        const head = headOfTooLong(line);
        if (head !== null) {
          id = JSON.parse(
            /^\s*\{\s*"id"\s*:\s*("[^"\\]*"|\d+)/.exec(head)?.[1] ?? 'null',
          );
          throw new Error('the row is too long to be read');
        }
        const row: unknown = JSON.parse(line);
        if (typeof row !== 'object' || row === null || Array.isArray(row)) {
          throw new Error('a row must be a JSON object');
        }
        id = (row as { id?: unknown }).id ?? null;
        const prediction = await predictRow(row as Record<string, unknown>);
        await write(JSON.stringify({ id, ...prediction }));
      } catch (error) {
        failed++;
        await write(JSON.stringify({ id, error: messageOf(error) }));
      }
    }
    return failed;
  };
}

/** The field of a row as a string; a missing or other value is the row's error. */
export function stringField(row: Record<string, unknown>, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new Error(`"${name}" must be a string`);
  return value;
}

/** The field of a row as an offset: a whole number that is not negative. */
export function offsetField(row: Record<string, unknown>, name: string): number {
  const value = row[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new Error(`"${name}" must be a whole number, 0 or more`);
  }
  return value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
