/** Citations as an independent reader of RIS and CSL-JSON takes them. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';

export interface CitedItem {
  type: string;
  title?: string;
  note?: string;
  [field: string]: unknown;
}

export function citeRis(text: string): CitedItem[] {
  return plugins.input.chain(text, { forceType: '@ris/file', generateGraph: false });
}

export function citeCsl(text: string): CitedItem[] {
  const items = JSON.parse(text);
  return plugins.input.chain(items, {
    forceType: '@csl/list+object',
    generateGraph: false,
  });
}
