import { existsSync, readdirSync, readFileSync } from 'fs';
import { basename, join } from 'path';
import { parseAllDocuments, parseDocument } from 'yaml';
import { z } from 'zod';
import { PACKAGE_FOLDER } from '../packageFolder';
import { Manifest, manifestSchema, Scenario, scenarioSchema } from './schema';

const LIBRARY = join(PACKAGE_FOLDER, 'src', 'scenarios', 'library');
const MAIN_FILE = 'scenario.yaml';

/** The scenarios that come with the sandbox. */
export function scenarioNames(): string[] {
  return readdirSync(LIBRARY).sort();
}

/**
 * Reads a scenario: one of the library by its name, or a folder of one's own.
 *
 * @throws with the file, the place in it and what is wrong there
 */
export function loadScenario(nameOrFolder: string): Scenario {
  const folder = [join(LIBRARY, nameOrFolder), nameOrFolder].find(candidate =>
    existsSync(join(candidate, MAIN_FILE)),
  );
  if (!folder) {
    throw new Error(
      `There is no scenario '${nameOrFolder}': take one of ${scenarioNames().join(
        ', ',
      )}, or a folder with a ${MAIN_FILE}.`,
    );
  }
  const scenario = parseScenario(
    readFileSync(join(folder, MAIN_FILE), 'utf8'),
    join(basename(folder), MAIN_FILE),
  );
  const files = new Set(scenario.clusters.flatMap(each => each.manifests));
  const manifests = Object.fromEntries(
    [...files].map(file => [file, readManifests(folder, file)]),
  );
  return { ...scenario, manifests };
}

/** @throws with each place that is wrong, and what is */
export function parseScenario(
  text: string,
  file: string,
): z.output<typeof scenarioSchema> {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new Error(`${file} is not YAML: ${document.errors[0].message}`);
  }
  const parsed = scenarioSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new Error(problemsIn(file, parsed.error));
  }
  const scenario = parsed.data;
  const known = new Set(scenario.clusters.map(({ name }) => name));
  scenario.timeline.forEach(({ cluster }, index) => {
    if (cluster && !known.has(cluster)) {
      throw new Error(
        `${file} cannot be used:\n  timeline.${index}.cluster: there is no cluster '${cluster}'; there are ${[
          ...known,
        ].join(', ')}`,
      );
    }
  });
  return scenario;
}

function readManifests(folder: string, file: string): Manifest[] {
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new Error(
      `${join(basename(folder), MAIN_FILE)} names ${file}, which is not there.`,
    );
  }
  const text = readFileSync(path, 'utf8');
  return parseAllDocuments(text).map((document, index) => {
    const parsed = manifestSchema.safeParse(document.toJS());
    if (!parsed.success) {
      throw new Error(
        problemsIn(
          `${join(basename(folder), file)} #${index + 1}`,
          parsed.error,
        ),
      );
    }
    return parsed.data;
  });
}

function problemsIn(file: string, error: z.ZodError): string {
  const problems = error.issues.map(
    ({ path, message }) => `  ${path.join('.') || '(top)'}: ${message}`,
  );
  return `${file} cannot be used:\n${problems.join('\n')}`;
}
