/**
 * Makes the weekly file for Chrome's worker, which cannot: it has no
 * `URL.createObjectURL`, and an address with the data in it may have 2 MB.
 */
import { browser } from 'wxt/browser';
import { openDatabase } from '@/storage/database';
import { makeBackupFile } from '@/storage/make-backup-file';

browser.runtime.onMessage.addListener((message, sender) => {
  const isOurs = sender.id === browser.runtime.id && sender.tab === undefined;
  if (!isOurs || (message as { hawashiFile?: unknown }).hawashiFile !== 1) return;
  return makeBackupFile(openDatabase(), Date.now());
});
