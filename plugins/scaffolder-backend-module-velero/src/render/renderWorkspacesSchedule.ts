import { parse } from 'yaml';
import { z } from 'zod/v3';
import { clusterName, overlayOf } from './cluster';
import { clusterInput, versionProblems } from './input';
import { RenderedFile, yamlFile } from './manifest';
import { schedulesInput, workspacesInput } from './scheduleInput';
import { workspacesDaily } from './schedules';
import { issuesOf } from './values';

/** Which workspaces of a cluster are to be backed up daily. @public */
export const workspacesScheduleInput = clusterInput
  .extend({
    workspaces: workspacesInput,
    when: schedulesInput.shape.workspaces.describe(
      'When it runs, and how long its backups are kept',
    ),
    volumeData: z
      .enum(['csiDataMovement', 'fileSystem'])
      .default('csiDataMovement'),
    keepListed: z
      .boolean()
      .describe(
        'Whether namespaces that the file lists already stay in it. True adds; false replaces',
      )
      .default(true),
  })
  .strict();

/** Where the schedule of a cluster's workspaces lies. */
export const workspacesSchedulePath = (input: {
  region: string;
  environment: string;
}) => `${overlayOf(clusterName(input))}/schedules/backup-workspaces-daily.yaml`;

/**
 * The daily schedule of a cluster's workspaces, for itself: what a template
 * for new workspaces changes in a GitOps repository.
 *
 * @param existing - the file as it is now, if there is one
 * @throws an error that names each field that does not fit
 * @public
 */
export function renderWorkspacesSchedule(
  input: unknown,
  existing?: string,
): RenderedFile {
  const result = workspacesScheduleInput.safeParse(input);
  const problems = result.success
    ? versionProblems(result.data.veleroVersion, result.data.workspaces)
    : issuesOf(result.error);
  if (problems.length > 0 || !result.success) {
    throw new Error(
      `The schedule cannot be rendered:\n- ${problems.join('\n- ')}`,
    );
  }
  const { workspaces, when, volumeData, keepListed } = result.data;
  const path = workspacesSchedulePath(result.data);
  const listed =
    existing && keepListed && workspaces.namespaces
      ? listedIn(existing, path)
      : [];
  return yamlFile(
    path,
    'The workspaces of this cluster, daily.',
    workspacesDaily({
      volumeData,
      schedules: schedulesInput.parse({ workspaces: when }),
      workspaces: {
        ...workspaces,
        ...(workspaces.namespaces && {
          namespaces: [...listed, ...workspaces.namespaces],
        }),
      },
    }),
  );
}

function listedIn(text: string, path: string): string[] {
  const names: unknown = parse(text)?.spec?.template?.includedNamespaces ?? [];
  const isList =
    Array.isArray(names) && names.every(name => typeof name === 'string');
  const pattern = isList && names.find(name => /[*?[]/.test(name));
  if (!isList || pattern) {
    throw new Error(
      `${path} ${
        pattern
          ? `takes workspaces by the pattern ${pattern}`
          : 'lists its namespaces in a way that cannot be read'
      }. To write a list instead, set keepListed to false and name all workspaces.`,
    );
  }
  return names as string[];
}
