import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Passage } from './Road';

interface Statement {
  Action: string;
  Resource: string | string[];
  Condition?: { StringLike: { 's3:prefix': string } };
}

const GUIDE = join(
  dirname(require.resolve('@appgear/velero-contract/package.json')),
  '../../docs/guides/buckets.md',
);

/**
 * The policy that the guide gives for a bucket, as S3 judges by it: whether it
 * allows what was asked for.
 */
export function guidesPolicy(
  bucket: string,
  prefix: string,
): (passage: Passage) => boolean {
  const [, policy] = /```json\n([^]*?)```/.exec(readFileSync(GUIDE, 'utf8'))!;
  const { Statement: statements } = JSON.parse(
    policy
      .replaceAll('appgear-dr-br', bucket)
      .replaceAll('appgear-platform', prefix),
  ) as { Statement: Statement[] };
  return ({ method, url }) => {
    const [, inBucket, ...key] = decodeURIComponent(url.pathname).split('/');
    const isList = key.join('') === '';
    const action = isList ? 's3:ListBucket' : 's3:GetObject';
    const resource = `arn:aws:s3:::${[inBucket, ...key]
      .filter(Boolean)
      .join('/')}`;
    const asked = url.searchParams.get('prefix') ?? '';
    return (
      method === 'GET' &&
      statements.some(
        ({ Action, Resource, Condition }) =>
          Action === action &&
          [Resource].flat().some(pattern => isLike(pattern, resource)) &&
          (!Condition || isLike(Condition.StringLike['s3:prefix'], asked)),
      )
    );
  };
}

function isLike(pattern: string, text: string): boolean {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
