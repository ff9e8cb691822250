import { cutAround } from './cut-around';

/** A text, or the part of it around what was found, which is marked. What holds it says its direction. */
export function MarkedText({
  text,
  spans,
}: {
  text: string;
  /** Ascending and disjoint. */
  spans: readonly { start: number; end: number }[];
}) {
  const cut = cutAround(text, spans);
  const parts = cut.spans.flatMap(({ start, end }, index) => {
    const before = cut.text.slice(cut.spans[index - 1]?.end ?? 0, start);
    const found = cut.text.slice(start, end);
    return [
      before,
      <mark key={start} class="hw-hit">
        {found}
      </mark>,
    ];
  });
  const rest = cut.text.slice(cut.spans.at(-1)?.end ?? 0);
  return (
    <>
      {parts}
      {rest}
    </>
  );
}
