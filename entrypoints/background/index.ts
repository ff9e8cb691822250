import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serveBackground } from '@/messaging/serve';
import { backupNameOf, openBackup } from '@/storage/backup-database';
import { createBackupKeeper } from '@/storage/backup-keeper';
import { openDatabase } from '@/storage/database';
import { readHistorySettings } from '@/storage/history-settings';
import { requestPersistence } from '@/storage/request-persistence';
import { createIndexKeeper } from '@/storage/search/index-keeper';
import { announceAllNotes, announceHistory, announceNotes } from './announce-changes';
import { followSeedStories, tidyHistory } from './answer-history';
import { keepPrivateInMemory, type PrivatePorts } from './answer-private';
import { answerRequests, type BackgroundPorts } from './answer-requests';
import { deferUpdates } from './defer-update';
import { injectMargin } from './inject-margin';
import { injectOnGrant, injectOnInstall } from './inject-reader';
import { loadOnce } from './load-once';
import { createSimilarityLoader } from './load-similarity';
import { createNameFinder } from './name-finder';
import { openPanelByKey } from './open-panel-by-key';
import { forgetWithLastPrivateWindow, isPrivateWindowOpen } from './private-windows';
import { keepGrantsRegistered } from './register-grants';
import { sayBroughtBack, sayTrouble } from './report-keeping';
import { clearBadgesOfSitesOff, showBadge } from './show-badge';
import { writeWeeklyFile } from './write-weekly-file';

// The browser starts this worker for an event and kills it when it likes:
// listeners are added before anything is awaited, and nothing is kept in
// memory that cannot be made again.
export default defineBackground({
  type: 'module',
  main() {
    const db = openDatabase();
    const keeper = createBackupKeeper({
      db,
      openBackup: loadOnce(() => openBackup(backupNameOf(db.name))),
      now: Date.now,
      onBroughtBack: sayBroughtBack,
      onTrouble: sayTrouble,
    });
    createIndexKeeper(db);
    const ports: BackgroundPorts & PrivatePorts = {
      db,
      keeper,
      recognise: createNameFinder(),
      loadSimilarity: createSimilarityLoader(),
      readSettings: readHistorySettings,
      announceNotes,
      announceHistory,
      announceAllNotes,
      writeWeeklyFile: () => writeWeeklyFile(db),
      showBadge,
      bringMargin: injectMargin,
      isPrivateWindowOpen,
      now: Date.now,
    };
    const { handlers, replayDrafts } = answerRequests(ports);
    serveBackground(keepPrivateInMemory(handlers, ports));
    forgetWithLastPrivateWindow();
    void replayDrafts();
    if (import.meta.env.FIREFOX) deferUpdates(replayDrafts);
    clearBadgesOfSitesOff();
    browser.runtime.onInstalled.addListener(() => void followSeedStories(ports));
    browser.runtime.onStartup.addListener(() => void tidyHistory(ports));
    keepGrantsRegistered();
    injectOnInstall();
    injectOnGrant();
    openPanelByKey();
    void requestPersistence();
    void keeper.settle();
    void writeWeeklyFile(db);
  },
});
