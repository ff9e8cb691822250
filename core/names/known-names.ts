/** What the lexicon knows of the names in a text, asked for by the tagger's spans. */
import { mentionTypeOf } from '../model/entity';
import { spell } from '../text/spelling';
import type { Candidate } from './candidate';
import { FAMILY_SCORE } from './match-lexicon';
import type { Reading } from './reading';
import { THRESHOLD } from './resolve';
import { TAG_KINDS } from './tagger/read-weights';
import type { TaggedSpan } from './tagger/tagger';

const SURE = 0.9;

/** More tokens than any name has. */
const LONGEST = 128;
/** Than any person's in the lexicon. */
const LONGEST_PERSON = 8;

function placeOf(from: number, to: number, type: TaggedSpan['type']): number {
  const length = Math.min(to - from, LONGEST - 1);
  return (from * LONGEST + length) * TAG_KINDS.length + TAG_KINDS.indexOf(type);
}

/** What the lexicon proposes, by its place. */
export class KnownNames {
  private readonly sure = new Map<number, Candidate>();
  private readonly bySpan = new Map<number, Candidate>();

  constructor(known: readonly Candidate[]) {
    for (const one of known) {
      // A family name alone may be anyone's.
      if (one.score > FAMILY_SCORE) {
        this.bySpan.set(placeOf(one.from, one.to, mentionTypeOf(one.kind)), one);
      }
      if (one.kind === 'person' || one.score < SURE) continue;
      const before = this.sure.get(one.from);
      if (before === undefined || before.to < one.to) this.sure.set(one.from, one);
    }
  }

  /** A sure body or place that begins here: what stands around it is no part of its name. */
  wholeAt(from: number, type: TaggedSpan['type']): Candidate | null {
    const whole = this.sure.get(from);
    return whole !== undefined && mentionTypeOf(whole.kind) === type ? whole : null;
  }

  /**
   * The person whose family name the lexicon has at the end of this longer name,
   * when the given names begin alike: جوستين ترودو is جاستن ترودو, but سارة ترودو is not.
   */
  sameFamily(
    reading: Reading,
    { from, to, kind }: Pick<Candidate, 'from' | 'to' | 'kind'>,
  ): readonly number[] | null {
    if (kind !== 'person' || to - from < 2) return null;
    const family = this.bySpan.get(placeOf(to - 1, to, 'PER'));
    const entity = family?.entities[0];
    if (family === undefined || entity === undefined || family.score < THRESHOLD)
      return null;
    const { ar, en } = reading.lexicon.entity(entity).names;
    const given = spell((reading.tokens[from]?.script === 'arab' ? ar : en) ?? '');
    const own = reading.key(from);
    return given !== '' && given[0] === own[0] ? family.entities : null;
  }

  /** Two people whose whole names the lexicon has stand in this one: إسماعيل قاآني خليفة قاسم سليماني. */
  holdsTwoPeople(from: number, to: number): boolean {
    let people = 0;
    for (let at = from; at < to - 1 && people < 2; at++) {
      for (let end = Math.min(to, at + LONGEST_PERSON); end > at + 1; end--) {
        if (this.sameAs(at, end, 'PER') === undefined) continue;
        people++;
        at = end - 1;
        break;
      }
    }
    return people === 2;
  }

  sameAs(from: number, to: number, type: TaggedSpan['type']): Candidate | undefined {
    return this.bySpan.get(placeOf(from, to, type));
  }
}
