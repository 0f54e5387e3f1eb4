import dns, { LookupAddress } from 'node:dns';
import { BlockList, isIP, LookupFunction } from 'node:net';

/** Where clouds answer with the credentials of the machine itself. */
const METADATA = new BlockList();
METADATA.addSubnet('169.254.0.0', 16, 'ipv4');
METADATA.addSubnet('fe80::', 10, 'ipv6');
METADATA.addAddress('fd00:ec2::254', 'ipv6');

/** Whether an address serves a machine's own metadata; never a bucket. */
export function isMetadataAddress(address: string): boolean {
  const family = isIP(address);
  return family > 0 && METADATA.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Resolves names for connections to buckets. Addresses come from clusters; one
 * that was tampered with must not send the portal to its cloud's metadata.
 */
export const routableLookup: LookupFunction = (hostname, options, callback) =>
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, []);
      return;
    }
    const routable = addresses.filter(
      ({ address }) => !isMetadataAddress(address),
    );
    if (routable.length === 0) {
      callback(notFound(hostname), []);
    } else if (options.all) {
      callback(null, routable);
    } else {
      const [{ address, family }]: LookupAddress[] = routable;
      callback(null, address, family);
    }
  });

function notFound(hostname: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(`${hostname} is not routable`);
  error.code = 'ENOTFOUND';
  return error;
}
