const HOUR = 3_600_000;

/**
 * What a Docker host of topology A says of itself (`topology-a/lib/manifest.sh`):
 * three nights of backups, the newest not checked yet.
 */
export function dockerHostManifest(now: Date) {
  const at = (hours: number) =>
    new Date(now.getTime() - hours * HOUR).toISOString();
  const nights = [53, 29, 5];
  return {
    disasterRecovery: false,
    topology: 'A',
    host: 'demo-docker',
    lastRun: { startedAt: at(5.1), finishedAt: at(5), result: 'succeeded' },
    backups: nights.map(hours => ({
      name: `appgear-${at(hours).replace(/[-:]|\.\d+/g, '')}`,
      disasterRecovery: false,
      topology: 'A',
      host: 'demo-docker',
      startedAt: at(hours + 0.1),
      finishedAt: at(hours),
      files: [
        file('appgear-postgres.globals.sql', 2_140),
        file('appgear-postgres.shop.dump', 48_300_000 - hours * 20_000),
        file('data.tar.gz', 212_000_000 - hours * 90_000),
      ],
      ...(hours > 24 && {
        checked: { at: at(hours - 0.2), result: 'intact' },
      }),
    })),
  };
}

function file(path: string, bytes: number) {
  return { path, bytes, sha256: '0'.repeat(64) };
}
