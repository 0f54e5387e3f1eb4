export { doorTo, isOpen } from './doorTo';
export { Downloader } from './Downloader';
export type { ClusterSigner, Download } from './Downloader';
export { EvidenceError } from './EvidenceError';
export type { DownloadTarget } from './signDownload';
