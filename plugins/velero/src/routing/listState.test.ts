import {
  isFiltered,
  ListSpec,
  parseListState,
  toListQuery,
  writeListState,
} from './listState';

const SPEC = {
  sorts: ['id', 'age'],
  sort: 'id',
  order: 'asc',
  filters: { cluster: 'text', intent: ['enabled', 'disabled'] },
} as const satisfies ListSpec<string, any>;

const parse = (search: string) =>
  parseListState(new URLSearchParams(search), SPEC);

describe('listState', () => {
  it('means the default by an empty URL, and writes nothing for it', () => {
    const state = parse('');
    expect(state).toEqual({
      page: 1,
      search: '',
      sort: 'id',
      order: 'asc',
      filters: {},
    });
    expect(writeListState(new URLSearchParams(), state, SPEC).size).toBe(0);
  });

  it.each([
    'search=a+b&cluster=c1&intent=disabled&sort=age&order=desc&page=3',
    'sort=id&order=desc',
    'page=2',
  ])('reads what it wrote: %s', search => {
    const written = writeListState(new URLSearchParams(), parse(search), SPEC);
    expect(parse(written.toString())).toEqual(parse(search));
    expect(written.toString()).toBe(search);
  });

  it.each([
    'page=0',
    'page=-4',
    'page=x',
    'sort=password',
    'order=up',
    'intent=<script>',
    'intent=',
  ])('drops what it cannot use: %s', search => {
    expect(parse(search)).toEqual(parse(''));
  });

  it('leaves alone what others keep in the URL', () => {
    const params = new URLSearchParams('theirs=1&search=x');
    const next = writeListState(
      params,
      { ...parse('search=x'), search: '' },
      SPEC,
    );
    expect(next.toString()).toBe('theirs=1');
  });

  it('asks the API for the page', () => {
    expect(toListQuery(parse('page=3&cluster=c1'))).toEqual({
      cluster: 'c1',
      search: undefined,
      sort: 'id',
      order: 'asc',
      offset: 50,
      limit: 25,
    });
  });

  it('knows whether anything narrows the list', () => {
    expect(isFiltered(parse('page=2&sort=age'))).toBe(false);
    expect(isFiltered(parse('search=x'))).toBe(true);
    expect(isFiltered(parse('cluster=c1'))).toBe(true);
  });
});
