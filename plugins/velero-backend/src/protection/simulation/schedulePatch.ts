import { SchedulePatch } from '@appgear/backstage-plugin-velero-common';
import { createTwoFilesPatch } from 'diff';
import { Document, isMap, parseDocument } from 'yaml';
import { ProblemError } from '../../problems';
import { Template } from './CoverageWorld';
import { Proposal } from './proposeTemplate';

/** A text that is no manifest of a Schedule. */
export class ScheduleError extends ProblemError {
  readonly name = 'ScheduleError';
}

/** What a person would write for a schedule that is only known as an object. */
export interface ScheduleManifest {
  name: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
  cron: string;
  template: Template;
}

/**
 * The change to a schedule's manifest that makes it hold what it should.
 *
 * @param schedule - the manifest as somebody keeps it, YAML with one Schedule,
 *   whose comments and order stay; or what is known of the schedule
 * @throws ScheduleError when the text is not a Schedule, with where and why
 */
export function schedulePatch(
  schedule: string | ScheduleManifest,
  { template, changes, simulation }: Proposal,
): SchedulePatch {
  const before =
    typeof schedule === 'string' ? schedule : writeManifest(schedule);
  const document = readSchedule(before);
  changeTemplate(document, template);
  const after = document.toString({ lineWidth: 0 });
  return {
    changes,
    before,
    after,
    diff: createTwoFilesPatch(
      'schedule.yaml',
      'schedule.yaml',
      before,
      after,
      '',
      '',
    ),
    simulation,
  };
}

/** YAML as a person would write it. */
export function writeManifest(schedule: ScheduleManifest): string {
  return new Document(toManifest(schedule)).toString({ lineWidth: 0 });
}

/** The template of a Schedule's manifest. @throws as `schedulePatch` */
export function readTemplate(text: string): Template {
  return readSchedule(text).toJS().spec.template;
}

function readSchedule(text: string): Document {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const [{ line, col }] = error.linePos ?? [{ line: 1, col: 1 }];
    throw new ScheduleError('asked.notYaml', {
      line,
      column: col,
      code: error.code,
    });
  }
  if (document.get('kind') !== 'Schedule') {
    throw new ScheduleError('asked.noSchedule');
  }
  if (!isMap(document.getIn(['spec', 'template']))) {
    throw new ScheduleError('asked.noTemplate');
  }
  return document;
}

/** Touches only what differs, so that comments and order stay. */
function changeTemplate(document: Document, template: Template): void {
  const current = document.toJS().spec.template as Record<string, unknown>;
  const wanted = template as Record<string, unknown>;
  for (const field of Object.keys(current)) {
    if (!(field in wanted)) {
      document.deleteIn(['spec', 'template', field]);
    }
  }
  for (const [field, value] of Object.entries(wanted)) {
    if (JSON.stringify(current[field]) !== JSON.stringify(value)) {
      document.setIn(['spec', 'template', field], document.createNode(value));
    }
  }
}

function toManifest(schedule: ScheduleManifest) {
  const { name, namespace, labels, cron, template } = schedule;
  return {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: {
      name,
      namespace,
      ...(Object.keys(labels).length > 0 && { labels: { ...labels } }),
    },
    spec: { schedule: cron, template },
  };
}
