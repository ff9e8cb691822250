/** Builds what a language says of places that act: `Language.acts`. */

/** Whom or what a verb takes as its object, when a place may stand there. */
export type VerbObject =
  /** Never a place: who is named after it is the subject (قالت بغداد). */
  | 'none'
  /** Whom it is said to or of: a place there stands for its rulers as well (accused Iran). */
  | 'addressee'
  /** What it is done to: there a place is mostly just that (قصفت حلب). */
  | 'target';

export interface VerbForm {
  object: VerbObject;
  /** Which subjects it agrees with; absent where verbs have no gender. `dual`: two, named before it. */
  gender?: 'masculine' | 'feminine' | 'any' | 'dual';
  /** Without a clause after its subject it is the passive: تعتبر بغداد (مدينة قديمة), واعتبرت بغداد (أن …). */
  needsClause?: true;
  /** Needs an auxiliary, or several subjects: (Iran and Iraq, Iran does) deny. */
  bare?: true;
}

/**
 * When the name of a state, a capital or a seat of power stands for those who
 * rule there: طهران تنفي, between Washington and Tehran. All words are folded.
 */
export interface ActRules {
  verbs: ReadonlyMap<string, VerbForm>;
  /** A subject may follow its verb: قالت بغداد. */
  verbFirst: boolean;
  /** First words of places with which masculine verbs agree; only where verbs have gender. */
  masculine: ReadonlySet<string>;
  /** One or two words that may stand between a verb and the subject after it. */
  afterVerb: ReadonlySet<string>;
  /** Pronouns written onto a verb as its object, longest first: فرضتها, تدعمه. */
  objectSuffixes: readonly string[];
  /** Words that may stand between a subject and the verb after it: negations, auxiliaries. */
  beforeVerb: ReadonlySet<string>;
  /** Adverbs by their form: repeatedly. */
  adverb: RegExp | null;
  /** Verbs of the past by their form, whichever: talks with Iraq (failed). */
  pastForm: RegExp | null;
  /** Articles that are words: the. */
  articles: ReadonlySet<string>;
  /** Words after which a clause begins: أن, that. */
  openers: ReadonlySet<string>;
  /** Words that mean "and", where they are words. */
  conjunctions: ReadonlySet<string>;
  /** Nouns of what goes on between two powers: العلاقات, talks. */
  relations: ReadonlySet<string>;
  /** بين, between. */
  between: ReadonlySet<string>;
  /** مع, with. */
  together: ReadonlySet<string>;
  /** Nouns of what is done to a power: عقوبات, sanctions. */
  pressures: ReadonlySet<string>;
  /** على, on, against. */
  against: ReadonlySet<string>;
  /** After a power that something is asked of: على إسرائيل أن, call on Iran to. */
  obliged: ReadonlySet<string>;
  /** Nouns of what only a power does or has: موقف (طهران), (Tehran’s) refusal. */
  deeds: ReadonlySet<string>;
  /** A deed follows its owner (Tehran’s refusal) or leads it (رفض طهران). */
  deedsFollow: boolean;
  /** In whose name someone speaks: باسم. */
  inNameOf: ReadonlySet<string>;
  /** A verb of the future, whichever: what a power will do is done by its rulers … */
  future: RegExp | null;
  /** … but for those that only happen to it: ستشهد, ستكون. */
  happenings: ReadonlySet<string>;
  /** Nouns of what a power sends … */
  sent: ReadonlySet<string>;
  /** … and the word between: تحذير من واشنطن, a warning from Washington. */
  from: ReadonlySet<string>;
  /** Words with which a headline quotes after a colon; before others it is a topic (سوريا: غارات جوية). */
  quotes: ReadonlySet<string>;
}
