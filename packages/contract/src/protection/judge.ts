import type {
  ProtectionReason,
  WorkspaceProtection,
} from '@appgear/backstage-plugin-velero-common';
import type { Scenario } from './Scenario';

/**
 * What is wrong with what the portal says; undefined: nothing. The first words
 * are counted by `npm run test:real -- protection`.
 */
export function mistakeIn(
  said: WorkspaceProtection,
  { verdict, reasons, missing = [] }: Scenario,
): string | undefined {
  const expected = [verdict, sorted(reasons), sorted(missing)];
  const codes = said.reasons.map(({ code }) => code);
  const named = said.reasons.flatMap(missingIn);
  const actual = [said.verdict, sorted(codes), sorted(named)];
  if (JSON.stringify(expected) === JSON.stringify(actual)) {
    return undefined;
  }
  const details = `said ${JSON.stringify(actual)}, expected ${JSON.stringify(
    expected,
  )}\n${JSON.stringify(said.reasons, null, 2)}`;
  if (said.verdict === verdict) {
    return `wrong reasons: ${details}`;
  }
  if (said.verdict === 'protected') {
    return `false protected: ${details}`;
  }
  return verdict === 'protected'
    ? `false alarm: ${details}`
    : `wrong verdict: ${details}`;
}

function missingIn(reason: ProtectionReason): string[] {
  return 'missing' in reason ? reason.missing.map(({ kind }) => kind) : [];
}

function sorted(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}
