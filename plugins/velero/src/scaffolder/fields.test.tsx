import { ReactNode, useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { FakeVelero } from '../../dev/fake/FakeVelero';
import { refusal } from '../__testUtils__/renderPlugin';
import { VeleroApi, veleroApiRef } from '../api';
import { ClusterField, RecoveryPointField, WorkspaceField } from '.';

function render(field: ReactNode, api: Partial<VeleroApi> = {}) {
  renderInTestApp(
    <TestApiProvider
      apis={[[veleroApiRef, Object.assign(new FakeVelero(), api)]]}
    >
      {field}
    </TestApiProvider>,
  );
}

/** What a form gives a field. */
function part(more: object = {}) {
  return {
    idSchema: { $id: 'root_field' },
    schema: { title: 'Choose' },
    uiSchema: {},
    onChange: jest.fn(),
    ...more,
  } as any;
}

async function open() {
  await userEvent.click(
    await screen.findByRole('combobox', { name: 'Choose' }),
  );
  return screen.findByRole('listbox');
}

describe('fields of templates', () => {
  it('choose a workspace, by its verdict', async () => {
    const props = part();
    render(<WorkspaceField {...props} />);
    const list = await open();
    const option = await within(list).findByRole('option', {
      name: /ws-checkout/,
    });
    expect(option).toHaveTextContent('In part');
    await userEvent.click(option);
    expect(props.onChange).toHaveBeenLastCalledWith('ws-checkout');
  });

  it('choose a cluster', async () => {
    const props = part();
    render(<ClusterField {...props} />);
    const list = await open();
    await userEvent.click(
      await within(list).findByRole('option', { name: /\(prod-sp\)/ }),
    );
    expect(props.onChange).toHaveBeenLastCalledWith('prod-sp');
  });

  it('choose a recovery point of the workspace in the form', async () => {
    const page = await new FakeVelero().getRecoveryPoints('', {});
    const getRecoveryPoints = jest.fn().mockResolvedValue({
      ...page,
      items: page.items.map(item => ({
        ...item,
        namespaces: [{ namespace: 'ws-checkout' }, { namespace: 'ws-jobs' }],
      })),
    });
    const props = part({
      formContext: { formData: { source: 'ws-checkout' } },
      uiSchema: { 'ui:options': { workspaceField: 'source' } },
    });
    render(<RecoveryPointField {...props} />, { getRecoveryPoints });
    const list = await open();
    const [newest] = await within(list).findAllByRole('option');
    await userEvent.click(newest);
    expect(getRecoveryPoints.mock.calls[0][0]).toBe('ws-checkout');
    expect(props.onChange).toHaveBeenLastCalledWith({
      cluster: expect.any(String),
      backup: expect.any(String),
      takenAt: expect.any(String),
      grade: expect.any(String),
      namespaces: ['ws-checkout', 'ws-jobs'],
    });
  });

  it('ask for the workspace first', async () => {
    render(<RecoveryPointField {...part()} />);
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'Choose' }),
    );
    expect(
      await screen.findByText('Choose a workspace first.'),
    ).toBeInTheDocument();
  });

  it('say why there is nothing to choose from', async () => {
    render(<WorkspaceField {...part()} />, {
      getWorkspaces: async () => {
        throw refusal(403, 'The permission velero.workspace.read is needed');
      },
    });
    expect(
      await screen.findByText(/velero\.workspace\.read is needed/),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Choose' })).toBeInvalid();
  });

  it('show what the form says against the choice', async () => {
    render(<WorkspaceField {...part({ rawErrors: ['is required'] })} />);
    expect(await screen.findByText('is required')).toBeInTheDocument();
  });
});

describe('a point of another workspace', () => {
  it('is forgotten when the workspace changes', async () => {
    const chosen = {
      cluster: 'prod-sp',
      backup: 'b1',
      takenAt: '2026-11-24T00:00:00Z',
      grade: 'complete',
      namespaces: ['ws-checkout'],
    };
    const onChange = jest.fn();
    function Form() {
      const [workspace, setWorkspace] = useState('ws-checkout');
      return (
        <>
          <button onClick={() => setWorkspace('ws-search')}>other</button>
          <RecoveryPointField
            {...part({
              formData: chosen,
              formContext: { formData: { workspace } },
              onChange,
            })}
          />
        </>
      );
    }
    render(<Form />);
    await screen.findByRole('combobox', { name: 'Choose' });
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.click(screen.getByText('other'));
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });
});
