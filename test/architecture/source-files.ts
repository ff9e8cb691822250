import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

const ROOT = join(import.meta.dirname, '../..');

/** Not ours, or made by a build. `shared` and `screenshots` are never committed. */
const SKIPPED = new Set([
  'node_modules',
  'screenshots',
  'shared',
  '.cache',
  '.data',
  '.git',
  '.output',
  '.wxt',
]);

/** Repository paths of all our files, with `/`. */
export function listFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return [relative(ROOT, path).split(sep).join('/')];
  });
}

export function isSource(path: string): boolean {
  return /\.tsx?$/.test(path) && !path.endsWith('.d.ts');
}

export function readOurFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export interface ImportOfOurs {
  from: string;
  /** Repository path of the file imported, or of the folder where that is not ours to resolve. */
  to: string;
  /** Gone after compilation: cannot make a cycle at run time. */
  typeOnly: boolean;
}

export interface ParsedFile {
  path: string;
  ours: ImportOfOurs[];
  packages: string[];
  /** Nothing but re-exports. */
  isBarrel: boolean;
}

/** What a source file imports: our files, resolved, and packages. */
export function parseFile(path: string, files: ReadonlySet<string>): ParsedFile {
  const text = readOurFile(path);
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    ),
  );
  const dynamics = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const specifier = /^(['"])(.*)\1$/.exec(text.slice(start, end))?.[2];
    return specifier === undefined ? [] : [{ specifier, typeOnly: false }];
  });
  const parsed: ParsedFile = { path, ours: [], packages: [], isBarrel: false };
  for (const { specifier, typeOnly } of [...statics, ...reExports, ...dynamics]) {
    const to = resolveOurs(path, specifier, files);
    if (to === null) parsed.packages.push(specifier);
    else parsed.ours.push({ from: path, to, typeOnly });
  }
  parsed.isBarrel =
    reExports.length > 0 &&
    program.body.every(
      (node) =>
        node.type === 'ExportAllDeclaration' ||
        (node.type === 'ExportNamedDeclaration' && node.source !== null),
    );
  return parsed;
}

function resolveOurs(
  from: string,
  specifier: string,
  files: ReadonlySet<string>,
): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  let path: string;
  if (bare.startsWith('@/')) path = bare.slice(2);
  else if (bare.startsWith('.')) path = posix.join(posix.dirname(from), bare);
  else return null;
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => files.has(candidate)) ?? path;
}

/** The first folder of a path; the repository's own files have none. */
export function roomOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? '' : (path.split('/')[0] ?? '');
}

/** A cycle of imports that exist at run time, as a list of paths, or null. */
export function findCycle(
  imports: ReadonlyMap<string, readonly string[]>,
): string[] | null {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    trail.push(path);
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    trail.pop();
    done.add(path);
    return null;
  };
  for (const path of imports.keys()) {
    const cycle = visit(path);
    if (cycle !== null) return cycle;
  }
  return null;
}
