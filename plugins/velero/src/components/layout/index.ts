export { CardGrid } from './CardGrid';
export { FactList } from './FactList';
export type { Fact } from './FactList';
export { NameList } from './NameList';
export { PageBody } from './PageBody';
export { PageLink } from './PageLink';
export { Section } from './Section';
export { TitledPage } from './TitledPage';
export { StorageLink } from './StorageLink';
