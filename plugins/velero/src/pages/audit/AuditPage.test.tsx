import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { auditEvents } from '../../../dev/fake/restoreRequestsRecord';
import {
  address,
  FakeSignals,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const trail = () => screen.findByRole('grid', { name: 'Audit trail' });

describe('the audit page', () => {
  it('lists who did what, newest first, and leads to the request', async () => {
    renderPlugin('/dr/audit');
    const rows = within(await trail())
      .getAllByRole('row')
      .slice(1);
    expect(rows[0]).toHaveTextContent(/Restored.*otto.operator/);
    expect(rows[1]).toHaveTextContent('Made the Restore on the cluster');
    expect(rows[3]).toHaveTextContent(/everybody consented.*The portal/);
    expect(
      within(rows[0]).getByRole('link', { name: '11111111' }),
    ).toHaveAttribute(
      'href',
      '/dr/restores/11111111-1111-4111-8111-111111111111',
    );
  });

  it('says in the reader’s language what our own words are', async () => {
    const [event] = auditEvents();
    const items = [
      {
        rules: ['every restore', 'our own rule'],
        reason: 'We need it back',
      },
      { decision: 'veto', comment: 'Not now', through: 'plugin:scaffolder' },
      { results: { created: 2, failed: 0 } },
      { refusal: 'ownRequest' },
      {
        reason: 'superseded by 2; as said',
        sentences: [
          { key: 'gate.superseded', params: { request: '2' } },
          { message: 'as said' },
        ],
      },
      { unheardOf: [1, 2] },
    ].map((details, seq) => ({ ...event, seq, details }));
    renderPlugin('/dr/audit', {
      language: 'pt-BR',
      restores: {
        getAudit: async () => ({ items, total: 6, offset: 0, limit: 50 }),
      },
    });
    const rows = within(
      await screen.findByRole('grid', { name: 'Trilha de auditoria' }),
    ).getAllByRole('row');
    const details = rows
      .slice(1)
      .map(row => within(row).getAllByRole('gridcell').at(-1)!.textContent);
    expect(details).toEqual([
      'DetalhesRegras: toda restauração, our own rule\nPor quê: We need it back',
      'DetalhesVoto: Veta\nComentário: Not now',
      'DetalhesObjetos: criados: 2, com falha: 0',
      'DetalhesMotivo: Era o próprio pedido',
      'DetalhesPor quê: o pedido 2 tomou o seu lugar; as said',
      'DetalhesunheardOf: 1, 2',
    ]);
  });

  it('filters by what is sent, and keeps it in the URL', async () => {
    const { restores } = renderPlugin('/dr/audit?page=2');
    const asked = jest.spyOn(restores, 'getAudit');
    await trail();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Person' }),
      'user:default/ana.approver',
    );
    await userEvent.type(screen.getByLabelText('From'), '2026-03-01');
    await userEvent.click(screen.getByRole('button', { name: 'Filter' }));

    await waitFor(() =>
      expect(address()).toBe(
        '/dr/audit?since=2026-03-01&person=user%3Adefault%2Fana.approver',
      ),
    );
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        {
          person: 'user:default/ana.approver',
          since: '2026-03-01',
          offset: 0,
          limit: 25,
        },
        expect.anything(),
      ),
    );
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(() => expect(address()).toBe('/dr/audit'));
    expect(screen.getByRole('textbox', { name: 'Person' })).toHaveValue('');
  });

  it('opens from a link as it was filtered', async () => {
    renderPlugin('/dr/audit?request=11111111-1111-4111-8111-111111111111');
    expect(within(await trail()).getAllByRole('rowheader')).toHaveLength(7);
    expect(screen.getByRole('textbox', { name: 'Request' })).toHaveValue(
      '11111111-1111-4111-8111-111111111111',
    );
  });

  it('says that the chain is whole, and with which head', async () => {
    renderPlugin('/dr/audit');
    expect(
      await screen.findByText(/The chain is whole: \d+ events/),
    ).toBeInTheDocument();
    expect(screen.getByText(new RegExp('c'.repeat(64)))).toBeInTheDocument();
  });

  it('follows changes of the trail, and checks the chain when asked to', async () => {
    const signals = new FakeSignals();
    const { restores } = renderPlugin('/dr/audit', { signals });
    const listed = jest.spyOn(restores, 'getAudit');
    const verified = jest.spyOn(restores, 'verifyAudit');
    await screen.findByText(/The chain is whole/);
    await trail();
    listed.mockClear();
    verified.mockClear();

    act(() => signals.send({ version: 2, clusters: [] }));
    await waitFor(() => expect(listed).toHaveBeenCalled());
    expect(verified).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: /check/i }));
    expect(verified).toHaveBeenCalledTimes(1);
  });

  it('says where the chain is broken', async () => {
    renderPlugin('/dr/audit', {
      restores: {
        verifyAudit: async () => ({
          ok: false,
          seq: 17,
          problem: 'the event was changed',
        }),
      },
    });
    expect(
      await screen.findByText('The chain is broken at event 17'),
    ).toBeInTheDocument();
    expect(screen.getByText(/the event was changed\. Somebody/)).toBeVisible();
  });

  describe('the export', () => {
    const saved: string[] = [];
    beforeEach(() => {
      saved.length = 0;
      URL.createObjectURL = jest.fn(() => 'blob:trail');
      URL.revokeObjectURL = jest.fn();
      jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(function save(this: HTMLAnchorElement) {
          saved.push(`${this.download} ${this.href}`);
        });
    });
    afterEach(() => jest.restoreAllMocks());

    it('saves what is filtered in either format', async () => {
      const { restores } = renderPlugin('/dr/audit?workspace=ws-checkout');
      const asked = jest.spyOn(restores, 'exportAudit');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Export as CSV' }),
      );
      await waitFor(() =>
        expect(saved).toEqual(['velero-audit.csv blob:trail']),
      );
      expect(asked).toHaveBeenCalledWith({
        workspace: 'ws-checkout',
        format: 'csv',
      });
    });

    it('says why it failed', async () => {
      renderPlugin('/dr/audit', {
        restores: {
          exportAudit: () => Promise.reject(refusal(403, 'Not yours')),
        },
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Export as JSON Lines' }),
      );
      expect(await screen.findByText('Not yours')).toBeInTheDocument();
      expect(saved).toEqual([]);
    });
  });

  it('says so when the reader may not read the trail', async () => {
    renderPlugin('/dr/audit', {
      restores: {
        getRights: async () => ({
          read: 'some',
          request: 'none',
          approve: 'none',
          breakGlass: 'none',
          audit: 'none',
        }),
        getAudit: () => Promise.reject(refusal(403)),
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByText('Is the chain whole?')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Export/ }),
    ).not.toBeInTheDocument();
  });

  it('asks owners of some workspaces to name one', async () => {
    renderPlugin('/dr/audit', {
      restores: {
        getRights: async () => ({
          read: 'some',
          request: 'some',
          approve: 'some',
          breakGlass: 'none',
          audit: 'some',
        }),
        getAudit: () => Promise.reject(refusal(403)),
      },
    });
    expect(
      await screen.findByText(/Put the name of one into the filter/),
    ).toBeInTheDocument();
  });

  it('says so when nothing is recorded', async () => {
    renderPlugin('/dr/audit', {
      restores: {
        getAudit: async () => ({ items: [], total: 0, offset: 0, limit: 50 }),
        verifyAudit: async () => ({
          ok: true,
          events: 0,
          head: { seq: 0, hash: '0'.repeat(64) },
        }),
      },
    });
    expect(
      await screen.findByText('Nothing is recorded yet'),
    ).toBeInTheDocument();
  });
});
