import { ListedObject, ObjectStore } from './ObjectStore';

const MAX_KEYS = 1000;

/**
 * One page of a bucket as ListObjectsV2 answers it. The last entry of a page
 * is the token of the next one.
 */
export function listingPage(
  store: ObjectStore,
  bucket: string,
  query: URLSearchParams,
): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const limit = Math.min(Number(query.get('max-keys') ?? MAX_KEYS), MAX_KEYS);
  const left = entriesOf(
    store.list(bucket, prefix),
    prefix,
    query.get('delimiter'),
  ).filter(([name]) => name > after);
  const page = left.slice(0, limit);
  const isTruncated = left.length > page.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>${escape(bucket)}</Name><Prefix>${escape(prefix)}</Prefix>`,
    `<KeyCount>${page.length}</KeyCount><MaxKeys>${limit}</MaxKeys>`,
    `<IsTruncated>${isTruncated}</IsTruncated>`,
    isTruncated
      ? `<NextContinuationToken>${escape(
          page.at(-1)![0],
        )}</NextContinuationToken>`
      : '',
    ...page.map(([name, object]) =>
      object
        ? contents(object)
        : `<CommonPrefixes><Prefix>${escape(name)}</Prefix></CommonPrefixes>`,
    ),
    '</ListBucketResult>',
  ].join('');
}

/** By name; undefined: what lies deeper than the delimiter, as one. */
function entriesOf(
  objects: ListedObject[],
  prefix: string,
  delimiter: string | null,
): [string, ListedObject | undefined][] {
  const entries = new Map<string, ListedObject | undefined>();
  for (const object of objects) {
    const end = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1;
    if (end < 0) {
      entries.set(object.key, object);
    } else {
      entries.set(object.key.slice(0, end + delimiter!.length), undefined);
    }
  }
  return [...entries];
}

function contents({ key, etag, modified, size }: ListedObject): string {
  return (
    `<Contents><Key>${escape(key)}</Key>` +
    `<LastModified>${modified.toISOString()}</LastModified>` +
    `<ETag>&quot;${etag}&quot;</ETag>` +
    // Most files are made when somebody reads them; nobody knows their size before.
    `${size === undefined ? '' : `<Size>${size}</Size>`}</Contents>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}
