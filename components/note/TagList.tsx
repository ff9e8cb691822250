/** A note's tags, to be read; nothing where there are none. */
export function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <div class="hw-tags">
      {tags.map((tag) => (
        <bdi key={tag} class="hw-tag hw-tag-plain">
          {tag}
        </bdi>
      ))}
    </div>
  );
}
