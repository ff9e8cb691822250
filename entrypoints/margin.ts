import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '@/components/overlay/hand-over';
import { mountOverlay } from '@/components/overlay/mount-overlay';

/** What is only needed once something is to be shown in a page: the reader there asks for it. */
export default defineUnlistedScript(() => handOver(mountOverlay));
