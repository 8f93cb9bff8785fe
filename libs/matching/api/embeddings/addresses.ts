import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { lookup } from 'node:dns/promises';

/** Why nothing is sent to an address; says what is wrong without repeating the address. */
export class AddressRefused extends Error {}

/** Every address a name stands for. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface AddressRules {
  /** Whether an administrator allows addresses outside the private network. */
  readonly isPublicAllowed: boolean;
  readonly isEncrypted: boolean;
}

type Range = readonly [address: string, prefix: number];

/**
 * Where clouds answer the machine itself with its secrets, and what is no single machine: refused whoever allows it.
 * With them go addresses that carry another one inside, which would need to be judged instead.
 */
const never = rangesOf([
  ...([
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['100.100.100.200', 32],
    ['168.63.129.16', 32],
  ] as const),
  ...([
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
    ['::', 96],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ] as const),
  ...([
    ['fd00:ec2::', 32],
    ['fd20:ce::', 32],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['2002::', 16],
  ] as const),
  ['2001::', 32],
]);
const loopback = rangesOf([
  ['127.0.0.0', 8],
  ['::1', 128],
]);
const home = rangesOf([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
]);

/**
 * What is wrong with an address before anybody looks up its name, or null. The parser of URLs has then read decimal,
 * octal, hexadecimal and shortened numbers the way a connection would.
 */
export function addressFault(value: string): string | null {
  if (!URL.canParse(value)) return 'must be an address';
  const { protocol, username, password, port, hostname } = new URL(value);
  if (protocol !== 'http:' && protocol !== 'https:') return 'must start with http:// or https://';
  if (username !== '' || password !== '') return 'must hold no name and password';
  if (port !== '' && port !== '80' && port !== '443' && Number(port) < 1024)
    return 'must name port 80, 443, or one from 1024';
  const literal = literalOf(hostname);
  if (literal !== null && reachOf(literal) === 'never') return 'must not be a link-local or reserved address';
  return null;
}

/** The number a host name is, without brackets; null for a name. */
export function literalOf(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) > 0 ? bare : null;
}

/** @throws AddressRefused when one of them may not be reached: a name is as safe as its worst address */
export function requireReachable(addresses: readonly string[], { isPublicAllowed, isEncrypted }: AddressRules): void {
  const reaches = addresses.map(reachOf);
  if (reaches.length === 0) throw new AddressRefused('its name stands for no address');
  if (reaches.includes('never')) throw new AddressRefused('it is a link-local or reserved address');
  if (!reaches.includes('public')) return;
  if (!isPublicAllowed)
    throw new AddressRefused('it lies outside the private network, and no administrator allows that');
  if (!isEncrypted) throw new AddressRefused('it lies outside the private network and is not https');
}

/** Looks a name up for a connection. What is judged is what is connected to, so a name that changes meanwhile gains nothing. */
export function guardedLookup(rules: AddressRules, resolve: Resolve = systemResolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname)
      .then((found) => {
        requireReachable(
          found.map(({ address }) => address),
          rules,
        );
        const [first] = found;
        if (options.all) callback(null, [...found]);
        else callback(null, first?.address ?? '', first?.family);
      })
      .catch((error: unknown) => callback(error as Error, []));
  };
}

const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

function reachOf(address: string): 'private' | 'public' | 'never' {
  const [bare = ''] = address.split('%');
  const isIn = (ranges: BlockList): boolean => ranges.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4');
  if (isIP(bare) === 0) return 'never';
  if (isIn(loopback)) return 'private';
  if (isIn(never)) return 'never';
  return isIn(home) ? 'private' : 'public';
}

/** An IPv4 address within an IPv6 one (`::ffff:`) is found in the ranges of IPv4. */
function rangesOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return list;
}
