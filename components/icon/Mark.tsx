/** The product's mark, as in assets/icon/mark.svg: a page whose margin holds the note. */
export function Mark({ size }: { size: number }) {
  return (
    <svg
      class="hw-mark"
      width={size}
      height={size}
      viewBox="0 0 128 128"
      aria-hidden="true"
    >
      <rect width="128" height="128" rx="28" fill="#0d5f6b" />
      <path d="M30 20h46v88H30a8 8 0 0 1-8-8V28a8 8 0 0 1 8-8z" fill="#fbf8f2" />
      <path d="M76 20h22a8 8 0 0 1 8 8v72a8 8 0 0 1-8 8H76z" fill="#ffdf5e" />
      <path
        d="M36 42h26M36 58h26M36 74h26M36 90h14"
        stroke="#0d5f6b"
        stroke-width="8"
        stroke-linecap="round"
      />
      <path
        d="M87 58h8M87 74h8"
        stroke="#a3251b"
        stroke-width="8"
        stroke-linecap="round"
      />
    </svg>
  );
}
