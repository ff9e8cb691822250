/** The moments to which one can go back: one a day for three days, one a week for four weeks, one before each migration. */
import Dexie from 'dexie';
import {
  type BackedUp,
  type BackupDatabase,
  currentGeneration,
  type Generation,
  type KeptState,
  rowOf,
  statesOf,
} from './backup-database';

const DAY = 86_400_000;
const DAYS = 3;
const WEEKS = 4;
const MIGRATIONS = 2;
/** States looked at in one transaction. */
const STEP = 500;

/** Closes the generation that is being written, unless nothing was written since the last. `at` in ms. */
export async function closeGeneration(
  backup: BackupDatabase,
  { at, kind, notes }: Omit<Generation, 'number'>,
): Promise<boolean> {
  return backup.transaction('rw', backup.states, backup.generations, async () => {
    const number = await currentGeneration(backup);
    const isEmpty = (await backup.states.where({ since: number }).limit(1).count()) === 0;
    if (isEmpty) return false;
    await backup.generations.add({ number, at, kind, notes });
    return true;
  });
}

/** Whether a day has passed since the last generation, counted in either direction: a clock may be set back. */
export async function isDailyDue(backup: BackupDatabase, now: number): Promise<boolean> {
  const last = await backup.generations.toCollection().last();
  return last === undefined || Math.abs(now - last.at) >= DAY;
}

/** The numbers of the generations that are to be kept; a later one stands for its day or week. */
export function generationsToKeep(generations: readonly Generation[]): Set<number> {
  const latestFirst = generations.toSorted((a, b) => b.number - a.number);
  const latestOf = (span: number, most: number) => {
    const seen = new Map<number, number>();
    for (const { at, number } of latestFirst) {
      const bucket = Math.floor(at / span);
      if (!seen.has(bucket)) seen.set(bucket, number);
    }
    return [...seen.values()].slice(0, most);
  };
  const migrations = latestFirst.filter(({ kind }) => kind === 'migration');
  return new Set([
    ...latestOf(DAY, DAYS),
    ...latestOf(7 * DAY, WEEKS),
    ...migrations.slice(0, MIGRATIONS).map(({ number }) => number),
  ]);
}

/** Lets go of generations that are kept no longer, and of the states that only they had. */
export async function thinGenerations(backup: BackupDatabase): Promise<void> {
  const all = await backup.generations.toArray();
  const kept = generationsToKeep(all);
  for (const { number } of all) {
    if (!kept.has(number)) await dropGeneration(backup, number);
  }
}

/** States of this generation that were superseded in the next: nothing shows them any more. */
async function dropGeneration(backup: BackupDatabase, number: number): Promise<void> {
  const before = await backup.generations.where('number').below(number).last();
  const after = await backup.generations.where('number').above(number).first();
  const until = after?.number ?? (await currentGeneration(backup));
  const range = () =>
    backup.states.where('since').between(before?.number ?? 0, number, false, true);
  let offset = 0;
  for (;;) {
    const dropped = await backup.transaction('rw', backup.states, async () => {
      const keys = await range().offset(offset).limit(STEP).primaryKeys();
      if (keys.length === 0) return null;
      const superseded: typeof keys = [];
      for (const [table, id, since] of keys) {
        const next = await backup.states
          .where('[table+id+since]')
          .between([table, id, since], [table, id, until], false, true)
          .limit(1)
          .count();
        if (next > 0) superseded.push([table, id, since]);
      }
      await backup.states.bulkDelete(superseded);
      return { gone: superseded.length, seen: keys.length };
    });
    if (dropped === null) break;
    offset += dropped.seen - dropped.gone;
  }
  await backup.generations.delete(number);
}

/** Whatever was written last. */
export const TODAY = Number.POSITIVE_INFINITY;

/**
 * The rows of a table as they were in a generation, those whose ids come after
 * `after`. Of a row whose state is damaged the one before it is given, if there
 * is one. `last` is null at the end.
 */
export async function rowsAt(
  backup: BackupDatabase,
  table: BackedUp,
  { number, after }: { number: number; after: string },
): Promise<{ rows: unknown[]; last: string | null }> {
  const from = [table, after, Dexie.maxKey];
  const states = await backup.states
    .where('[table+id+since]')
    .between(from, [table, Dexie.maxKey], false)
    .limit(STEP)
    .toArray();
  const byId = new Map<string, KeptState[]>();
  for (const state of states) {
    byId.set(state.id, [...(byId.get(state.id) ?? []), state]);
  }
  const ids = [...byId.keys()];
  // The rest of its states may come with the next step; no row has as many as a step.
  if (states.length === STEP && ids.length > 1) ids.pop();
  const rows = ids.flatMap((id) => rowAmong(byId.get(id) ?? [], number) ?? []);
  return { rows, last: ids.at(-1) ?? null };
}

/** A row as it was in a generation; undefined when it was not there. */
export async function rowAt(
  backup: BackupDatabase,
  { table, id, number }: { table: BackedUp; id: string; number: number },
): Promise<unknown> {
  return rowAmong(await statesOf(backup, table, id).toArray(), number);
}

function rowAmong(states: readonly KeptState[], number: number): unknown {
  for (const state of states.toReversed()) {
    const row = state.since <= number ? rowOf(state) : undefined;
    if (row !== undefined) return row;
  }
  return undefined;
}
