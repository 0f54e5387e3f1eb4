import { readFileSync } from 'fs';
import path from 'path';
import { RELEASES, renderDrModule } from '../render';
import { lintFiles } from './lintFiles';
import { RULES } from './rules';

const file = path.join(__dirname, '__fixtures__', 'module-15.md');
const text = readFileSync(file, 'utf8');
const lint = (name: string, content: string) =>
  lintFiles([{ path: name, text: content }]);
const rulesIn = (content: string) =>
  lint('a.yaml', content).findings.map(({ rule }) => rule);

describe('the manifests of Module 15, verbatim', () => {
  const { findings, unreadable } = lint('module-15.md', text);
  const lines = text.split('\n');

  it('are read', () => {
    expect(unreadable).toEqual([]);
  });

  it.each(Array.from({ length: 21 }, (_, index) => index + 1))(
    'show trap %d',
    trap => {
      expect(findings.map(finding => finding.trap)).toContain(trap);
    },
  );

  it.each<[string, RegExp]>([
    ['selector-looks-at-objects', /^ +labelSelector:/],
    ['snapshots-stay-in-the-cluster', /^ +template:/],
    ['csi-without-its-plugin', /^ +args:/],
    ['plugin-beside-the-server', /- name: velero-plugin-for-aws/],
    ['variable-in-a-location', /\$\{VELERO_DR_S3_/],
    ['rights-that-do-not-suffice', /^rules:/],
    ['snapshot-location-for-csi', /provider: csi/],
    ['argo-cd-prunes-backups', /prune: true/],
    ['external-secret-not-served', /external-secrets\.io\/v1beta1/],
    ['vault-is-in-the-backup', /secretStoreRef:/],
    ['namespace-mapped-to-itself', /velero restore create restore-core-infra/],
    ['pods-left-out', /- pods/],
    ['prefix-names-no-cluster', /prefix: appgear-platform/],
  ])('%s points at the line', (rule, line) => {
    const found = findings.filter(finding => finding.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    found.forEach(finding => expect(lines[finding.line - 1]).toMatch(line));
  });

  it('name the rights that are missing', () => {
    const [{ problem }] = findings.filter(
      ({ rule }) => rule === 'rights-that-do-not-suffice',
    );
    expect(problem).toContain('downloadrequests.velero.io');
    expect(problem).toContain('clusterrolebindings.rbac.authorization.k8s.io');
    expect(problem).not.toContain(' backups.velero.io');
  });
});

describe('the rendered module', () => {
  const render = (changes: object) =>
    renderDrModule({
      region: 'br',
      environment: 'dev',
      provider: 'aws',
      storage: { bucket: 'appgear-dr', region: 'sa-east-1' },
      gitops: { repoURL: 'https://git.example.com/appgear-gitops-core.git' },
      ...changes,
    }).map(({ path: name, content }) => ({ path: name, text: content }));

  it.each(RELEASES.map(({ minor }) => minor))(
    'shows no trap with Velero %s',
    veleroVersion => {
      const files = render({
        veleroVersion,
        workspaces: { namespaces: ['ws-checkout'] },
      });
      const { findings, unreadable, looked } = lintFiles(files);
      expect(findings).toEqual([]);
      expect(unreadable).toEqual([]);
      expect(looked.manifests).toBeGreaterThan(15);
      expect(looked.commands).toBe(2);
    },
  );

  it('shows the trap as soon as somebody puts it back', () => {
    const files = render({
      veleroVersion: '1.18',
      workspaces: { pattern: 'ws-*' },
    }).map(({ path: name, text: content }) => ({
      path: name,
      text: content.replace(
        'snapshotMoveData: true',
        'snapshotMoveData: false',
      ),
    }));
    expect(lintFiles(files).findings.map(({ rule }) => rule)).toEqual(
      Array(3).fill('snapshots-stay-in-the-cluster'),
    );
  });

  it('shows the pattern that an older Velero does not know', () => {
    const files = render({
      veleroVersion: '1.18',
      workspaces: { pattern: 'ws-*' },
    }).map(({ path: name, text: content }) => ({
      path: name,
      text: content.replace(
        /velero\/velero:v1\.18\.2/g,
        'velero/velero:v1.17.1',
      ),
    }));
    expect(lintFiles(files).findings).toMatchObject([
      { rule: 'pattern-before-1.18', level: 'error' },
    ]);
  });
});

describe('rules that Module 15 has no example of', () => {
  it('no plugin at all', () => {
    expect(
      rulesIn(`
apiVersion: apps/v1
kind: Deployment
metadata: {name: velero, namespace: velero}
spec: {template: {spec: {containers: [{name: velero, image: 'velero/velero:v1.18.2'}]}}}
`),
    ).toContain('no-plugin');
  });

  it('two clusters that write to one place', () => {
    const location = (mode: string) => `---
apiVersion: velero.io/v1
kind: BackupStorageLocation
metadata: {name: a, namespace: velero}
spec: {provider: aws, default: true, accessMode: ${mode}, objectStorage: {bucket: ag-br-core-dev}}
`;
    expect(rulesIn(location('ReadWrite') + location('ReadWrite'))).toContain(
      'two-writers',
    );
    expect(rulesIn(location('ReadWrite') + location('ReadOnly'))).not.toContain(
      'two-writers',
    );
  });

  it('restores kept in Git', () => {
    const { findings } = lint(
      'restore.yaml',
      `apiVersion: velero.io/v1
kind: Restore
metadata:
  name: back
  namespace: velero
spec:
  backupName: b
  namespaceMapping:
    argocd: argocd
`,
    );
    expect(findings).toMatchObject([
      { rule: 'what-exists-is-not-restored', line: 6 },
      { rule: 'namespace-mapped-to-itself', line: 9 },
    ]);
  });
});

describe('what it reads', () => {
  it('says which part is no YAML, and judges the rest', () => {
    const { unreadable, looked } = lint(
      'a.yaml',
      'kind: A\n---\na: [1\n---\nkind: B\n',
    );
    expect(unreadable).toMatchObject([{ file: 'a.yaml', line: 4 }]);
    expect(looked.manifests).toBe(2);
  });

  it('joins a command that goes over lines', () => {
    const { findings } = lint(
      'restore.sh',
      'set -e\nvelero restore create x \\\n  --namespace-mappings a:a \\\n  --existing-resource-policy none\n',
    );
    expect(findings).toMatchObject([
      { rule: 'namespace-mapped-to-itself', line: 2 },
    ]);
  });

  it('takes a manifest that is cut short for what it is', () => {
    expect(() =>
      lint('a.yaml', 'apiVersion: velero.io/v1\nkind: Schedule\n'),
    ).not.toThrow();
  });
});

it('each rule has a name of its own', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
