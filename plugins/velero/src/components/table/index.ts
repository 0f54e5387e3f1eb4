export { DataTable } from './DataTable';
export type { DataColumn } from './DataTable';
export type { FilterChoice } from './FilterBar';
export { ListView } from './ListView';
export { Pager } from './Pager';
export { SearchBox } from './SearchBox';
