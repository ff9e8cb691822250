import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNameFinder } from '@/entrypoints/background/name-finder';

const LEXICON = join(import.meta.dirname, '../../assets/public/lexicon.bin');
const answer = () => Promise.resolve(new Response(readFileSync(LEXICON)));

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
    expect(load).toHaveBeenCalledOnce();
    expect(String(load.mock.calls[0]?.[0])).toMatch(
      /^[\w-]+-extension:\/\/.*lexicon\.bin$/,
    );
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
