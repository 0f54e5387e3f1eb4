import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  address,
  refusal,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const MARCH = '/dr/compliance?from=2026-03-01&to=2026-03-31';

const table = (name: string) => screen.findByRole('grid', { name });

describe('CompliancePage', () => {
  it('reports on the chosen days, by workspace and by tenant', async () => {
    const { api } = renderPlugin(MARCH);
    const asked = jest.spyOn(api, 'getCompliance');
    const rows = within(await table('By workspace'));
    expect(asked.mock.calls[0][0]).toEqual({
      from: new Date(2026, 2, 1).toISOString(),
      to: new Date(2026, 3, 1).toISOString(),
    });
    expect(rows.getByRole('row', { name: /ws-payments/ })).toHaveTextContent(
      /pagamentos.*100%.*None.*31 days.*Protected/,
    );
    expect(rows.getByRole('row', { name: /ws-checkout/ })).toHaveTextContent(
      /75%.*7 days.*In part: 7 days/,
    );
    expect(
      within(await table('By tenant')).getByRole('row', { name: /pagamentos/ }),
    ).toHaveTextContent(/5.*100%/);
  });

  it('keeps the days and the tenant in the address', async () => {
    renderPlugin(MARCH);
    await table('By workspace');
    fireEvent.change(screen.getByLabelText('Last day'), {
      target: { value: '2026-03-15' },
    });
    await waitFor(() => expect(address()).toContain('to=2026-03-15'));

    await userEvent.click(screen.getByRole('button', { name: /Tenant/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'loja' }));
    await waitFor(() => expect(address()).toContain('tenant=loja'));
    const rows = within(await table('By workspace'));
    await waitFor(() =>
      expect(rows.queryByRole('row', { name: /ws-payments/ })).toBeNull(),
    );
    expect(rows.getByRole('row', { name: /ws-checkout/ })).toBeInTheDocument();
  });

  it('asks for no report of days that cannot be', async () => {
    const getCompliance = jest.fn();
    renderPlugin('/dr/compliance?from=2026-03-31&to=2026-03-01', {
      api: { getCompliance },
    });
    expect(
      await screen.findByText(/last day must not be before the first/),
    ).toBeInTheDocument();
    expect(getCompliance).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  });

  it('prints', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation();
    renderPlugin(MARCH);
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalled();
  });

  describe('the file', () => {
    const saved: string[] = [];
    beforeEach(() => {
      saved.length = 0;
      URL.createObjectURL = jest.fn(() => 'blob:report');
      URL.revokeObjectURL = jest.fn();
      jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(function save(this: HTMLAnchorElement) {
          saved.push(`${this.download} ${this.href}`);
        });
    });
    afterEach(() => jest.restoreAllMocks());

    it('has the same days and tenant', async () => {
      const { api } = renderPlugin(`${MARCH}&tenant=loja`);
      const asked = jest.spyOn(api, 'downloadCompliance');
      await userEvent.click(
        await screen.findByRole('button', { name: 'Download CSV' }),
      );
      await waitFor(() =>
        expect(saved).toEqual([
          'protection-2026-03-01-2026-03-31.csv blob:report',
        ]),
      );
      expect(asked).toHaveBeenCalledWith(
        expect.objectContaining({
          from: new Date(2026, 2, 1).toISOString(),
          tenant: 'loja',
        }),
        'csv',
      );
    });

    it('says why it could not be had', async () => {
      renderPlugin(MARCH, {
        api: {
          downloadCompliance: () => Promise.reject(refusal(503, 'Too busy')),
        },
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Download JSON' }),
      );
      expect(await screen.findByRole('alert')).toHaveTextContent('Too busy');
      expect(saved).toEqual([]);
    });
  });
});
