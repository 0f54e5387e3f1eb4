export { CoverageSimulator } from './CoverageSimulator';
export type { CoverageQuestion } from './CoverageSimulator';
