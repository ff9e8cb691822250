/**
 * The types that make a missing word, a missing plural form or a missing value
 * not compile. A plural is an object with the forms of its language; `{{name}}`
 * is filled in by the caller, who cannot forget it: it is part of the key's type.
 */

import type { en as library } from './library/en';
import type { en as margin } from './margin/en';
import type { en as notes } from './notes/en';
import type { en as panel } from './panel/en';
import type { en as review } from './review/en';
import type { en as story } from './story/en';

/** The forms of `Intl.PluralRules`. */
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** English has two forms; a language with more gives all six. */
type EnglishPlural = { readonly one: string; readonly other: string };
type SixForms = { readonly [Form in PluralForm]: string };

/** The same keys as `Shape`, with words of another language. */
export type CatalogueLike<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string
    ? string
    : Shape[Key] extends EnglishPlural
      ? SixForms
      : CatalogueLike<Shape[Key]>;
};

export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

type Leaves<Shape, Path extends string = ''> = {
  [Key in keyof Shape & string]: Shape[Key] extends string
    ? { [P in `${Path}${Key}`]: Shape[Key] }
    : Shape[Key] extends EnglishPlural
      ? { [P in `${Path}${Key}`]: Shape[Key]['other'] }
      : Leaves<Shape[Key], `${Path}${Key}.`>;
}[keyof Shape & string];

type UnionToIntersection<Union> = (
  Union extends unknown
    ? (member: Union) => void
    : never
) extends (all: infer All) => void
  ? All
  : never;

type MarginMessages = UnionToIntersection<Leaves<typeof margin> | Leaves<typeof story>>;
type Messages = MarginMessages &
  UnionToIntersection<
    | Leaves<typeof review>
    | Leaves<typeof library>
    | Leaves<typeof notes>
    | Leaves<typeof panel>
  >;

/** A path into the catalogues, for example `card.metIn`. */
export type MessageKey = keyof Messages & string;
/** Those that the page has, too. */
export type MarginKey = keyof MarginMessages & string;

type ParameterNames<Words> = Words extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

type Parameters<Key extends MessageKey> = {
  [Name in ParameterNames<Messages[Key]>]: Name extends 'count'
    ? number
    : string | number;
};

/** The values a message needs, as the rest of an argument list: none when it needs none. */
export type MessageArguments<Key extends MessageKey> = [
  ParameterNames<Messages[Key]>,
] extends [never]
  ? []
  : [values: Parameters<Key>];
