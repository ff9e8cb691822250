import type { EntityKind } from '../../model/entity';
import type { Language, TypeNoun } from '../language';
import { words } from '../words';
import { acts } from './acts';

function leading(list: string, kind: EntityKind, inside: boolean): [string, TypeNoun][] {
  return [...words(list)].map((noun) => [
    noun,
    { kind, inside, after: ['definite', 'proper', 'place'] },
  ]);
}

function trailing(list: string, kind: EntityKind): [string, EntityKind][] {
  return [...words(list)].map((noun) => [noun, kind]);
}

export const english: Language = {
  iso: 'en',
  script: 'latn',
  capitals: true,
  article: '',
  readings: (folded) => [{ skip: 0, key: folded }],
  conjunctions: new Set(),
  people: {
    titles: words(`
      Mr Mrs Ms Dr Prof Sir Lord Lady Dame President Prime Minister Premier Chancellor Secretary Gen General Lt
      Col Colonel Maj Major Brig Brigadier Capt Captain Sgt Admiral Adm Commander Sen Senator Rep Gov Governor King
      Queen Prince Princess Emir Sheikh Shaikh Sultan Ayatollah Imam Pope Cardinal Bishop Archbishop Rabbi Judge
      Justice Ambassador Envoy Mayor Professor Spokesman Spokeswoman Spokesperson Speaker Leader Congressman
      Congresswoman Representative Shah Caliph Field Marshal Hon Rev Father Sister Marshal Hajj Haj Sayyid Sayyed
    `),
    roles: words(`
      minister president premier chancellor secretary general commander leader chief chairman chairwoman head
      spokesman spokeswoman spokesperson ambassador envoy senator governor mayor director founder cleric scholar
      lawmaker politician analyst activist journalist candidate speaker
    `),
    // Capitals say more.
    sayings: new Set(),
    qualities: new Set(),
    between: words('elect designate former acting'),
    particles: words(
      'al el bin ibn abu abd ben van von der de da di du le la dos ul ur ud',
    ),
    openers: words('al el abu abd van von de al'),
    stops: words(`
      the a an and or but of in on at to for from by with as is was were are be been has have had he she it they we
      i you his her its their our my this that these those who what when where why how not no yes all some any many
      after before since while during if then than so because however although though also
      monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
      september october november december mr mrs ms
    `),
  },
  typeNouns: new Map([
    ...leading(
      'Ministry Department University Bank House Council Court Organization Organisation Institute Office Committee Union Federation Association Army',
      'organisation',
      true,
    ),
    ...leading('Movement Front Party Brigades Battalions Supporters', 'group', true),
    ...leading('Camp Fort', 'facility', true),
    ...leading('Mount Lake Port Gulf Strait Straits Bay Cape Sea', 'place', true),
  ]),
  kindNouns: new Map([
    ...trailing(
      'Harakat Kataib Hizb Hezb Jabhat Liwa Saraya Faylaq Asaib Jaysh Jaish Jund Ansar Lashkar Alliance Coalition Forces',
      'group',
    ),
    ...trailing('Kingdom Republic Sultanate', 'state'),
  ]),
  armies: new Set(),
  trailingNouns: new Map([
    ...trailing(
      'Party Movement Front Brigade Brigades Alliance Coalition Militia Battalion Battalions Forces Force Army Guard Guards Corps Liberals Democrats Resistance Bloc League',
      'group',
    ),
    ...trailing(
      `Ministry Council Committee Commission Agency Organization Organisation Union University Institute Court
       Parliament Senate Congress Assembly Foundation Association Federation Authority Bank Company Corporation Group
       Inc Corp Ltd Club Times Post Journal News Department Bureau Office Center Centre College School Society Fund
       Press Network Television Radio Airlines Airways United FC Board Trust Chamber Navy Police Observatory Watch`,
      'organisation',
    ),
    ...trailing(
      'Airport Base Airbase Dam Bridge Prison Camp Stadium Palace Mosque Square Port Crossing Hospital Street Avenue',
      'facility',
    ),
    ...trailing(
      'River Lake Sea Ocean Mountains Mountain Valley Island Islands Desert Province Governorate County District City Region Peninsula Strait Gulf Bay Beach Heights Hills',
      'place',
    ),
  ]),
  nationalBodies: words(
    'Army Parliament Navy Congress Senate Police Government Ministry Embassy',
  ),
  complements: new Map(),
  closers: new Set(),
  commonComplements: new Set(),
  secondHalves: new Set(),
  placeSigns: words('city province town village governorate district region near in'),
  bodySigns: words('group militia newspaper channel agency movement party'),
  peoples: words(
    'Arab Arabs Kurd Kurds Muslim Muslims Christian Christians Jew Jews Sunni Sunnis Shiite Shiites Shia Yazidis Druze Copts Rohingya Persians Turks Turkmen Europeans Westerners',
  ),
  acts,
  abbreviations: words(
    'mr mrs ms dr prof gen lt col maj brig capt sgt adm sen rep gov st jr sr no vs rev hon u.s jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
};
