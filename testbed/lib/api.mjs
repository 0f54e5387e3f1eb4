// A Kubernetes client of a few lines. Manifests go to the server as they are: it reads YAML itself.
import { readFileSync } from 'node:fs';
import { request } from './http.mjs';

export class ApiError extends Error {
  constructor(method, path, status, body) {
    super(`${method} ${path}: ${status} ${body?.message ?? ''}`.trim());
    this.status = status;
    this.body = body;
  }
}

export class Api {
  #ca;
  #token;
  #resources = new Map();

  constructor({ server, caFile, token }) {
    this.server = server;
    this.#ca = readFileSync(caFile);
    this.#token = token;
  }

  get = path => this.#call('GET', path);
  post = (path, object) => this.#call('POST', path, object);
  delete = path => this.#call('DELETE', path);
  mergePatch = (path, object) =>
    this.#call('PATCH', path, object, 'application/merge-patch+json');

  /** The object, or undefined when there is none. */
  async find(path) {
    try {
      return await this.get(path);
    } catch (error) {
      if (error.status === 404) return undefined;
      throw error;
    }
  }

  /** Makes the cluster hold the object as given; the same again changes nothing. */
  async apply(object) {
    const path = await this.#pathOf({ ...object, ...object.metadata });
    return this.#serverSideApply(path, JSON.stringify(object));
  }

  async applyYaml(text) {
    for (const document of text.split(/^---.*$/m)) {
      const identity = identityOf(document);
      if (identity.kind) {
        await this.#serverSideApply(await this.#pathOf(identity), document);
      }
    }
  }

  #serverSideApply(path, text) {
    const query = 'fieldManager=testbed&force=true';
    const type = 'application/apply-patch+yaml';
    return this.#call('PATCH', `${path}?${query}`, text, type);
  }

  async #pathOf({ apiVersion, kind, name, namespace }) {
    const root = apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
    const { name: plural } = await this.#resource(root, kind);
    const scope = namespace ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${plural}/${name}`;
  }

  async #resource(root, kind) {
    const key = `${root} ${kind}`;
    if (!this.#resources.has(key)) {
      const { resources } = await this.get(root);
      const found = resources.find(
        resource => resource.kind === kind && !resource.name.includes('/'),
      );
      if (!found)
        throw new Error(`${this.server} serves no ${kind} in ${root}`);
      this.#resources.set(key, found);
    }
    return this.#resources.get(key);
  }

  async #call(method, path, body, type = 'application/json') {
    const answer = await request(`${this.server}${path}`, {
      method,
      ca: this.#ca,
      headers: {
        authorization: `Bearer ${this.#token}`,
        accept: 'application/json',
        ...(body && { 'content-type': type }),
      },
      body: body && (typeof body === 'string' ? body : JSON.stringify(body)),
    });
    const parsed = parse(answer);
    if (answer.status < 300) return parsed;
    throw new ApiError(method, path, answer.status, parsed);
  }
}

function parse({ headers, body }) {
  const text = body.toString('utf8');
  const isJson = headers['content-type']?.startsWith('application/json');
  return isJson ? JSON.parse(text) : { message: text };
}

/** apiVersion, kind, name and namespace of a manifest in block style, without a YAML parser. */
function identityOf(yaml) {
  const value = (text, key) =>
    new RegExp(`^ *${key}: *['"]?([^\\s'"#]+)`, 'm').exec(text)?.[1];
  const top = key =>
    new RegExp(`^${key}: *['"]?([^\\s'"#]+)`, 'm').exec(yaml)?.[1];
  const metadata =
    /^metadata:\s*\n((?: +.*\n?|\s*#.*\n|\s*\n)*)/m.exec(yaml)?.[1] ?? '';
  const own = metadata
    .split('\n')
    .filter(line => /^ {2}\S/.test(line))
    .join('\n');
  return {
    apiVersion: top('apiVersion'),
    kind: top('kind'),
    name: value(own, 'name'),
    namespace: value(own, 'namespace'),
  };
}
