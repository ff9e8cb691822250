/** One line of each language for a place of a gazetteer. */
import { readEntries } from '../read-sources';

/** What the first-level part of a country is called. */
const REGIONS: Readonly<Record<string, readonly [string, string]>> = {
  DZ: ['ولاية', 'Province'],
  TN: ['ولاية', 'Governorate'],
  TR: ['ولاية', 'Province'],
  IR: ['محافظة', 'Province'],
  SD: ['ولاية', 'State'],
  SS: ['ولاية', 'State'],
  MR: ['ولاية', 'Region'],
  US: ['ولاية', 'State'],
  IN: ['ولاية', 'State'],
  BR: ['ولاية', 'State'],
  MX: ['ولاية', 'State'],
  NG: ['ولاية', 'State'],
  AU: ['ولاية', 'State'],
  DE: ['ولاية', 'State'],
  AF: ['ولاية', 'Province'],
};
const GOVERNORATES = new Set('EG IQ SY LB JO PS YE OM BH KW'.split(' '));
const DISTRICTS: Readonly<Record<string, readonly [string, string]>> = {
  IQ: ['قضاء', 'District'],
  YE: ['مديرية', 'District'],
  LB: ['قضاء', 'District'],
};

const countries = new Map(
  readEntries()
    .filter(({ kind }) => kind === 'state')
    .map(({ country, ar, en }) => [country, [ar[0] ?? '', en[0] ?? '']] as const),
);

export function describePlace(
  type: string,
  country: string,
  people: number,
): [string, string] {
  const [ar, en] = unitOf(type, country, people);
  const [arabic, english] = countries.get(country) ?? ['', ''];
  const of = /City|Town/.test(en) ? 'in' : 'of';
  return arabic === ''
    ? [ar, en]
    : [`${ar} في ${arabic.replace('~', '')}`, `${en} ${of} ${english.replace('~', '')}`];
}

function unitOf(
  type: string,
  country: string,
  people: number,
): readonly [string, string] {
  if (/^(?:state|region)/.test(type)) {
    const usual = GOVERNORATES.has(country)
      ? (['محافظة', 'Governorate'] as const)
      : (['إقليم', 'Region'] as const);
    return REGIONS[country] ?? usual;
  }
  if (type === 'county') return DISTRICTS[country] ?? ['منطقة', 'District'];
  return people >= 100_000 ? ['مدينة', 'City'] : ['بلدة', 'Town'];
}
