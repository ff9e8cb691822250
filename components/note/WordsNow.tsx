interface Props {
  label: string;
  /** Nothing is shown without any. */
  now: string | null | undefined;
}

/** What stands in the page now where a note's words stood. */
export function WordsNow({ label, now }: Props) {
  if (!now) return null;
  return (
    <div class="hw-now">
      <span class="hw-soft">{label}</span>
      <blockquote dir="auto">{now}</blockquote>
    </div>
  );
}
