import {
  ItemPage,
  OutOfBandObject,
  outOfBandQuerySchema,
  veleroRestoreReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { OutOfBandStore } from '../outOfBand';
import { reaches, Rights } from '../rights';
import { Caller } from './Caller';

/** What was made without the gate, as far as the caller may see what it touches. */
export async function listOutOfBand(
  { credentials }: Caller,
  { cluster, offset, limit }: z.output<typeof outOfBandQuerySchema>,
  { outOfBand, rights }: { outOfBand: OutOfBandStore; rights: Rights },
): Promise<ItemPage<OutOfBandObject>> {
  const sight = await rights.require(credentials, veleroRestoreReadPermission);
  const found = await outOfBand.newest(cluster);
  const seen = found
    .filter(({ workspaces }) => reaches(sight, workspaces))
    .map(object => ({
      ...object,
      workspaces: object.workspaces.filter(id => sight.sees(id)),
    }));
  return {
    items: seen.slice(offset, offset + limit),
    total: seen.length,
    offset,
    limit,
  };
}
