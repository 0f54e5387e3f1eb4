export { Choice } from './Choice';
export { DataTable } from './DataTable';
export type { DataColumn } from './DataTable';
export type { FilterChoice } from './FilterBar';
export { Filters } from './Filters';
export { ListView } from './ListView';
export { DateField } from './DateField';
export { Pager } from './Pager';
export { SearchBox } from './SearchBox';
