import { defineBackground } from 'wxt/utils/define-background';
import { serveBackground } from '@/messaging/serve';
import { openDatabase } from '@/storage/database';
import { requestPersistence } from '@/storage/request-persistence';
import { announceNotes } from './announce-notes';
import { answerRequests } from './answer-requests';
import { injectMargin } from './inject-margin';
import { injectOnGrant, injectOnInstall } from './inject-reader';
import { createNameFinder } from './name-finder';
import { keepGrantsRegistered } from './register-grants';

// The browser starts this worker for an event and kills it when it likes:
// listeners are added before anything is awaited, and nothing is kept in
// memory that cannot be made again.
export default defineBackground({
  type: 'module',
  main() {
    serveBackground(
      answerRequests({
        db: openDatabase(),
        recognise: createNameFinder(),
        announceNotes,
        bringMargin: injectMargin,
        now: Date.now,
      }),
    );
    keepGrantsRegistered();
    injectOnInstall();
    injectOnGrant();
    void requestPersistence();
  },
});
