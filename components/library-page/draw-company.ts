/** The picture of an actor's or place's company, in pixels. */
import type { Entity } from '@/core/model/entity';
import { nameIn } from '../entity/entity-names';
import type { Company } from './about-view';
import {
  arrangeCompany,
  type Companion,
  NAME_LINE,
  type PlacedCompanion,
  strongestLinks,
} from './arrange-company';
import { createNameMeasure, fitName } from './fit-name';

interface DrawnNode extends PlacedCompanion {
  entity: Entity;
  /** In common with the one in the middle. */
  articles: number;
  /** As it is written in the picture, and whole. */
  name: string;
  whole: string;
  lang: 'ar' | 'en';
}

export interface DrawnCompany {
  width: number;
  height: number;
  /** The one in the middle first, then the company in its order. */
  nodes: DrawnNode[];
  links: { from: number; to: number; thickness: number }[];
}

/** Pixels of circles; the areas go by the articles in common. */
const MIDDLE = 22;
const LARGEST = 20;
const SMALLEST = 6;
const THICKEST = 8;
/** Longer names are cut: so many pixels, and this share of the width. */
const LONGEST_NAME = 160;
const NAME_SHARE = 0.42;
/** Lines of each to others of the company. */
const LINES = 3;
const LOWEST = 260;
const HIGHEST = 540;
/** The picture is so many times what circles with their names cover. */
const ROOM = 4.5;
/** Of the width, for each: a telephone has no room for all. */
const WIDTH_FOR_EACH = 20;

export function drawCompany(
  entity: Entity,
  { company, links }: Pick<Company, 'company' | 'links'>,
  width: number,
  lang: 'ar' | 'en',
): DrawnCompany {
  const shown = company.slice(0, Math.max(2, Math.floor(width / WIDTH_FOR_EACH)));
  const most = shown[0]?.articles ?? 1;
  const spokes = shown.map(({ articles }, at) => ({ from: 0, to: at + 1, articles }));
  const among = links
    .filter(({ from, to }) => from < shown.length && to < shown.length)
    .map(({ from, to, articles }) => ({ from: from + 1, to: to + 1, articles }));
  const drawn = [...strongestLinks(among, LINES), ...spokes];
  const nodes = nodesOf([{ entity, articles: most }, ...shown], width, lang);
  const height = heightFor(nodes, width);
  const placed = arrangeCompany(nodes, drawn, { width, height });
  return {
    ...{ width, height },
    nodes: nodes.flatMap((node, at) => {
      const place = placed[at];
      return place === undefined ? [] : [{ ...node, ...place }];
    }),
    links: drawn.map(({ from, to, articles }) => ({
      ...{ from, to },
      thickness: Math.max(1, (THICKEST * articles) / most),
    })),
  };
}

/** The first is the one in the middle. */
function nodesOf(company: Company['company'], width: number, lang: 'ar' | 'en') {
  const measure = createNameMeasure();
  const widest = Math.min(LONGEST_NAME, NAME_SHARE * width);
  const most = company[0]?.articles ?? 1;
  return company.map((one, at) => {
    const { words, lang: its } = nameIn(one.entity, lang);
    const name = fitName(words, widest, measure);
    const radius = LARGEST * Math.sqrt(one.articles / most);
    return {
      ...one,
      ...{ whole: words, lang: its, name: name.words, nameWidth: name.width },
      radius: at === 0 ? MIDDLE : Math.max(SMALLEST, radius),
    };
  });
}

/** So that circles and names have room around them. */
function heightFor(nodes: readonly Companion[], width: number): number {
  const covered = nodes.reduce(
    (sum, { radius, nameWidth }) =>
      sum + Math.max(2 * radius, nameWidth) * (2 * radius + NAME_LINE),
    0,
  );
  return Math.round(Math.min(HIGHEST, Math.max(LOWEST, (ROOM * covered) / width)));
}
