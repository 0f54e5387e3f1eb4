export { registerMetrics } from './registerMetrics';
