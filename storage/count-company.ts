/** Who and what is mentioned in some articles, and who together. */
import type { HawashiDatabase } from './database';
import type { KnownEntity } from './schema';

export interface KeptCompany {
  /** Articles that were looked through. */
  looked: number;
  /** In most of them first. */
  company: { entity: KnownEntity; articles: number }[];
  /** Those of `company`, by index, that are mentioned in the same articles; `from` is less than `to`. */
  links: { from: number; to: number; articles: number }[];
}

/** As many as a drawing has room for, with one in its middle. */
const COMPANY = 24;

/** `without`: whose company it is. */
export async function countCompany(
  db: HawashiDatabase,
  articleIds: readonly string[],
  without?: string,
): Promise<KeptCompany> {
  // One range each: `anyOf` would step through them row by row.
  const mentions = await Promise.all(
    articleIds.map((articleId) => db.sightings.where({ articleId }).toArray()),
  );
  const met = mentions.map((own) =>
    own.flatMap(({ entityId, count }) =>
      count > 0 && entityId !== without ? [entityId] : [],
    ),
  );
  const tally = new Map<string, number>();
  for (const id of met.flat()) tally.set(id, (tally.get(id) ?? 0) + 1);
  // By id where the numbers are the same, so that it is always the same.
  const most = [...tally]
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .slice(0, COMPANY);
  const known = await db.entities.bulkGet(most.map(([id]) => id));
  const company = most.flatMap(([, articles], index) => {
    const entity = known[index];
    return entity === undefined ? [] : [{ entity, articles }];
  });
  const ranks = new Map(company.map(({ entity }, rank) => [entity.id, rank]));
  return { looked: articleIds.length, company, links: countLinks(met, ranks) };
}

function countLinks(
  met: readonly (readonly string[])[],
  ranks: ReadonlyMap<string, number>,
): KeptCompany['links'] {
  const size = ranks.size;
  const counts = new Uint32Array(size * size);
  for (const ids of met) {
    const own = ids.flatMap((id) => ranks.get(id) ?? []);
    for (const from of own)
      for (const to of own)
        if (from < to) counts[from * size + to] = (counts[from * size + to] ?? 0) + 1;
  }
  return [...counts].flatMap((articles, at) =>
    articles === 0 ? [] : [{ from: Math.floor(at / size), to: at % size, articles }],
  );
}
