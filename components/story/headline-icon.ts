import { BookOpen, Equal, FileDiff, History, type IconNode, Link2, Star } from 'lucide';
import type { Headline } from '@/core/stories/choose-headline';

/** What the headline says, as a shape beside its words. */
export function headlineIcon(headline: Headline): IconNode {
  switch (headline.type) {
    case 'this-article':
    case 'new-in-story':
      return Star;
    case 'republished':
      return Equal;
    case 'read-before':
      return headline.changes > 0 ? FileDiff : History;
    case 'in-story':
    case 'same-story':
      return BookOpen;
    case 'related-to-story':
    case 'related':
      return Link2;
  }
}
