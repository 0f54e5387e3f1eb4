import { createMockDirectory } from '@backstage/backend-test-utils';
import path from 'path';
import { main } from './main';

const folder = createMockDirectory();

function run(...args: string[]) {
  const printed = { out: '', error: '' };
  const code = main(args, {
    out: text => {
      printed.out += text;
    },
    error: text => {
      printed.error += text;
    },
  });
  return { code, ...printed };
}

const schedule = (rest: string) => `apiVersion: velero.io/v1
kind: Schedule
metadata: {name: daily, namespace: velero}
spec:
  schedule: 0 1 * * *
  template:
    snapshotMoveData: true
${rest}`;

describe('velero-dr-lint', () => {
  it('ends with 1 and says what, where, why and how to mend it', () => {
    folder.setContent({
      'a.yaml': schedule(
        '    hooks: {resources: []}\n    excludedResources: [pods]\n',
      ),
    });
    const { code, out } = run(folder.path);
    expect(code).toBe(1);
    expect(out).toContain(`${path.join(folder.path, 'a.yaml')}:9 error`);
    expect(out).toMatch(/Mend: Do not exclude pods/);
    expect(out).toMatch(/Trap 18 .*Source: velero/);
  });

  it('ends with 0 for warnings, unless it is strict', () => {
    folder.setContent({ 'a.yaml': schedule('') });
    expect(run(folder.path)).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 errors and 1 warnings'),
    });
    expect(run('--strict', folder.path).code).toBe(1);
  });

  it('prints JSON for machines', () => {
    folder.setContent({ 'a.yaml': schedule('') });
    const { out } = run('--json', folder.path);
    expect(JSON.parse(out).findings).toMatchObject([
      { trap: 19, rule: 'databases-not-told', line: 6, level: 'warning' },
    ]);
  });

  it.each([
    ['no path', [], /Name a file or a folder/],
    ['a path that is not there', ['/nowhere/at/all'], /There is no \/nowhere/],
    ['an option that is none', ['--fix', '.'], /--fix/],
  ])('ends with 2 for %s', (_, args, message) => {
    const { code, error } = run(...args);
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  it('ends with 2 where there is nothing to look at', () => {
    folder.setContent({ 'a.txt': 'nothing', '.git': { 'b.yaml': 'kind: A' } });
    expect(run(folder.path)).toMatchObject({
      code: 2,
      error: expect.stringContaining('There is no manifest'),
    });
  });
});
