import { describe, expect, it } from 'vitest';
import {
  findCycle,
  type ImportOfOurs,
  isSource,
  listFiles,
  parseFile,
  readOurFile,
  roomOf,
} from './source-files';

const files = listFiles();
const known = new Set(files);
const parsed = files.filter(isSource).map((path) => parseFile(path, known));
const shipped = parsed.filter(({ path }) => !isTest(path));

/** Which rooms a room of the product may import from, beside its own. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  page: ['core'],
  storage: ['core'],
  messaging: ['core'],
  locales: ['core'],
  components: ['core', 'locales', 'assets'],
  lexicon: ['core'],
  entrypoints: [
    'core',
    'page',
    'storage',
    'messaging',
    'components',
    'locales',
    'assets',
  ],
};

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/');
}

function show({ from, to }: ImportOfOurs): string {
  return `${from} → ${to}`;
}

describe('the direction of imports', () => {
  it('looks at the whole product', () => {
    const rooms = new Set(shipped.map(({ path }) => roomOf(path)));
    for (const room of Object.keys(MAY_IMPORT)) expect(rooms).toContain(room);
  });

  it.each(Object.entries(MAY_IMPORT))('%s imports from: %j', (room, allowed) => {
    const wrong = shipped
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ ours }) => ours)
      .filter(({ to }) => roomOf(to) !== room && !allowed.includes(roomOf(to)));
    expect(wrong.map(show)).toEqual([]);
  });

  it('lets nothing import an entrypoint but tests', () => {
    const wrong = shipped
      .flatMap(({ ours }) => ours)
      .filter(
        ({ from, to }) => roomOf(to) === 'entrypoints' && roomOf(from) !== 'entrypoints',
      );
    expect(wrong.map(show)).toEqual([]);
  });

  it('resolves every import of ours to a file', () => {
    const lost = parsed
      .flatMap(({ ours }) => ours)
      .filter(({ to }) => !known.has(to) && to !== 'package.json');
    expect(lost.map(show)).toEqual([]);
  });

  it('keeps the database, the browser and Preact out of the pure and the page rooms', () => {
    const forbidden: Record<string, RegExp> = {
      core: /^(dexie|preact|@preact|wxt|webextension-polyfill|node:|linkedom)/,
      page: /^(dexie|preact|@preact|wxt|webextension-polyfill|node:|linkedom)/,
      components: /^(dexie|wxt|webextension-polyfill|node:)/,
      storage: /^(preact|@preact|node:)/,
      messaging: /^(dexie|preact|@preact|node:)/,
    };
    const wrong = shipped.flatMap(({ path, packages }) =>
      packages
        .filter((name) => forbidden[roomOf(path)]?.test(name))
        .map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('makes no cycle', () => {
    const imports = new Map(
      parsed.map(({ path, ours }) => [
        path,
        ours.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to),
      ]),
    );
    expect(findCycle(imports)?.join(' → ') ?? null).toBeNull();
  });

  it('would see a cycle', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCycle(imports)).toEqual(['b', 'c', 'b']);
  });
});

describe('files', () => {
  it('are no barrels', () => {
    expect(parsed.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual([]);
  });

  it('live with their owner, not in utils, helpers or common', () => {
    const wrong = files.filter((path) =>
      /(^|\/)(utils?|helpers?|common)(\/|\.tsx?$)/.test(path),
    );
    expect(wrong).toEqual([]);
  });

  it('are named in kebab-case, components in PascalCase', () => {
    const names = parsed.map(({ path }) => path.split('/').at(-1) ?? '');
    const wrong = names.filter(
      (name) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.(browser\.)?test|\.e2e|\.config)?\.tsx?$/.test(
          name,
        ) && !/^[A-Z][A-Za-z]*(\.browser\.test)?\.tsx$/.test(name),
    );
    expect(wrong).toEqual([]);
  });

  it('stay small enough to be read', () => {
    const long = shipped
      .map(({ path }) => ({ path, lines: readOurFile(path).split('\n').length }))
      .filter(({ path, lines }) => lines > 400 && !path.startsWith('lexicon/'));
    expect(long).toEqual([]);
  });

  it('name no path of some machine and no registry', () => {
    // Written in pieces, or this file would find itself.
    const forbidden = new RegExp(
      [
        '/wor' + 'k/',
        '/tm' + 'p/',
        '/roo' + 't/',
        '/hom' + 'e/\\w',
        'registry\\.np' + 'mjs',
        '_authTok' + 'en',
      ].join('|'),
    );
    const wrong = files
      .filter((path) => /\.(tsx?|jsx?|json|md|html|css|txt|tsv|ya?ml)$|\.ci\//.test(path))
      .filter((path) => forbidden.test(readOurFile(path)));
    expect(wrong).toEqual([]);
  });

  it('promise no later work', () => {
    const marks = new RegExp(
      `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`,
    );
    const wrong = parsed.filter(({ path }) => marks.test(readOurFile(path)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('dependencies', () => {
  it('are pinned exactly', () => {
    const manifest = JSON.parse(readOurFile('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(versions).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked for every platform, or `npm ci` refuses', () => {
    const { packages } = JSON.parse(readOurFile('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const lost = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !foldersAbove(path).some((folder) => `${folder}${name}` in packages),
      ),
    );
    expect(lost).toEqual([]);
  });
});

/** The `node_modules/` folders in which a package of the lock file looks for another. */
function foldersAbove(path: string): string[] {
  const parts = path === '' ? [] : path.split('/node_modules/');
  const above = parts.map(
    (_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/`,
  );
  return ['node_modules/', ...above];
}
