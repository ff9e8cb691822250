import { describe, expect, it } from 'vitest';
import { packLexicon } from '../../lexicon/pack-lexicon';
import type { SourceEntry } from '../../lexicon/read-sources';
import { createRecogniser } from './recogniser';

const entry = (id: string, ar: string[], country: string): SourceEntry => ({
  where: 'test',
  id,
  kind: id.startsWith('grp') ? 'group' : id.startsWith('state') ? 'state' : 'place',
  ar,
  en: [id],
  country,
  wikidata: '',
  descriptionAr: '',
  descriptionEn: '',
  isSeat: false,
});

const recogniser = createRecogniser(
  packLexicon(
    [
      entry('grp/akp', ['حزب العدالة والتنمية', 'حزب العدالة والتنمية التركي'], 'TR'),
      entry('grp/pjd', ['حزب العدالة والتنمية', 'حزب العدالة والتنمية المغربي'], 'MA'),
      entry('place/tripoli', ['طرابلس'], 'LY'),
      entry('place/tripoli-lebanon', ['طرابلس الشام', 'طرابلس'], 'LB'),
      entry('state/turkey', ['تركيا'], 'TR'),
      entry('state/morocco', ['المغرب'], 'MA'),
      entry('state/lebanon', ['لبنان'], 'LB'),
    ],
    new Map(),
  ),
);
const linkOf = (text: string, surface: string) =>
  recogniser.recognise(text).mentions.find((one) => one.surface === surface)?.entityId;

describe('a name that two things share', () => {
  const party = 'حزب العدالة والتنمية';

  it.each([
    [`فاز ${party} في المغرب.`, 'grp/pjd'],
    [`فاز ${party} في تركيا.`, 'grp/akp'],
    [`حزب العدالة والتنمية التركي كبير. فاز ${party} أمس، كما في المغرب.`, 'grp/akp'],
  ])('is told by what else the text names: %s', (text, id) => {
    expect(linkOf(text, party)).toBe(id);
  });

  it.each([`فاز ${party} أمس.`, `فاز ${party} في تركيا، وحزب في المغرب.`])(
    'is painted, but is neither, where nothing tells: %s',
    (text) => {
      expect(linkOf(text, party)).toMatch(/^text\/group\//);
    },
  );

  it('is by default whose chief name it is', () => {
    expect(linkOf('وصل إلى طرابلس أمس.', 'طرابلس')).toBe('place/tripoli');
    expect(linkOf('وصل إلى طرابلس في لبنان.', 'طرابلس')).toBe('place/tripoli-lebanon');
  });
});
