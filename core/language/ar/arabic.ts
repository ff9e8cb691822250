import type { Language } from '../language';
import { acts } from './acts';
import {
  armies,
  bodySigns,
  closers,
  commonComplements,
  complements,
  kindNouns,
  nationalBodies,
  placeSigns,
  secondHalves,
  typeNouns,
} from './bodies';
import { conjunctions, readArabicWord } from './clitics';
import { people } from './people';
import { peoples } from './peoples';

export const arabic: Language = {
  iso: 'ar',
  script: 'arab',
  capitals: false,
  article: 'ال',
  readings: readArabicWord,
  conjunctions,
  people,
  typeNouns,
  kindNouns,
  armies,
  trailingNouns: new Map(),
  nationalBodies,
  complements,
  closers,
  commonComplements,
  secondHalves,
  placeSigns,
  bodySigns,
  peoples,
  acts,
  abbreviations: new Set(),
};
