import { describe, expect, it } from 'vitest';
import { openLexicon } from '../core/names/lexicon';
import { spell } from '../core/text/spelling';
import { collectWords } from './collect-words';
import { keysOf, packLexicon } from './pack-lexicon';
import { readEntries, readSeats, readWords } from './read-sources';

const entries = readEntries();

describe('the sources of the lexicon', () => {
  it('give each entry an id of its own', () => {
    const ids = entries.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('name each entry in Arabic and in English, in the letters of each', () => {
    const wrong = entries.filter(
      ({ ar, en }) =>
        ar.length === 0 ||
        en.length === 0 ||
        ar.some((name) => !/[\u0620-\u064a]/.test(name)) ||
        en.some((name) => /[\u0600-\u06ff]/.test(name)),
    );
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it('say in one line of each language who or what it is', () => {
    const bare = entries.filter(
      (one) => one.descriptionAr === '' || one.descriptionEn === '',
    );
    expect(bare.map(({ where }) => where)).toEqual([]);
  });

  it('use ISO country codes and Wikidata ids', () => {
    const wrong = entries.filter(
      ({ country, wikidata }) =>
        !/^([A-Z]{2})?$/.test(country) || !/^(Q[1-9]\d*)?$/.test(wikidata),
    );
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it('list as seats of power places of their own, each once', () => {
    const places = entries.filter(({ kind }) => kind === 'place' || kind === 'facility');
    const seats = places.filter(({ isSeat }) => isSeat).map(({ id }) => id);
    expect(readSeats().sort()).toEqual(seats.sort());
    expect(seats.length).toBeGreaterThan(0);
  });

  it('hold no name that is a single letter or digit', () => {
    const short = entries.flatMap(({ where, ar, en }) =>
      [...ar, ...en].filter((name) => keysOf(name).join('').length < 2).map(() => where),
    );
    expect(short).toEqual([]);
  });

  it('mark no common word of Arabic as a name that needs no sign', () => {
    const ambiguous = new Set(readWords('ar-ambiguous'));
    const common = new Set(readWords('ar-common'));
    const bad = entries
      .flatMap(({ ar }) => ar)
      .filter((name) => !name.startsWith('~') && !name.includes(' '))
      .filter((name) => common.has(spell(name)) && !ambiguous.has(spell(name)));
    expect(bad).toEqual([]);
  });
});

describe('packLexicon', () => {
  it('gives back every entry', () => {
    const lexicon = openLexicon(packLexicon(entries, collectWords()));
    expect(lexicon.entityCount).toBe(entries.length);
    for (const [index, entry] of entries.entries()) {
      const entity = lexicon.entity(index);
      expect(entity.id).toBe(entry.id);
      expect(entity.kind).toBe(entry.kind);
      expect(lexicon.isSeat(index)).toBe(entry.isSeat);
      expect(entity.names.ar).toBe(entry.ar[0]?.replace('~', ''));
      expect(entity.names.en).toBe(entry.en[0]?.replace('~', ''));
    }
  });
});
