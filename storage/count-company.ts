/** Who and what is mentioned in some articles, and who together. */
import type { HawashiDatabase } from './database';
import type { KnownEntity, Sighting } from './schema';

export interface KeptCompany {
  /** Articles that were looked through. */
  looked: number;
  /** In most of them first; of the same number the one mentioned more often. */
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
    own.filter(({ entityId, count }) => count > 0 && entityId !== without),
  );
  const most = rank(met.flat()).slice(0, COMPANY);
  const known = await db.entities.bulkGet(most.map(({ entityId }) => entityId));
  const company = most.flatMap(({ articles }, index) => {
    const entity = known[index];
    return entity === undefined ? [] : [{ entity, articles }];
  });
  const ranks = new Map(company.map(({ entity }, rank) => [entity.id, rank]));
  return { looked: articleIds.length, company, links: countLinks(met, ranks) };
}

/** By the number of articles; of few articles many are the same, and mentions tell. */
function rank(met: readonly Sighting[]) {
  const tally = new Map<string, { entityId: string; articles: number; count: number }>();
  for (const { entityId, count } of met) {
    const one = tally.get(entityId) ?? { entityId, articles: 0, count: 0 };
    tally.set(entityId, {
      ...{ entityId, articles: one.articles + 1, count: one.count + count },
    });
  }
  return [...tally.values()].sort(
    (a, b) =>
      b.articles - a.articles || b.count - a.count || (a.entityId < b.entityId ? -1 : 1),
  );
}

function countLinks(
  met: readonly (readonly Sighting[])[],
  ranks: ReadonlyMap<string, number>,
): KeptCompany['links'] {
  const size = ranks.size;
  const counts = new Uint32Array(size * size);
  for (const sightings of met) {
    const own = sightings.flatMap(({ entityId }) => ranks.get(entityId) ?? []);
    for (const from of own)
      for (const to of own)
        if (from < to) counts[from * size + to] = (counts[from * size + to] ?? 0) + 1;
  }
  return [...counts].flatMap((articles, at) =>
    articles === 0 ? [] : [{ from: Math.floor(at / size), to: at % size, articles }],
  );
}
