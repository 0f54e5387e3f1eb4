import { StorageLocationRecord } from '../../fleet';
import { locationRecord } from '../../fleet/__testUtils__/locationRecord';
import { Table } from '../../fleet/index/Table';
import { Storages } from './Storages';

const location = (
  cluster: string,
  part: Partial<StorageLocationRecord> = {},
): StorageLocationRecord => locationRecord({ cluster, ...part });

describe('Storages', () => {
  let locations: Table<StorageLocationRecord>;
  let storages: Storages;

  beforeEach(() => {
    locations = new Table();
    storages = new Storages(locations);
    locations.put(location('east'));
    locations.put(location('west'));
    locations.put(location('north', { bucket: 'other' }));
  });

  it('knows the clusters that write to the same place', () => {
    expect(storages.sharingClusters('east', 'default')).toEqual([
      'east',
      'west',
    ]);
    expect(storages.sharingClusters('west', undefined)).toEqual([
      'west',
      'east',
    ]);
    expect(storages.sharingClusters('north', 'default')).toEqual(['north']);
  });

  it('stays the same while Velero looks at its locations', () => {
    const { version } = storages;
    locations.put(location('east', { lastValidatedAt: 60_000 }));
    locations.put(location('west', { phase: 'Unavailable', message: 'no' }));
    expect(storages.version).toBe(version);
  });

  it.each<[string, () => void]>([
    ['lies elsewhere', () => locations.put(location('east', { prefix: 'p' }))],
    [
      'is no default any more',
      () => locations.put(location('east', { isDefault: false })),
    ],
    ['goes', () => locations.remove('east', 'default')],
    ['comes', () => locations.put(location('east', { name: 'second' }))],
  ])('is another when a location %s', (_, change) => {
    const { version } = storages;
    change();
    expect(storages.version).toBeGreaterThan(version);
  });
});
