import { verifyAudit } from './verifyCommand';

verifyAudit(process.argv.slice(2)).then(
  ({ ok, line }) => {
    process.stdout.write(`${line}\n`);
    process.exitCode = ok ? 0 : 1;
  },
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
