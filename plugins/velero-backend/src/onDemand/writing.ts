import { inFull } from '@appgear/backstage-plugin-velero-common';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { explainFailure, KubeClient, KubeError } from '../clusters';
import { Fleet } from '../fleet';
import { UnprocessableError } from '../problems';

/** @throws NotFoundError (404) */
export function clientOf(fleet: Fleet, cluster: string): KubeClient {
  const client = fleet.client(cluster);
  if (!client) {
    throw new NotFoundError(
      fleet.source(cluster)
        ? `${cluster} is a bucket that the portal only reads`
        : `There is no cluster ${cluster}`,
    );
  }
  return client;
}

/**
 * What a failed write means to the one who asked: 422 when the cluster
 * refuses it, with what to grant; 503 when it does not answer.
 */
export function explainWrite(
  error: unknown,
  { what, cluster, rbac }: { what: string; cluster: string; rbac: string },
): Error {
  const { message, hint } = explainFailure(error);
  if (!(error instanceof KubeError) || error.status >= 500) {
    return new ServiceUnavailableError(
      inFull({
        message: `${what} on cluster ${cluster} failed. ${message}`,
        hint: 'Try again.',
      }),
    );
  }
  return new UnprocessableError(
    { message: `Cluster ${cluster} refuses ${what}` },
    [
      {
        message,
        hint:
          error.status === 403
            ? `Grant what deploy/${rbac} lists to the identity of the portal.`
            : hint,
      },
    ],
  );
}
