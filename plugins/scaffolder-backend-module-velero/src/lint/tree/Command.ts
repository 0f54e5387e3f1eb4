/** A call of Velero's command line in a script or a runbook, on one line. */
export interface Command {
  file: string;
  line: number;
  text: string;
}
