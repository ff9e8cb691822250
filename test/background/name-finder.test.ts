import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNameFinder } from '@/entrypoints/background/name-finder';

const FILES = join(import.meta.dirname, '../../assets/public');
const answer = (url: Parameters<typeof fetch>[0]) =>
  Promise.resolve(new Response(readFileSync(join(FILES, basename(String(url))))));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('createNameFinder', () => {
  it('loads the names once, from the extension itself, when they are first asked for', async () => {
    const load = vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
    const find = createNameFinder();
    expect(load).not.toHaveBeenCalled();
    const [found] = await Promise.all([find('وصل الوفد إلى بغداد.'), find('نص')]);
    expect(found?.entities.map(({ names }) => names.ar)).toEqual(['بغداد']);
    const urls = load.mock.calls.map(([url]) => String(url)).sort();
    expect(urls).toEqual([
      expect.stringMatching(/^[\w-]+-extension:\/\/.*lexicon\.bin$/),
      expect.stringMatching(/^[\w-]+-extension:\/\/.*tagger\.bin$/),
      expect.stringMatching(/^[\w-]+-extension:\/\/.*tagger\.wasm$/),
    ]);
  });

  it('lets others in while it reads a long text', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
    const find = createNameFinder();
    await find('بغداد');
    const order: string[] = [];
    const long = find(
      'زار الرئيس مدينة بيروت أمس ثم عاد إلى مدينته.\n'.repeat(1500),
    ).then(() => order.push('names'));
    await new Promise((resolve) => setTimeout(resolve, 0));
    // Begun once the names are being looked for, answered before they are found.
    setTimeout(() => order.push('another message'), 0);
    await long;
    expect(order).toEqual(['another message', 'names']);
  });

  it('tries again after it could not be read', async () => {
    const load = vi.spyOn(globalThis, 'fetch');
    load.mockResolvedValueOnce(new Response(null, { status: 404 }));
    load.mockImplementation(answer);
    const find = createNameFinder();
    await expect(find('بغداد')).rejects.toThrow('404');
    expect((await find('بغداد')).lang).toBe('ar');
  });
});
