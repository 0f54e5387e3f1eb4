const UNITS: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * Reads a quantity of Kubernetes as bytes, such as `10Gi`, `1.5T` or `1e9`;
 * undefined for what is none (apimachinery, pkg/api/resource/quantity.go).
 */
export function parseBytes(quantity: unknown): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(?:[eE]([+-]?\d+)|([kMGTPE]i?|Ki|m)?)$/.exec(
    String(quantity),
  );
  if (!match) {
    return undefined;
  }
  const [, number, exponent = '0', unit = ''] = match;
  const factor = unit === 'm' ? 1e-3 : UNITS[unit];
  return factor && Math.ceil(Number(number) * 10 ** Number(exponent) * factor);
}
