export { fillCluster } from './fillCluster';
export { loadScenario, parseScenario, scenarioNames } from './loadScenario';
export type { Happening, Scenario, ScenarioCluster } from './schema';
export { liveThrough } from './timeline';
