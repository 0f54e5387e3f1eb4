import { groupResource } from '@appgear/backstage-plugin-velero-common';
import { ResourceType } from '../../kubernetes';

/**
 * Turns what people write for a resource (`deployments`, `deployment`,
 * `Deployment.apps`) into what Velero calls it (`deployments.apps`), as the
 * cluster's discovery would; what no kind answers to stays as it is.
 */
export function resourceResolver(
  types: readonly ResourceType[],
): (name: string) => string {
  return name => {
    const [resource, ...rest] = name.toLowerCase().split('.');
    const group = rest.join('.');
    const found = types.find(
      type =>
        (type.plural === resource || type.kind.toLowerCase() === resource) &&
        (group === '' || type.group === group),
    );
    return found ? groupResource(found) : name;
  };
}
