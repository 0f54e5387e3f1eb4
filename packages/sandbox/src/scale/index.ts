export { loadBackups } from './loadBackups';
export { scaleScenario, type Scale } from './scaleScenario';
