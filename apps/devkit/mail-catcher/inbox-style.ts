/** Follows the system's light or dark. */
export const inboxStyle = `
:root { --ground: #f6f7f9; --paper: #fff; --ink: #1c2430; --soft: #5b6675; --line: #dfe3e8; --accent: #1f5fbf; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181e; --paper: #1c222a; --ink: #e7ebf0; --soft: #9aa7b6; --line: #303945; --accent: #8ab6ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding: .75rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line); color: var(--soft); }
.home { font-weight: 600; color: var(--ink); text-decoration: none; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.25rem; margin: 1rem 0 .75rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.search { display: flex; gap: .5rem; }
input, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: inherit; }
input { flex: 1; min-width: 0; }
.mails { list-style: none; margin: 0; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 3.5rem auto; gap: .25rem 1rem; padding: .65rem .9rem; color: inherit; text-decoration: none; }
.mails a:hover { background: var(--ground); }
.to, .subject { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.subject { font-weight: 600; }
.clip, time, small { color: var(--soft); font-size: .85rem; white-space: nowrap; }
.mails time { grid-column: 4; }
.empty { color: var(--soft); padding: 3rem 1rem; text-align: center; background: var(--paper); border: 1px dashed var(--line); border-radius: 10px; }
.pager { display: flex; justify-content: space-between; padding: 1rem 0; }
.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem 1rem; margin: 0 0 1rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.files { padding: .75rem 1rem; list-style: none; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
details { margin: .75rem 0; }
summary { cursor: pointer; }
@media (max-width: 40rem) {
  .mails a { grid-template-columns: minmax(0, 1fr) auto; }
  .subject { grid-column: 1 / -1; grid-row: 1; }
  .mails time { grid-column: auto; }
}
`;
