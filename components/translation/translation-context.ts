import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createTranslator, type Translator } from '@/locales/translate';

/** The words of the surface around a component. */
export const TranslatorContext = createContext<Translator | null>(null);

let fallback: Translator | null = null;

export function useTranslator(): Translator {
  const given = useContext(TranslatorContext);
  if (given) return given;
  fallback ??= createTranslator('en');
  return fallback;
}
