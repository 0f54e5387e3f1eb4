import { ObjectStore } from './ObjectStore';

const MAX_KEYS = 1000;

/**
 * One page of a bucket as ListObjectsV2 answers it, without `delimiter`. The
 * last key of a page is the token of the next one.
 */
export function listingPage(
  store: ObjectStore,
  bucket: string,
  query: URLSearchParams,
): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? MAX_KEYS), MAX_KEYS);
  const left = store.list(bucket, prefix).filter(({ key }) => key > after);
  const page = left.slice(0, limit);
  const isTruncated = left.length > page.length;
  const contents = page.map(
    ({ key, etag, modified, size }) =>
      `<Contents><Key>${escape(key)}</Key>` +
      `<LastModified>${modified.toISOString()}</LastModified>` +
      `<ETag>&quot;${etag}&quot;</ETag>` +
      // Most files are made when somebody reads them; nobody knows their size before.
      `${size === undefined ? '' : `<Size>${size}</Size>`}</Contents>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>${escape(bucket)}</Name><Prefix>${escape(prefix)}</Prefix>`,
    `<KeyCount>${page.length}</KeyCount><MaxKeys>${limit}</MaxKeys>`,
    `<IsTruncated>${isTruncated}</IsTruncated>`,
    isTruncated
      ? `<NextContinuationToken>${escape(
          page.at(-1)!.key,
        )}</NextContinuationToken>`
      : '',
    ...contents,
    '</ListBucketResult>',
  ].join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}
