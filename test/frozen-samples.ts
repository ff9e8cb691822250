/** Databases as earlier versions wrote them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { type DatabaseV3, STORES_V1, STORES_V2, STORES_V3 } from '@/storage/schema';

const SAMPLES = join(import.meta.dirname, 'fixtures/database');
const STORES: Record<number, Record<string, string>> = {
  1: STORES_V1,
  2: STORES_V2,
  3: STORES_V3,
};

const fileOf = (version: number) => join(SAMPLES, `v${version}.json`);

export function hasSample(version: number): boolean {
  return existsSync(fileOf(version)) && version in STORES;
}

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Float64Array };

/**
 * Bytes stand in the samples as `{ "bytes": base64 }`, other arrays of numbers as
 * `{ "numbers": […], "as": "Uint32Array" }`. Tables that came later are missing.
 */
export function readSample(version: number): DatabaseV3 {
  return JSON.parse(readFileSync(fileOf(version), 'utf8'), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('bytes' in value)
      return new Uint8Array(Buffer.from(String(value.bytes), 'base64'));
    if (!('numbers' in value && 'as' in value)) return value;
    return ARRAYS[value.as as keyof typeof ARRAYS].from(value.numbers as number[]);
  });
}

/** Makes a database of an older version with the rows of its sample, as that version wrote them, and further rows. */
export async function restoreSample(
  name: string,
  version: number,
  further: Record<string, object[]> = {},
): Promise<DatabaseV3> {
  const sample = readSample(version);
  const old = new Dexie(name);
  old.version(version).stores(STORES[version] ?? {});
  for (const [table, rows] of Object.entries(sample)) {
    await old.table(table).bulkAdd(rows);
  }
  for (const [table, rows] of Object.entries(further)) {
    await old.table(table).bulkAdd(rows);
  }
  old.close();
  return sample;
}
