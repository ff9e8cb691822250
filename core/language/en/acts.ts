/** Verbs and nouns by which a place acts in English: Moscow denies, between Washington and Tehran. */
import type { ActRules, VerbForm, VerbObject } from '../acts';
import { words } from '../words';

/** Regular verbs by their base; all forms of irregular ones. */
const VERBS: Readonly<Record<VerbObject, { regular: string; irregular: string }>> = {
  none: {
    regular: `
      reject announce insist vow pledge agree refuse claim confirm declare impose lift suspend sign retaliate respond
      decide want believe acknowledge propose approve expel summon recall argue demand call signal fear intend promise
      offer resume fire negotiate cooperate complain protest object vote recognise recognize respond launch deploy
      assert consider dismiss defend welcome authorise authorize reiterate stress hope aim persuade
    `,
    irregular: `
      says said saying denies denied denying seeks sought seeking admits admitted ratifies ratified withdraws withdrew
      withdrawn withdrawing plans planned planning sends sent sending vetoes vetoed bans banned replies replied
      tries tried trying thinks thought knows knew
    `,
  },
  addressee: {
    regular: `accuse warn urge blame condemn criticise criticize denounce threaten thank praise isolate`,
    irregular: 'told telling asked asking pressed pressing sanctioned sanctioning',
  },
  target: {
    regular: 'back support oppose attack bomb invade help assist test',
    irregular: 'arms armed arming strikes struck',
  },
};

/** Without the base: after the name of one place that is a noun (Abuja protest), or needs an auxiliary. */
function inflected(base: string): string[] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  const third = /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
  return [third, `${stem}ed`, `${stem}ing`];
}

const BARE =
  'say deny seek admit ratify withdraw plan send veto ban reply try think know tell ask arm strike';

function readVerbs(): Map<string, VerbForm> {
  const verbs = new Map<string, VerbForm>();
  for (const [object, { regular, irregular }] of Object.entries(VERBS)) {
    const forms = [...[...words(regular)].flatMap(inflected), ...words(irregular)];
    for (const form of forms) verbs.set(form, { object: object as VerbObject });
    for (const base of words(regular))
      verbs.set(base, { object: object as VerbObject, bare: true });
  }
  for (const base of words(BARE)) verbs.set(base, { object: 'none', bare: true });
  return verbs;
}

export const acts: ActRules = {
  verbs: readVerbs(),
  verbFirst: false,
  masculine: new Set(),
  afterVerb: new Set(),
  objectSuffixes: [],
  beforeVerb: words(`
    has had have is are was were will would could can cannot may might should must did does do not never also again
    still already now repeatedly strongly flatly publicly later quickly formally officially reportedly immediately
    initially finally previously consistently categorically recently today yesterday then since both on
    monday tuesday wednesday thursday friday saturday sunday
  `),
  adverb: /[^aeiou]ly$/,
  pastForm: /..ed$/,
  articles: words('the'),
  openers: words(`
    that which but after as while because when if since before until although though where what whether how why says said
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday week month year morning evening night yesterday today
  `),
  conjunctions: words('and or'),
  relations: words(`
    relations ties tension tensions talks negotiations dialogue dispute crisis conflict war confrontation escalation
    cooperation coordination rapprochement mediation understanding agreement agreements accord deal treaty partnership
    alliance reconciliation truce ceasefire normalization normalisation contacts rivalry feud rift diplomacy summit
    standoff row relationship
  `),
  between: words('between'),
  together: words('with'),
  pressures: words(
    'sanctions sanction pressure accusations embargo embargoes blockade tariffs',
  ),
  against: words('on against'),
  obliged: words('to'),
  deeds: words(`
    position stance response decision decisions policy policies refusal denial rejection accusation accusations warning
    warnings threat threats demand demands conditions allies ally rivals influence interests efforts desire intention
    intentions commitment commitments pledge insistence approval recognition intervention interference withdrawal
    initiative ambitions condemnation anger concerns role support backing government announcement
  `),
  deedsFollow: true,
  inNameOf: new Set(),
  sent: words(
    'warning warnings threat threats message signal request support approval aid',
  ),
  from: words('from'),
  future: /^(?:will|would) [a-z]{3,}$/,
  happenings: words(
    'be been have see host remain stay become return face play meet get suffer need look feel take celebrate experience last',
  ),
  quotes: words('we our will no not never'),
};
