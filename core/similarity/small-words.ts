import { spell } from '../text/spelling';
import { stemWord } from './stem-word';

/** Words that every text of a language has: they tell nothing about which story it is. */
const LISTS = [
  // English
  'the and for that with was has have had are were his her its their they this from not but who which will would been said says about after before into over than also more when what where there while against could should can may one two first last year years new between during since because under out all some other only most such than then them him she you our',
  // Spanish
  'los las del que una por con para como más sus este esta entre sobre pero también fue han hay ser según desde hasta cuando donde quien cual todo toda todos parte años año hace dijo contra sin sido está están son era ante tras porque muy dos otro otra otros así ese esa eso',
  // French
  'les des une est que dans pour qui sur par pas plus avec son ses leur leurs mais aux ont été cette ces ils elle elles nous vous sont être avoir fait selon après avant entre depuis dont tout tous toute comme aussi deux ans car sans sous très encore autre autres lors alors peut ainsi contre',
  // Turkish
  'bir için ile olarak olan daha çok gibi kadar sonra ise ama ancak olduğu olduğunu oldu değil var yok her bazı göre dedi şekilde tarafından ilgili karşı bunu buna onun büyük yeni ilk son iki hem veya üzere içinde arasında ettiği etti edildi yapılan',
  // German, Italian, Portuguese
  'der die das und ist nicht mit den von dem ein eine auch sich auf für als nach bei aus wie wird wurde haben hat sind über vor noch zum zur durch einen einer che per non con una del della dei delle nel alla sono stato anche come più dopo não uma com para dos das pelo pela mais foi são ter seu sua',
];

/** As stems. */
export const smallWords: ReadonlySet<string> = new Set(
  LISTS.join(' ')
    .split(' ')
    .map((word) => stemWord(spell(word), 'latn')),
);
