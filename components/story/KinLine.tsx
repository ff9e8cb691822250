import type { ComponentChildren } from 'preact';
import type { Kin } from '@/core/model/story';
import { ArticleLink } from './ArticleLink';

interface Props {
  kin: Kin;
  now: number;
  /** What can be done with it: its buttons, an explanation. */
  children?: ComponentChildren;
}

/** An article read before that has to do with the one before the reader: an item of a list. */
export function KinLine({ kin, now, children }: Props) {
  return (
    <li class="hw-kin">
      <ArticleLink article={kin} readAt={kin.firstReadAt} notes={kin.notes} now={now} />
      {children}
    </li>
  );
}
