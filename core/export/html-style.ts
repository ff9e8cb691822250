/** Fonts that the reader has, for both scripts; on paper black on white, and no note cut in two. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1c1b1a; --soft: #5d5a55; --ground: #fdfcfa; --line: #dcd8d0; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece9e4; --soft: #a9a49b; --ground: #191817; --line: #3a3835; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.75 "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Segoe UI", Georgia, serif; }
main { max-inline-size: 42rem; margin-inline: auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.15rem; color: var(--soft); font-weight: normal; }
h2 { font-size: 1.5rem; line-height: 1.4; margin-block: 2.5rem .25rem; }
h2 a { color: inherit; text-decoration: none; }
a { color: inherit; text-underline-offset: .3em; }
.facts, .address, footer, .whole { color: var(--soft); font-size: .85rem; margin-block: .25rem; }
.address { overflow-wrap: anywhere; }
:root[dir=rtl] .address { text-align: right; }
dl { font-size: .85rem; display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
section { margin-block: 1.25rem; padding-inline-start: 1rem; border-inline-start: 4px solid var(--mark); break-inside: avoid; }
blockquote { margin: 0; font-style: normal; }
blockquote p { display: inline; background: color-mix(in srgb, var(--mark) 28%, transparent); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
blockquote p + p { display: block; inline-size: fit-content; margin-block-start: .5rem; }
section p { white-space: pre-wrap; overflow-wrap: anywhere; margin-block: .5rem; }
.way { text-decoration: none; }
.tag { border: 1px solid var(--line); border-radius: 1em; padding-inline: .6em; margin-inline-start: .4em; }
.yellow { --mark: #e3b505; } .green { --mark: #4d9f53; } .blue { --mark: #3f83c5; } .pink { --mark: #cc5f8f; }
@media print {
  :root { --ink: #000; --soft: #333; --ground: #fff; --line: #999; }
  body { font-size: 11pt; } main { max-inline-size: none; padding: 0; }
  h2 { break-after: avoid; } .way { display: none; }
  section, blockquote p { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
