import { userRef } from '@appgear/velero-sandbox';
import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually } from './eventually';

/** A task of the scaffolder, as its API shows it. */
export interface Task {
  status: string;
  steps: Record<string, { status?: string; output?: any }>;
  /** All lines of its log. */
  log: string;
  output: { links?: any[]; text?: any[] };
}

const ENDED = ['completed', 'failed', 'cancelled'];

/** The scaffolder's HTTP API, as one person. */
export class Tasks {
  constructor(
    private readonly baseUrl: () => string,
    private readonly person: string,
  ) {}

  /** Sends a form; @returns the task's id, or the refusal. */
  async start(
    template: string,
    values: object,
  ): Promise<{ id?: string; status: number; body: any }> {
    const response = await this.call('scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values,
    });
    const body = await response.json();
    return { id: body.id, status: response.status, body };
  }

  /** Sends a form and waits until the task has ended. */
  async run(template: string, values: object): Promise<Task> {
    const { id, body } = await this.start(template, values);
    if (!id) throw new Error(JSON.stringify(body));
    return this.end(id);
  }

  /** Waits until a task has ended, whichever portal works on it. */
  async end(id: string, seconds = 90): Promise<Task> {
    const last = async () => (await this.look(id).catch(() => undefined))?.log;
    return eventually(
      `task ${id} ends`,
      async () => {
        const task = await this.look(id).catch(() => undefined);
        return task && ENDED.includes(task.status) ? task : undefined;
      },
      { seconds, otherwise: last },
    );
  }

  async look(id: string): Promise<Task> {
    const task = await (await this.call(`scaffolder/v2/tasks/${id}`)).json();
    const events = await (
      await this.call(`scaffolder/v2/tasks/${id}/events?after=0`)
    ).json();
    const end = events.findLast((event: any) => event.type === 'completion');
    return {
      status: task.status,
      steps: task.state?.steps ?? {},
      log: events.map((event: any) => event.body.message).join('\n'),
      output: end?.body.output ?? {},
    };
  }

  /** Waits until a workspace has a verdict. */
  async untilAssessed(workspace: string, verdict: string): Promise<void> {
    await eventually(`${workspace} is ${verdict}`, async () => {
      const path = `velero/workspaces/${workspace}/protection`;
      const { verdict: now } = await (await this.call(path)).json();
      return now === verdict ? true : undefined;
    });
  }

  /** The same template with a form, and nothing happens. */
  async dryRun(template: object, values: object, files: object[] = []) {
    const response = await this.call('scaffolder/v2/dry-run', {
      template,
      values,
      secrets: {},
      directoryContents: files,
    });
    return { status: response.status, body: await response.json() };
  }

  call(path: string, body?: object): Promise<Response> {
    return fetch(`${this.baseUrl()}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: mockCredentials.user.header(userRef(this.person)),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}
