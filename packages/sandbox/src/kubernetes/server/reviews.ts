import type { Authorizer } from '../access/authorizer';
import type { Attributes, PolicyRule } from '../access/rules';
import type { User } from '../access/user';
import { isObject } from '../schema/structuralSchema';
import { badRequest, invalid, methodNotAllowed, StatusError } from '../status';
import { readBody, sendJson, type Exchange } from './exchange';
import type { RequestedResource } from './requestInfo';

type Review = Record<string, any>;
type Answer = (
  review: Review,
  user: User,
  authorizer: Authorizer,
) => Review | Promise<Review>;

/** "Resources" that are questions: a POST answers them and nothing is stored. */
const REVIEWS: Record<string, Answer> = {
  'authorization.k8s.io/v1/selfsubjectaccessreviews': accessReview,
  'authorization.k8s.io/v1/subjectaccessreviews': subjectAccessReview,
  'authorization.k8s.io/v1/selfsubjectrulesreviews': rulesReview,
  'authentication.k8s.io/v1/selfsubjectreviews': selfReview,
};

export const reviewKinds = [
  ['authorization.k8s.io', 'SelfSubjectAccessReview'],
  ['authorization.k8s.io', 'SubjectAccessReview'],
  ['authorization.k8s.io', 'SelfSubjectRulesReview'],
  ['authentication.k8s.io', 'SelfSubjectReview'],
] as const;

export function isReview(resource: RequestedResource): boolean {
  return idOf(resource) in REVIEWS;
}

export async function handleReview(
  exchange: Exchange,
  authorizer: Authorizer,
): Promise<void> {
  const { request, info, user } = exchange;
  if (info.method !== 'POST') {
    throw methodNotAllowed();
  }
  const review = parse(await readBody(request));
  const answer = REVIEWS[idOf(info.resource!)];
  sendJson(exchange, 201, {
    ...(await answer(review, user, authorizer)),
    kind: review.kind,
    apiVersion: review.apiVersion,
    metadata: review.metadata ?? {},
  });
}

function idOf({ group, version, resource }: RequestedResource): string {
  return `${group}/${version}/${resource}`;
}

function parse(text: string): Review {
  try {
    const value = JSON.parse(text);
    if (isObject(value)) {
      return value;
    }
  } catch {
    // answered below, like any other text that is no object
  }
  throw badRequest('the object provided is unrecognized: not a JSON object');
}

function accessReview(
  { spec = {} }: Review,
  user: User,
  authorizer: Authorizer,
): Review {
  return { spec, status: { ...authorizer.decide(user, attributesOf(spec)) } };
}

function subjectAccessReview(
  { spec = {} }: Review,
  _user: User,
  authorizer: Authorizer,
): Review {
  const subject = { name: spec.user ?? '', groups: spec.groups ?? [] };
  return {
    spec,
    status: { ...authorizer.decide(subject, attributesOf(spec)) },
  };
}

function attributesOf(spec: Review): Attributes {
  const { resourceAttributes: of, nonResourceAttributes: path } = spec;
  if (Boolean(of) === Boolean(path)) {
    throw invalid({ group: 'authorization.k8s.io', kind: '' }, '', [
      {
        reason: 'FieldValueInvalid',
        message:
          'Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified',
        field: 'spec.resourceAttributes',
      },
    ]);
  }
  return path
    ? { verb: path.verb ?? '', path: path.path ?? '' }
    : {
        verb: of.verb ?? '',
        group: of.group ?? '',
        resource: of.resource ?? '',
        subresource: of.subresource,
        namespace: of.namespace || undefined,
        name: of.name,
      };
}

function rulesReview(
  { spec = {} }: Review,
  user: User,
  authorizer: Authorizer,
): Review {
  if (!spec.namespace) {
    throw new StatusError(400, 'BadRequest', 'no namespace on request');
  }
  const rules = authorizer.rulesFor(user, spec.namespace);
  const isForPaths = ({ nonResourceURLs }: PolicyRule) =>
    Boolean(nonResourceURLs);
  return {
    // Kubernetes leaves it empty as well
    spec: {},
    status: {
      resourceRules: rules.filter(rule => !isForPaths(rule)),
      nonResourceRules: rules.filter(isForPaths),
      incomplete: false,
    },
  };
}

function selfReview(_review: Review, { name, groups }: User): Review {
  return { status: { userInfo: { username: name, uid: name, groups } } };
}
