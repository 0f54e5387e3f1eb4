// x509's dependency injection needs it before anything else of it is loaded
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

const ALGORITHM = {
  name: 'ECDSA',
  namedCurve: 'P-256',
  hash: 'SHA-256',
} as const;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Some clients refuse serving certificates that live longer. */
const LIFETIME_MS = 365 * DAY_MS;

/** Certificate and key of a server, as PEM. */
export interface ServingCertificate {
  cert: string;
  key: string;
}

/** A certificate authority of one cluster, in memory only. */
export class CertificateAuthority {
  readonly #keys: CryptoKeyPair;
  readonly #certificate: X509Certificate;

  private constructor(keys: CryptoKeyPair, certificate: X509Certificate) {
    this.#keys = keys;
    this.#certificate = certificate;
  }

  static async create(name: string): Promise<CertificateAuthority> {
    const keys = await newKeys();
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: `CN=${name}`,
      keys,
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: new Date(Date.now() + LIFETIME_MS),
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(
          KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
          true,
        ),
      ],
    });
    return new CertificateAuthority(keys, certificate);
  }

  /** What clients trust, as PEM. */
  get pem(): string {
    return this.#certificate.toString('pem');
  }

  /** A certificate for the loopback addresses. */
  async issue(terms: { expired?: boolean } = {}): Promise<ServingCertificate> {
    const keys = await newKeys();
    const certificate = await X509CertificateGenerator.create({
      subject: 'CN=kube-apiserver',
      issuer: this.#certificate.subject,
      signingKey: this.#keys.privateKey,
      publicKey: keys.publicKey,
      notBefore: new Date(Date.now() - 2 * DAY_MS),
      notAfter: new Date(
        Date.now() + (terms.expired ? -DAY_MS : LIFETIME_MS - DAY_MS),
      ),
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          { type: 'ip', value: '127.0.0.1' },
          { type: 'dns', value: 'localhost' },
        ]),
      ],
    });
    const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      cert: certificate.toString('pem'),
      key: PemConverter.encode(key, 'PRIVATE KEY'),
    };
  }
}

async function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}
