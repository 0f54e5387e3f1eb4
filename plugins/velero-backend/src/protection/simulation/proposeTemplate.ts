import {
  CoverageSimulation,
  TemplateChange,
  VolumeForecast,
} from '@appgear/backstage-plugin-velero-common';
import { CoverageWorld, Template } from './CoverageWorld';
import { FIXES, WantedNamespaces } from './fixes';
import { simulateCoverage } from './simulateCoverage';

/** A template that holds more, and what is different in it. */
export interface Proposal {
  template: Template;
  changes: TemplateChange[];
  simulation: CoverageSimulation;
}

/**
 * The template that holds all of the wanted workspaces, or as much of them as
 * a template can; right for the cluster's Velero version. Every change is
 * tried out, and kept only when less would be lost with it.
 */
export function proposeTemplate(
  template: Template,
  world: CoverageWorld,
  wantedWorkspaces: ReadonlySet<string>,
): Proposal {
  const wanted = wantedIn(world, wantedWorkspaces);
  let proposal: Proposal = {
    template,
    changes: [],
    simulation: simulateCoverage(template, world),
  };
  for (const fix of FIXES) {
    for (const { change, apply } of fix(proposal.template, wanted, world)) {
      const changed = apply(proposal.template);
      const simulation = simulateCoverage(changed, world);
      if (lossIn(simulation, wanted) < lossIn(proposal.simulation, wanted)) {
        const changes = [...proposal.changes, change];
        proposal = { template: changed, changes, simulation };
      }
    }
  }
  return proposal;
}

function wantedIn(
  { namespaces }: CoverageWorld,
  workspaces: ReadonlySet<string>,
): WantedNamespaces {
  const living = namespaces.filter(({ terminating }) => !terminating);
  const isWanted = ({ workspace }: (typeof living)[number]) =>
    workspace !== undefined && workspaces.has(workspace);
  return {
    wanted: living.filter(isWanted).map(({ name }) => name),
    others: living.filter(it => !isWanted(it)).map(({ name }) => name),
  };
}

/** How bad a volume's forecast is, against an object that is not held. */
const VOLUME_LOSS: Record<VolumeForecast, number> = {
  stored: 0,
  snapshot: 0,
  unknown: 0.5,
  local: 0.75,
  notSaved: 1,
  notHeld: 1,
};

/** How much of the wanted namespaces would be lost. */
function lossIn(
  { namespaces, problems }: CoverageSimulation,
  { wanted }: WantedNamespaces,
): number {
  if (problems.some(({ code }) => code === 'invalid')) {
    return Infinity;
  }
  const names = new Set(wanted);
  let loss = 0;
  for (const { namespace, held, total, volumes } of namespaces) {
    if (names.has(namespace)) {
      const lost = volumes.map(({ forecast }) => VOLUME_LOSS[forecast]);
      loss += lost.reduce((sum, one) => sum + one, total - held);
    }
  }
  return loss;
}
