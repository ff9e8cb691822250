import { afterEach } from 'vitest';
import { type HawashiDatabase, openDatabase } from '@/storage/database';

const opened: HawashiDatabase[] = [];
let count = 0;

afterEach(async () => {
  const all = opened.splice(0);
  for (const db of all) db.close();
  for (const db of all) await db.delete();
});

/** A database of its own for a test, deleted after it. */
export function openTestDatabase(name = `test-${count++}`): HawashiDatabase {
  const db = openDatabase(name);
  opened.push(db);
  return db;
}
