/** The picture of an actor's or place's company, in pixels. */
import type { Entity } from '@/core/model/entity';
import { nameIn } from '../entity/entity-names';
import type { Company } from './about-view';
import { arrangeCompany, type PlacedCompanion, strongestLinks } from './arrange-company';
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
const LONGEST_NAME = 160;
/** Lines of each to others of the company. */
const LINES = 3;
/** Of the height: with nobody, for each, at most. */
const LOWEST = 230;
const FOR_EACH = 14;
const HIGHEST = 540;
/** Of the width, for each: a telephone has no room for all. */
const WIDTH_FOR_EACH = 24;

export function drawCompany(
  entity: Entity,
  { company, links }: Pick<Company, 'company' | 'links'>,
  width: number,
  lang: 'ar' | 'en',
): DrawnCompany {
  const shown = company.slice(0, Math.max(2, Math.floor(width / WIDTH_FOR_EACH)));
  const height = Math.min(HIGHEST, LOWEST + FOR_EACH * shown.length);
  const most = shown[0]?.articles ?? 1;
  const measure = createNameMeasure();
  const widest = Math.min(LONGEST_NAME, 0.42 * width);
  const nodes = [{ entity, articles: most }, ...shown].map((one, at) => {
    const whole = nameIn(one.entity, lang);
    const name = fitName(whole.words, widest, measure);
    const share = Math.sqrt(one.articles / most);
    return {
      ...one,
      ...{
        whole: whole.words,
        lang: whole.lang,
        name: name.words,
        nameWidth: name.width,
      },
      radius: at === 0 ? MIDDLE : Math.max(SMALLEST, LARGEST * share),
    };
  });
  const spokes = shown.map(({ articles }, at) => ({ from: 0, to: at + 1, articles }));
  const among = links
    .filter(({ from, to }) => from < shown.length && to < shown.length)
    .map(({ from, to, articles }) => ({ from: from + 1, to: to + 1, articles }));
  const all = [...strongestLinks(among, LINES), ...spokes];
  const placed = arrangeCompany(nodes, all, { width, height });
  return {
    ...{ width, height },
    nodes: nodes.flatMap((node, at) => {
      const place = placed[at];
      return place === undefined ? [] : [{ ...node, ...place }];
    }),
    links: all.map(({ from, to, articles }) => ({
      ...{ from, to },
      thickness: Math.max(1, (THICKEST * articles) / most),
    })),
  };
}
