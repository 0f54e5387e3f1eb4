import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { PreviewRestore } from '@appgear/backstage-plugin-velero-common';
import { previewOf } from '../../../dev/fake/previews';
import {
  ALL_EFFECTS,
  EffectSentence,
  EffectsTable,
  FactorList,
  narrowed,
  RiskList,
} from './index';

const asked = {
  cluster: 'prod-sp',
  spec: {
    backupName: 'workspaces-daily-11',
    includedNamespaces: ['ws-checkout-app'],
    namespaceMapping: { 'ws-checkout-app': 'ws-checkout-drill' },
  },
} satisfies PreviewRestore;
const { summary, risks } = previewOf(asked).preview!;

function Table() {
  const [filter, setFilter] = useState(ALL_EFFECTS);
  const { effects } = previewOf({
    ...asked,
    effects: { ...filter, limit: 25 },
  }).preview!;
  return (
    <EffectsTable
      summary={summary}
      filter={filter}
      onFilter={part => setFilter(now => narrowed(now, part))}
      query={{
        data: effects,
        isStale: false,
        isLoading: false,
        retry: () => {},
      }}
    />
  );
}

describe('what a restore would do', () => {
  it('is said in sentences', async () => {
    renderInTestApp(
      <p data-testid="said">
        <EffectSentence backup="daily-1" cluster="prod-sp" summary={summary} />
      </p>,
    );
    expect((await screen.findByTestId('said')).textContent).toBe(
      'Velero restores the backup daily-1 on prod-sp, into ws-checkout-drill. 67 objects are created. The data of 1 volume comes back.',
    );
  });

  it('does not sound like something when nothing happens', async () => {
    renderInTestApp(
      <p data-testid="said">
        <EffectSentence
          backup="daily-1"
          cluster="prod-sp"
          summary={{
            ...summary,
            namespaces: [],
            volumes: {},
            actions: { ...summary.actions, create: 0, skip: 7 },
          }}
        />
      </p>,
    );
    expect((await screen.findByTestId('said')).textContent).toBe(
      'Velero restores the backup daily-1 on prod-sp, into no namespace. Nothing is created or changed. 7 objects are there already and stay as they are.',
    );
  });

  it('is listed object by object, page by page, with what is to be known', async () => {
    renderInTestApp(<Table />);
    const table = await screen.findByRole('grid', { name: 'Object by object' });
    expect(within(table).getAllByRole('row')).toHaveLength(26);
    expect(screen.getByText('1–25 of 68')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Last page' }));
    expect(await screen.findByText('51–68 of 68')).toBeInTheDocument();
    const claim = screen.getByRole('row', { name: /data-0/ });
    expect(claim).toHaveTextContent(
      'Its data comes back. From a snapshot in the storage.',
    );
    expect(claim).toHaveTextContent('ws-checkout-drill, from ws-checkout-app');
    expect(screen.getByRole('row', { name: /web-7d4b/ })).toHaveTextContent(
      'Runs in it once restored: /bin/warm-up --all The pod’s own annotation says so.',
    );
  });

  it('is filtered, from the first page on', async () => {
    renderInTestApp(<Table />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await userEvent.click(screen.getByRole('button', { name: /Kind/ }));
    await userEvent.click(screen.getByRole('option', { name: 'secrets (2)' }));
    expect(await screen.findByText('1–2 of 2')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('1–25 of 68')).toBeInTheDocument();
  });
});

describe('what has to be weighed', () => {
  it('names the risks, the worst first', async () => {
    renderInTestApp(
      <RiskList
        risks={{ ...risks, grade: 'partial' }}
        summary={{ ...summary, volumes: { empty: 1 } }}
      />,
    );
    const list = await screen.findByRole('list', {
      name: 'What is dangerous about it',
    });
    const lines = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines[0]).toBe('1 volume comes back without its data.');
    expect(lines).toContain('What the point is worth: In part.');
    expect(lines).toContain('Commands will run in 1 restored pod.');
  });

  it('names who must consent, and who has', async () => {
    const factor = {
      id: 'a',
      groups: ['group:default/appgear-dr-approvers'],
      count: 2,
      rules: ['living objects may be overwritten'],
    };
    renderInTestApp(
      <FactorList
        factors={[
          { ...factor, filledBy: ['user:default/ana.approver'] },
          {
            ...factor,
            id: 'b',
            workspace: 'ws-shop',
            groups: ['group:default/team-shop'],
            count: 1,
          },
        ]}
      />,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    const list = await screen.findByRole('list', { name: 'Who must consent' });
    const [members, owners] = within(list).getAllByRole('listitem');
    expect(members).toHaveTextContent(
      /^2 people of appgear-dr-approvers1 is still missingConsented: ana.approver/,
    );
    expect(owners).toHaveTextContent(
      /^1 owner of ws-shop: team-shopBecause of/,
    );
  });
});
