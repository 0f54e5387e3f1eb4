import { VeleroContext } from './VeleroContext';

/** The nodes that a node agent runs on (pkg/nodeagent/node_agent.go). */
export function nodesWithAgent({ cluster, config }: VeleroContext): string[] {
  return cluster
    .list('pods', config.namespace)
    .filter(
      ({ metadata, spec, status }) =>
        metadata.labels?.role === 'node-agent' &&
        spec?.nodeName &&
        status?.phase === 'Running',
    )
    .map(pod => pod.spec.nodeName);
}

export function isNodeAgentOn(node: string, context: VeleroContext): boolean {
  return nodesWithAgent(context).includes(node);
}
