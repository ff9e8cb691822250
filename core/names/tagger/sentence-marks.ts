/** After these a full stop ends no sentence, in whatever language. */
import { LANGUAGES } from '../../language/registry';

export const abbreviations: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => [...language.abbreviations]),
);
