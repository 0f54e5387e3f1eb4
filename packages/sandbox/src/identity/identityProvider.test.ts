import { startIdentityProvider, type IdentityProvider } from '.';
import { TestBrowser } from './testBrowser';

const REDIRECT_URI = 'http://localhost:7007/api/auth/oidc/handler/frame';
const CLIENT = {
  id: 'backstage',
  secret: 'secret-of-a-test',
  redirectUris: [REDIRECT_URI],
};

describe('startIdentityProvider', () => {
  let provider: IdentityProvider;
  let metadata: any;

  beforeAll(async () => {
    provider = await startIdentityProvider({ clients: [CLIENT] });
    const discovery = `${provider.issuer}/.well-known/openid-configuration`;
    metadata = await (await fetch(discovery)).json();
  });

  afterAll(() => provider.close());

  /** Where Backstage's `auth-backend-module-oidc-provider` sends a browser. */
  const authorizationUrl = (parameters: Record<string, string> = {}) => {
    const url = new URL(metadata.authorization_endpoint);
    url.search = new URLSearchParams({
      client_id: CLIENT.id,
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'openid profile email',
      state: 'state-of-a-test',
      nonce: 'nonce-of-a-test',
      ...parameters,
    }).toString();
    return url.href;
  };

  const post = async (endpoint: string, body: Record<string, string>) =>
    fetch(endpoint, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}`,
      },
      body: new URLSearchParams(body),
    });

  const signIn = async (person: string, browser = new TestBrowser()) => {
    const page = await browser.open(authorizationUrl());
    const answer = await browser.submit(page.url, { person });
    return new URL(answer.url);
  };

  const exchange = async (back: URL) => {
    const response = await post(metadata.token_endpoint, {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code')!,
      redirect_uri: REDIRECT_URI,
    });
    return { status: response.status, tokens: await response.json() };
  };

  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());

  it('describes itself as Backstage needs it', () => {
    expect(metadata).toMatchObject({
      issuer: provider.issuer,
      userinfo_endpoint: expect.stringContaining(provider.issuer),
      revocation_endpoint: expect.stringContaining(provider.issuer),
      jwks_uri: expect.stringContaining(provider.issuer),
      id_token_signing_alg_values_supported: expect.arrayContaining(['RS256']),
      token_endpoint_auth_methods_supported: expect.arrayContaining([
        'client_secret_basic',
      ]),
    });
  });

  it('signs a person in, tells who that is, and keeps the session alive', async () => {
    const back = await signIn('bruno.approver');
    expect(back.origin + back.pathname).toBe(REDIRECT_URI);
    expect(back.searchParams.get('state')).toBe('state-of-a-test');
    const { tokens } = await exchange(back);
    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      refresh_token: expect.any(String),
      expires_in: 3600,
    });
    const person = {
      sub: 'bruno.approver',
      preferred_username: 'bruno.approver',
      name: 'Bruno Approver',
      email: 'bruno.approver@appgear.example',
      email_verified: true,
      groups: ['appgear-dr-approvers', 'team-payments'],
    };
    expect(claimsOf(tokens.id_token)).toMatchObject({
      ...person,
      iss: provider.issuer,
      aud: CLIENT.id,
      nonce: 'nonce-of-a-test',
    });
    const userinfo = await fetch(metadata.userinfo_endpoint, {
      headers: { Authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await userinfo.json()).toEqual(person);

    const refreshed = await post(metadata.token_endpoint, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    expect(claimsOf((await refreshed.json()).id_token)).toMatchObject(person);
  });

  it('revokes what it gave', async () => {
    const { tokens } = await exchange(await signIn('dora.dev'));
    const token = tokens.refresh_token;
    expect((await post(metadata.revocation_endpoint, { token })).status).toBe(
      200,
    );
    const refreshed = await post(metadata.token_endpoint, {
      grant_type: 'refresh_token',
      refresh_token: token,
    });
    expect(refreshed.status).toBe(400);
  });

  it('asks again at each sign-in, so that one can be somebody else', async () => {
    const browser = new TestBrowser();
    const first = await exchange(await signIn('dora.dev', browser));
    const second = await exchange(await signIn('ana.approver', browser));
    expect(claimsOf(first.tokens.id_token).sub).toBe('dora.dev');
    expect(claimsOf(second.tokens.id_token).sub).toBe('ana.approver');
  });

  it('takes a code once', async () => {
    const back = await signIn('dora.dev');
    expect((await exchange(back)).status).toBe(200);
    expect((await exchange(back)).status).toBe(400);
  });

  it('shows the people as buttons, marked as a demo, in two languages', async () => {
    const english = await new TestBrowser().open(authorizationUrl());
    expect(english.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://localhost:7007",
    );
    const page = await english.text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('DEMO');
    const buttons = [...page.matchAll(/name="person" value="([^"]+)"/g)];
    expect(buttons.map(([, username]) => username)).toEqual(
      provider.people.map(({ username }) => username),
    );

    const portuguese = await new TestBrowser({
      'accept-language': 'pt-BR,pt;q=0.9,en;q=0.8',
    }).open(authorizationUrl());
    const pagina = await portuguese.text();
    expect(pagina).toContain('<html lang="pt-BR">');
    expect(pagina).toContain('DEMONSTRAÇÃO');
    expect(pagina).toContain('Operador de DR');
  });

  it('lets nobody in who is not on the list', async () => {
    const browser = new TestBrowser();
    const { url } = await browser.open(authorizationUrl());
    const answer = await browser.submit(url, {
      person: '<script>mallory</script>',
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('&lt;script&gt;mallory');
    expect(page).not.toContain('<script>');
  });

  it('tells the portal when signing in was cancelled', async () => {
    const browser = new TestBrowser();
    const { url } = await browser.open(authorizationUrl());
    const answer = await browser.submit(url, { cancel: '1' });
    expect(new URL(answer.url).searchParams.get('error')).toBe('access_denied');
  });

  it('refuses to send people anywhere else', async () => {
    const answer = await new TestBrowser().open(
      authorizationUrl({ redirect_uri: 'http://localhost:9/elsewhere' }),
    );
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('redirect_uri');
  });

  it('refuses a wrong secret', async () => {
    const back = await signIn('dora.dev');
    const response = await fetch(metadata.token_endpoint, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${CLIENT.id}:wrong`)}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code')!,
        redirect_uri: REDIRECT_URI,
      }),
    });
    expect(response.status).toBe(401);
  });

  it('names a port that is taken', async () => {
    const port = Number(new URL(provider.issuer).port);
    await expect(
      startIdentityProvider({ port, clients: [CLIENT] }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });

  it('says so when a sign-in is not its own', async () => {
    const answer = await fetch(`${provider.issuer}/interaction/unknown`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('no longer valid');
  });
});
