import { afterEach } from 'vitest';
import { BackupDatabase } from '@/storage/backup-database';
import {
  type BackupKeeper,
  type BackupPorts,
  createBackupKeeper,
} from '@/storage/backup-keeper';
import { openTestDatabase } from './open-test-database';

const opened: BackupDatabase[] = [];
const keepers: BackupKeeper[] = [];
let count = 0;

afterEach(async () => {
  for (const keeper of keepers.splice(0)) keeper.stop();
  for (const backup of opened.splice(0)) await backup.delete();
});

/** A backup of its own for a test, deleted after it. */
export async function openTestBackup(
  name = `backup-${count++}`,
): Promise<BackupDatabase> {
  const backup = new BackupDatabase(name, indexedDB);
  opened.push(backup);
  return backup;
}

/** A database with its backup, as the background keeps them. */
export async function openKept(ports: Partial<BackupPorts> = {}) {
  const db = ports.db ?? openTestDatabase();
  const backup = ports.openBackup ? await ports.openBackup() : await openTestBackup();
  const keeper = createBackupKeeper({
    db,
    openBackup: async () => backup,
    now: Date.now,
    onBroughtBack: () => {},
    onTrouble: (code) => {
      if (code !== null) throw new Error(code);
    },
    ...ports,
  });
  keepers.push(keeper);
  return { db, backup, keeper };
}
