import { Suspense, useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { FakeVelero } from '../../dev/fake/FakeVelero';
import { veleroApiRef } from '../api';
import { useQuestion, useVeleroQuery } from './index';

const never = new Promise<never>(() => {});

/** Stands for what takes long to render: here for ever. */
function Long(): JSX.Element {
  throw never;
}

function Page() {
  const [typed, setTyped] = useState('');
  const [question, ask] = useQuestion('short');
  const { data } = useVeleroQuery(typed, async (_, signal) => {
    signal.throwIfAborted();
    return typed;
  });
  return (
    <Suspense fallback="Nothing to be seen">
      <input
        aria-label="Search"
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      <button onClick={() => ask('long')}>Ask</button>
      <p>A page</p>
      {(question === 'long' || data === 'long') && <Long />}
    </Suspense>
  );
}

function open() {
  render(
    <TestApiProvider apis={[[veleroApiRef, new FakeVelero()]]}>
      <Page />
    </TestApiProvider>,
  );
}

async function type(text: string) {
  const search = screen.getByRole('textbox', { name: 'Search' });
  await userEvent.type(search, text);
  return search;
}

describe('while a page is rendered', () => {
  it('for another question, input is taken', async () => {
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await type('web')).toHaveValue('web');
    expect(screen.getByText('A page')).toBeVisible();
  });

  it('with an answer, input is taken', async () => {
    open();
    await type('long');
    expect(await type('er')).toHaveValue('longer');
    expect(screen.getByText('A page')).toBeVisible();
  });
});
