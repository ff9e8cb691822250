/** `npm run evaluate -- KIND [ARGUMENTS]`: quality against labelled data, printed as tables. */
const KINDS: Record<
  string,
  () => Promise<{ evaluate: (args: string[]) => Promise<void> }>
> = {
  names: () => import('./evaluate/names'),
  mentions: () => import('./evaluate/mentions'),
  articles: () => import('./evaluate/articles'),
  anchors: () => import('./evaluate/anchors'),
  similar: () => import('./evaluate/similar'),
  seen: () => import('./evaluate/seen'),
};

const [kind, ...args] = process.argv.slice(2);
const load = kind !== undefined && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
if (load === undefined) {
  const known = Object.keys(KINDS).join(', ');
  process.stderr.write(`evaluate: no kind "${kind ?? ''}"; there are: ${known}\n`);
  process.exitCode = 2;
} else {
  await (await load()).evaluate(args);
}

export {};
