export { enableInFolder, enableLive } from './enable';
export { findCoverage } from './findCoverage';
