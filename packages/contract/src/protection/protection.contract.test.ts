import { PATIENCE_MS } from '../velero/VeleroCluster';
import { eventually } from '../wire/eventually';
import { uniqueName } from '../world/world';
import { mistakeIn } from './judge';
import { Portal, startPortal } from './__testUtils__/portal';
import { openProtectionWorld, ProtectionWorld } from './protectionWorld';
import type { Asked } from './Scenario';
import { SCENARIOS } from './scenarios';
import { Stage } from './Stage';

jest.setTimeout(6 * PATIENCE_MS);

/** Real situations on real clusters, and what the portal says of each. */
describe('Protection', () => {
  let world: ProtectionWorld;
  let stage: Stage;
  let portals: Record<Asked, Portal>;

  beforeAll(async () => {
    world = await openProtectionWorld();
    stage = new Stage(world, SCENARIOS, uniqueName('r'));
    await stage.set();
    const { one, two } = world;
    portals = {
      both: await startPortal([one, two]),
      onlyTwo: await startPortal([two]),
    };
  });
  afterAll(async () => {
    try {
      await portals?.both.stop();
      await portals?.onlyTwo.stop();
    } finally {
      await world?.close();
    }
  });

  it.each(SCENARIOS)('$id: $situation: $verdict', async scenario => {
    const portal = portals[scenario.asked ?? 'both'];
    const workspace = stage.workspaceOf(scenario);
    const said = await portal.protection(workspace);
    expect(mistakeIn(said, scenario)).toBeUndefined();
    await eventually(
      `lists to say that ${workspace} is ${said.verdict}`,
      () => portal.listed(workspace),
      verdict => verdict === said.verdict,
      PATIENCE_MS,
    );
  });
});
