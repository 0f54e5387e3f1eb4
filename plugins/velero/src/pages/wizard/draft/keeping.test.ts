import { draftShelf, EMPTY_DRAFT, fromUrl, prefillOf } from './index';

const linked = (search: string) => prefillOf(new URLSearchParams(search));

describe('a link to the wizard', () => {
  it('fills in what it names, and leaves the rest to the reader', () => {
    expect(
      fromUrl(linked('workspace=ws-a&cluster=c&backup=b&step=where')),
    ).toEqual({
      ...EMPTY_DRAFT,
      workspace: 'ws-a',
      source: 'c',
      backup: 'b',
    });
    expect(fromUrl(linked('workspace=ws-a&point=p')).point).toBe('p');
  });

  it('does not take a backup of no cluster', () => {
    expect(fromUrl(linked('backup=b'))).toEqual(EMPTY_DRAFT);
  });
});

describe('draftShelf', () => {
  afterEach(() => window.sessionStorage.clear());

  it('keeps a draft for the link that it began with', () => {
    const draft = { ...EMPTY_DRAFT, reason: 'the orders are gone' };
    draftShelf({ workspace: 'ws-a' }).keep(draft);

    expect(draftShelf({ workspace: 'ws-a' }).load()).toEqual(draft);
    expect(draftShelf({ workspace: 'ws-b' }).load()).toBeUndefined();
    expect(draftShelf({}).load()).toBeUndefined();
  });

  it('lets it go', () => {
    const shelf = draftShelf({});
    shelf.keep(EMPTY_DRAFT);
    shelf.discard();
    expect(shelf.load()).toBeUndefined();
  });

  it('begins anew where what was kept is no draft', () => {
    const shelf = draftShelf({});
    shelf.keep(EMPTY_DRAFT);
    const [key] = Object.keys(window.sessionStorage);
    window.sessionStorage.setItem(key, '{"reason":');
    expect(shelf.load()).toBeUndefined();
  });
});
