/** Databases as earlier versions wrote them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { type DatabaseV2, STORES_V1, STORES_V2 } from '@/storage/schema';

const SAMPLES = join(import.meta.dirname, 'fixtures/database');
const STORES: Record<number, Record<string, string>> = { 1: STORES_V1, 2: STORES_V2 };

const fileOf = (version: number) => join(SAMPLES, `v${version}.json`);

export function hasSample(version: number): boolean {
  return existsSync(fileOf(version)) && version in STORES;
}

/** Bytes stand in the samples as `{ "bytes": base64 }`. Tables that came later are missing. */
export function readSample(version: number): DatabaseV2 {
  return JSON.parse(readFileSync(fileOf(version), 'utf8'), (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'bytes' in value
      ? new Uint8Array(Buffer.from(String(value.bytes), 'base64'))
      : value,
  );
}

/** Makes a database of an older version with the rows of its sample, as that version wrote them, and further rows. */
export async function restoreSample(
  name: string,
  version: number,
  further: Record<string, object[]> = {},
): Promise<DatabaseV2> {
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
