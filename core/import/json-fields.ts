/** Fields of values that came from a file: whatever is not of the kind asked for is not there. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value's own field: `__proto__` and `constructor` of a file are names like others. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The first of these fields that is a text with something in it. */
export function textField(value: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = fieldOf(value, name);
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return undefined;
}

export function listField(value: unknown, name: string): readonly unknown[] {
  return listOf(fieldOf(value, name));
}

/** A list as it is, one value as a list of one, nothing as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Rows looked at to tell what a list holds: one that is broken makes it no other list. */
const SAMPLE = 50;

export function isAmongFirst(
  rows: readonly unknown[],
  isIt: (row: unknown) => boolean,
): boolean {
  return rows.slice(0, SAMPLE).some(isIt);
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((one): one is string => typeof one === 'string');
}
