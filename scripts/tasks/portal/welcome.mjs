/** What a person needs to begin: the address and whom to sign in as. */
export function welcome({ url, sandbox, started }) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const people = sandbox.identity.people.map(
    ({ name, title }) => `    ${name.padEnd(16)} ${title}`,
  );
  console.log(`
  The portal is ready after ${seconds} s:  ${url}

  Sign in as one of these (no password, this is a sandbox):
${people.join('\n')}

  Clusters: ${sandbox.clusters.map(({ name }) => name).join(', ')}
  Logs: .local/logs    End with Ctrl-C
`);
}
