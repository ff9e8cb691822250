/**
 * `tsx training/annotations/align.ts FOLDER NUMBER…`: what an annotator wrote of a chunk
 * (`NUMBER.names`: a line's number, then its names in their order, parted by tabs, each
 * after P, L or O) → `NUMBER.tsv`, offsets into the lines of the raw news. Says what it
 * cannot find; such a name is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS: Readonly<Record<string, string>> = { P: 'PER', L: 'LOC', O: 'ORG' };
const CLITICS = /^[وفبكل]{1,3}$/;

const [, , folder = '.cache/annotate', ...numbers] = process.argv;
for (const number of numbers) align(join(folder, number));

function align(path: string): void {
  const texts = new Map<string, string>();
  for (const line of readFileSync(`${path}.txt`, 'utf8').split('\n')) {
    const [id = '', ...rest] = line.split(' ');
    if (/^\d+\.\d+$/.test(id)) texts.set(id, rest.join(' '));
  }
  const found = new Map<string, string[]>();
  let count = 0;
  let lost = 0;
  for (const line of readFileSync(`${path}.names`, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const [id = '', ...names] = line.split('\t');
    const text = texts.get(id.trim());
    if (text === undefined) {
      process.stdout.write(`${path}: no line ${id}\n`);
      continue;
    }
    const marks: string[] = [];
    let from = 0;
    for (const field of names) {
      const kind = KINDS[field.slice(0, 1)];
      const name = field.slice(1).trim();
      const start = kind === undefined || name === '' ? -1 : find(text, name, from);
      if (start < 0) {
        lost++;
        process.stdout.write(`${path} ${id}: not found from ${from}: ${field}\n`);
        continue;
      }
      from = start + name.length;
      marks.push(`${start},${from},${kind}`);
      count++;
    }
    found.set(id.trim(), marks);
  }
  const rows: string[] = [];
  for (const line of readFileSync(`${path}.origins`, 'utf8').trim().split('\n')) {
    const [id = '', source, at, hash] = line.split('\t');
    rows.push([source, at, hash, (found.get(id) ?? []).join(' ')].join('\t'));
  }
  writeFileSync(`${path}.tsv`, `${rows.join('\n')}\n`);
  process.stdout.write(`${path}: ${count} names, ${lost} not found\n`);
}

/** Where the name stands as whole words, clitics before it aside; −1 if nowhere. */
function find(text: string, name: string, from: number): number {
  for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
    if (/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ')) continue;
    const before = /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, at))?.[0] ?? '';
    if (before === '' || CLITICS.test(before)) return at;
  }
  return -1;
}
