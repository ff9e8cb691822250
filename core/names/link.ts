/** Gives every mention its entity: of the lexicon, or of this text alone. */

import type { Entity } from '../model/entity';
import type { Mention } from '../model/mention';
import { detectLanguage } from '../text/scripts';
import { STRIDE, type Steps } from '../text/steps';
import type { Power } from './act-scene';
import type { Candidate } from './candidate';
import { chooseEntity, readContext } from './choose-entity';
import { findActs } from './find-acts';
import { collectPeople, familyOf } from './one-document';
import type { Reading } from './reading';

export function* linkMentions(
  reading: Reading,
  chosen: readonly Candidate[],
): Steps<{ mentions: Mention[]; entities: Entity[] }> {
  const context = readContext(reading.lexicon, chosen);
  const families = familyOwners(reading, chosen);
  const entities = new Map<string, Entity>();
  const mentions: Mention[] = [];
  const powers: Power[] = [];
  yield;
  for (const [index, candidate] of chosen.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    const number = chooseEntity(
      reading.lexicon,
      candidate.entities,
      candidate.entities.length > 1 ? spellKeys(reading, candidate) : '',
      context,
    );
    const entity =
      number === null || isOthersFamily(reading, candidate, number, context, families)
        ? textEntity(reading, candidate, families, entities)
        : reading.lexicon.entity(number);
    if (!entities.has(entity.id)) entities.set(entity.id, entity);
    powers.push(powerOf(entity, number !== null && reading.lexicon.isSeat(number)));
    mentions.push({
      start: candidate.start,
      end: candidate.end,
      surface: reading.text.slice(candidate.start, candidate.end),
      kind: entity.kind,
      entityId: entity.id,
      score: Math.min(1, Math.round(candidate.score * 100) / 100),
    });
  }
  const acting = yield* findActs(reading, chosen, powers);
  for (const [index, acts] of acting.entries()) {
    const mention = mentions[index];
    if (acts && mention !== undefined) mention.acts = true;
  }
  return { mentions, entities: [...entities.values()] };
}

function powerOf({ kind, source }: Entity, isSeat: boolean): Power {
  if (kind === 'state' || isSeat) return 'power';
  return kind === 'place' && source === 'lexicon' ? 'place' : 'none';
}

/** Family names of people known from the text alone → their full candidate; null when two share one. */
function familyOwners(
  reading: Reading,
  chosen: readonly Candidate[],
): Map<string, Candidate | null> {
  const owners = new Map<string, Candidate | null>();
  const names = new Map<string, string>();
  for (const person of collectPeople(reading, chosen)) {
    const family = familyOf(person);
    const name = person.keys.join(' ');
    const before = names.get(family);
    if (before === undefined) owners.set(family, person.full);
    else if (before !== name) owners.set(family, null);
    if (before === undefined) names.set(family, name);
  }
  return owners;
}

/** A family name of the lexicon (ميدفيديف) that someone else of the text bears, and its owner is not named in full. */
function isOthersFamily(
  reading: Reading,
  candidate: Candidate,
  number: number,
  chosen: ReturnType<typeof readContext>,
  families: ReadonlyMap<string, Candidate | null>,
): boolean {
  if (candidate.kind !== 'person' || candidate.to - candidate.from > 1) return false;
  const owner = families.get(spellKeys(reading, candidate));
  if (owner === undefined || owner?.entities[0] === number) return false;
  return owner !== null || !chosen.inFull.has(number);
}

function textEntity(
  reading: Reading,
  candidate: Candidate,
  families: ReadonlyMap<string, Candidate | null>,
  entities: ReadonlyMap<string, Entity>,
): Entity {
  let source = candidate;
  if (candidate.kind === 'person' && candidate.to - candidate.from === 1) {
    const keys = reading
      .rules(candidate.from)
      ?.readings(reading.tokens[candidate.from]?.folded ?? '');
    for (const { key } of keys ?? []) {
      const owner = families.get(key);
      if (owner !== undefined && owner !== null) {
        if (owner.entities[0] !== undefined)
          return reading.lexicon.entity(owner.entities[0]);
        source = owner;
        break;
      }
    }
  }
  const id = `text/${source.kind}/${spellKeys(reading, source)}`;
  const known = entities.get(id);
  if (known !== undefined) return known;
  const surface = reading.text.slice(source.start, source.end).replace(/\s+/g, ' ');
  const language = detectLanguage(surface) === 'en' ? 'en' : 'ar';
  return {
    id,
    kind: source.kind,
    names: { [language]: surface },
    source: 'text',
  };
}

/** The folded name without its clitics. */
function spellKeys(reading: Reading, candidate: Candidate): string {
  const words: string[] = [];
  for (let at = candidate.from; at < candidate.to; at++) {
    const token = reading.tokens[at];
    if (token === undefined || token.kind === 'mark') continue;
    const clitics = at === candidate.from && candidate.start > token.start;
    const skipped = clitics
      ? reading
          .rules(at)
          ?.readings(token.folded)
          .find(({ skip }) => skip === candidate.start - token.start)?.key
      : undefined;
    words.push(skipped ?? reading.key(at));
  }
  return words.join(' ');
}
