/** A disk of its own for a profile, so small that it can be filled. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  folder: string;
  /** To the last byte, and again with whatever the browser frees; gives the way back. */
  fill(): () => void;
  remove(): void;
}

const SIZE = '400m';
const PIECE = 1_000_000;

/** Null where this user may not mount one. */
export function mountSmallDisk(): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'hawashi-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder];
  if (spawnSync('mount', options).status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    fill() {
      const file = join(folder, 'filling');
      const fillUp = () => {
        for (let size = PIECE; size >= 1; size = Math.floor(size / 10))
          fillBy(file, size);
      };
      fillUp();
      const timer = setInterval(fillUp, 50);
      return () => {
        clearInterval(timer);
        rmSync(file);
      };
    },
    remove() {
      spawnSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillBy(file: string, size: number): void {
  const piece = Buffer.alloc(size);
  try {
    for (;;) appendFileSync(file, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
