/** Links and tags as Obsidian and Logseq read them. */
import { singleLine } from './clean-text';

/** What no name of a page may have in one of them, or what Markdown reads as marks. */
const NOT_IN_LINKS = /[[\]#^|\\/:<>*_`~$=%"?!;{}\p{C}\uFFFD]+/gu;
/** Letters, digits, `_` and `-`: all else would end a tag. */
const NOT_IN_TAGS = /[^\p{L}\p{M}\p{N}_/-]+/gu;

/** `[[name]]`: a page for each actor and place. Null when no letter of the name may stand in one. */
export function wikiLink(name: string): string | null {
  const page = singleLine(name.replace(NOT_IN_LINKS, ' '))
    .replace(/^[.\s-]+|[.\s]+$/gu, '')
    .slice(0, 200)
    .replace(/[\uD800-\uDBFF]$/u, '');
  return /[\p{L}\p{N}]/u.test(page) ? `[[${page}]]` : null;
}

/** A tag without its `#`: spaces become `-`. Empty when nothing of it may stand in one. */
export function notebookTag(tag: string): string {
  const name = singleLine(tag)
    .replace(NOT_IN_TAGS, '-')
    .replace(/\/{2,}/gu, '/')
    .replace(/-{2,}/gu, '-')
    .replace(/^[-/]+|[-/]+$/gu, '');
  // A number alone is no tag.
  return /^\p{N}+$/u.test(name) ? `_${name}` : name;
}
