/**
 * A language as data: what the recogniser must know to read names in it. The
 * rules that use it are in `core/names/` and know no language. `docs/names.md`
 * has the recipe for adding one.
 */
import type { EntityKind } from '../model/entity';
import type { Script } from '../text/scripts';
import type { ActRules } from './acts';

/** One way to read a written word: without its first `skip` folded units it is `key`. */
export interface WordReading {
  skip: number;
  key: string;
}

/** A type noun and what it makes of the name beside it. */
export interface TypeNoun {
  kind: EntityKind;
  /** The noun is part of the name (حركة حماس); else it only describes (تنظيم ⟦داعش⟧). */
  inside: boolean;
  /**
   * What may follow for a name that the lexicon does not know: `definite` words
   * with the article (حركة الحكمة), `place` a known place (مطار بغداد), `proper`
   * any word that is not common, `complement` one of {@link Language.complements}.
   */
  after: readonly ('definite' | 'place' | 'proper' | 'complement')[];
}

export interface PersonRules {
  /** Words that stand directly before a name: الرئيس, الجنرال, Mr. */
  titles: ReadonlySet<string>;
  /** Offices, which may take words of their own before the name: قائد فيلق القدس …, minister. */
  roles: ReadonlySet<string>;
  /** Verbs whose subject is mostly a person: after قال an ambiguous word is likelier a name. */
  sayings: ReadonlySet<string>;
  /** Words that belong to an office or describe its holder, between it and the name. */
  between: ReadonlySet<string>;
  /** Adjectives of bodies and things that are called after people (جامعة الملك سعود الدولية), never a part of a name. */
  qualities: ReadonlySet<string>;
  /** Words that join the parts of a name and need a word after them: بن, أبو, van. */
  particles: ReadonlySet<string>;
  /** Particles with which a name may begin: أبو, عبد, al. */
  openers: ReadonlySet<string>;
  /** Never a part of a name. */
  stops: ReadonlySet<string>;
}

export interface Language {
  /** ISO 639-1. */
  iso: string;
  script: Script;
  /** Names begin with a capital letter. */
  capitals: boolean;
  /** The definite article as a prefix of the word's fold; '' where there is none. */
  article: string;
  /** The readings of a folded word, the whole word first. */
  readings(folded: string): readonly WordReading[];
  /** Single letters written onto the next word that mean "and" (و); empty where there are none. */
  conjunctions: ReadonlySet<string>;
  people: PersonRules;
  /** Before the name. Keys are folded. */
  typeNouns: ReadonlyMap<string, TypeNoun>;
  /** After the name (`Party`, `Ministry`); only where names have capitals. */
  trailingNouns: ReadonlyMap<string, EntityKind>;
  /** Nouns that tell the finer kind of a name that begins with them, and propose none: مستشفى, الحزب. */
  kindNouns: ReadonlyMap<string, EntityKind>;
  /** Armies: a group's (جيش الإسلام), unless a nationality or a place says whose. */
  armies: ReadonlySet<string>;
  /** Common nouns that become names by a nationality adjective: الجيش (التركي). */
  nationalBodies: ReadonlySet<string>;
  /** Words that complete a type noun: وزارة (الخارجية), مجلس (النواب). */
  complements: ReadonlyMap<string, ReadonlySet<string>>;
  /** Adjectives that close a body's name without being of a country: الدولي. */
  closers: ReadonlySet<string>;
  /** Words after a type noun that make no name of it: حركة (السير). */
  commonComplements: ReadonlySet<string>;
  /** Second halves of names in two: العدالة (والتنمية). */
  secondHalves: ReadonlySet<string>;
  /** Words before a place that may otherwise be another word: مدينة, محافظة. */
  placeSigns: ReadonlySet<string>;
  /** Words before a body that may otherwise be another word: تنظيم, قناة, صحيفة. */
  bodySigns: ReadonlySet<string>;
  /** Peoples and communities, which are no actors: الأكراد, Kurds. */
  peoples: ReadonlySet<string>;
  /** By what a place acts: طهران تنفي, Moscow denies. */
  acts: ActRules;
  /** Abbreviations that end with a full stop and end no sentence. */
  abbreviations: ReadonlySet<string>;
}
