import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIST = join(import.meta.dirname, '../assets/news-sites.txt');

/** The hosts of `assets/news-sites.txt`: one a line, `#` begins a comment. */
export function readNewsSites(file: string = LIST): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

/** Each site with and without `www.`, over http and https. */
export function toMatchPatterns(hosts: string[]): string[] {
  return hosts.flatMap((host) => [`*://${host}/*`, `*://www.${host}/*`]);
}
