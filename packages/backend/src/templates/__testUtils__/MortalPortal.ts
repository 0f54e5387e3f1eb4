import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { PortalOptions } from './startPortal';

const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';

/** For tests: a portal that can die in the middle of anything. */
export class MortalPortal {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(options: PortalOptions): Promise<MortalPortal> {
    const child = spawn(
      process.execPath,
      [
        ...['--require', TRANSFORM],
        path.join(__dirname, 'worker.ts'),
        JSON.stringify(options),
      ],
      // The channel tells it that the test has gone.
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    const port = await Promise.race([
      new Promise<number>(resolve => {
        // The transform speaks on the same channel.
        child.on('message', (message: { port?: number }) => {
          if (message.port) resolve(message.port);
        });
      }),
      once(child, 'exit').then(([code]): never => {
        throw new Error(`The portal ended with ${code}`);
      }),
    ]);
    return new MortalPortal(child, `http://localhost:${port}`);
  }

  /** At once, and without a last word. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
