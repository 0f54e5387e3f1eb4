import {
  formatVeleroVersion,
  parseVeleroVersion,
} from '@appgear/backstage-plugin-velero-common';

/** The part of Velero's own Deployment that is looked at. */
export interface VeleroDeployment {
  spec?: {
    template?: {
      spec?: {
        containers?: Array<{
          name?: string;
          image?: string;
          args?: string[];
          command?: string[];
        }>;
      };
    };
  };
}

/** From the tag of the image; a digest or another tag says nothing. */
export function versionOf(
  deployment: VeleroDeployment | undefined,
): string | undefined {
  const image = serverOf(deployment)?.image ?? '';
  const tag = /:([^:/@]+)(@|$)/.exec(image)?.[1];
  const version = tag && parseVeleroVersion(tag);
  return version ? formatVeleroVersion(version) : undefined;
}

/** By `--features`; undefined when the Deployment is not to be seen. */
export function csiIsEnabled(
  deployment: VeleroDeployment | undefined,
): boolean | undefined {
  const server = serverOf(deployment);
  if (!server) return undefined;
  const words = [...(server.command ?? []), ...(server.args ?? [])];
  const features = words.flatMap((word, index) => {
    if (word === '--features') return words[index + 1] ?? '';
    return word.startsWith('--features=') ? word.slice(11) : [];
  });
  return features.join(',').split(',').includes('EnableCSI');
}

function serverOf(deployment: VeleroDeployment | undefined) {
  return deployment?.spec?.template?.spec?.containers?.find(
    ({ name }) => name === 'velero',
  );
}
