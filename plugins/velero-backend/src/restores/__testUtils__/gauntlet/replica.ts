import { setTimeout as sleep } from 'node:timers/promises';
import { ExecutionStep } from '../../execution';
import { openGate, ReplicaOrders } from './openGate';

/** One replica, as a process of its own, that dies at a step when it is told to. */
async function main() {
  process.on('disconnect', () => process.exit());
  const { fatal, ...orders } = JSON.parse(process.argv[2]) as ReplicaOrders & {
    fatal?: { step: ExecutionStep; after: number };
  };
  let left = fatal?.after ?? 0;
  const { gate } = await openGate(orders, step => {
    if (step !== fatal?.step) return;
    left -= 1;
    if (left <= 0) {
      process.stdout.write(`dies:${step}\n`);
      process.kill(process.pid, 'SIGKILL');
    }
  });
  for (;;) {
    await gate.run();
    await sleep(100);
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
