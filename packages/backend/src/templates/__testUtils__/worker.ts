import { startPortal } from './startPortal';

/** A portal in a process of its own, that can be killed as a machine dies. */
async function main() {
  process.on('disconnect', () => process.exit());
  const { server } = await startPortal(JSON.parse(process.argv[2]));
  process.send!({ port: server.port() });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
