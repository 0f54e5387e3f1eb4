import type { Messages } from './messages';
import type { Person } from './people';

const STYLE = `
  :root { color-scheme: light dark; --line: #8a8a8a; --accent: #0b5cad; }
  @media (prefers-color-scheme: dark) { :root { --accent: #7cb8f5; } }
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 28rem; padding: 0 1rem; }
  .demo { border: 2px solid currentColor; border-radius: .25rem; font-weight: 700; letter-spacing: .1em; padding: .1rem .5rem; }
  ul { list-style: none; padding: 0; }
  button { background: none; border: 1px solid var(--line); border-radius: .5rem; color: inherit; cursor: pointer; font: inherit; margin: .25rem 0; padding: .6rem 1rem; text-align: start; width: 100%; }
  button:hover, button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); }
  button small { display: block; }
  button.plain { border: 0; color: var(--accent); text-decoration: underline; width: auto; }
`;

/** The choice of people, each a button that posts `person`. */
export function signInPage(
  people: readonly Person[],
  messages: Messages,
  nonce: string,
): string {
  const choices = people.map(
    ({ username, name, title }) => `
      <li><button name="person" value="${escape(username)}">
        <strong>${escape(name)}</strong> (${escape(username)})
        <small>${escape(messages.roles[title] ?? title)}</small>
      </button></li>`,
  );
  return page(
    messages,
    nonce,
    messages.title,
    `<p>${escape(messages.explanation)}</p>
    <form method="post">
      <h2 id="choose">${escape(messages.choose)}</h2>
      <ul aria-labelledby="choose">${choices.join('')}</ul>
      <button class="plain" name="cancel" value="1">${escape(
        messages.cancel,
      )}</button>
    </form>`,
  );
}

export function errorPage(
  what: string,
  detail: string | undefined,
  messages: Messages,
  nonce: string,
): string {
  return page(
    messages,
    nonce,
    what,
    `${detail ? `<p>${escape(detail)}</p>` : ''}<p>${escape(
      messages.goBack,
    )}</p>`,
  );
}

function page(
  { language, demo }: Messages,
  nonce: string,
  title: string,
  body: string,
): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)} – ${escape(demo)}</title>
    <style nonce="${nonce}">${STYLE}</style>
  </head>
  <body>
    <main>
      <p><span class="demo">${escape(demo)}</span></p>
      <h1>${escape(title)}</h1>
      ${body}
    </main>
  </body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, character => ENTITIES[character]);
}
