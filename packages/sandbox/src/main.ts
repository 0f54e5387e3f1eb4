import { readOptions } from './command/options';
import { runSandbox } from './command/runSandbox';

runSandbox(readOptionsOrExit()).catch(exitWith);

function readOptionsOrExit() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return exitWith(error as Error);
  }
}

function exitWith(error: Error): never {
  console.error(error.message);
  process.exit(1);
}
