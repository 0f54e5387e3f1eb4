import { Manifest } from './manifest';

/** Who pays, and what it belongs to: Module 15 asks for them on every object. */
export const FINOPS_LABELS = {
  'app.kubernetes.io/part-of': 'appgear',
  'appgear.io/tier': 'core',
  'appgear.io/suite': 'core',
  'appgear.io/topology': 'B',
  'appgear.io/workspace-id': 'global',
  'appgear.io/tenant-id': 'global',
};

const ANNOTATIONS = {
  'appgear.io/contract-version': 'v0.1',
  'appgear.io/module': 'mod15-business-continuity-dr',
};

/** Adds the module's labels and annotations to an object; its own go before. */
export function withFinops<T extends Manifest>(object: T): T {
  const { labels, annotations, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: {
      ...metadata,
      labels: {
        'app.kubernetes.io/name': metadata.name,
        ...FINOPS_LABELS,
        ...labels,
      },
      annotations: { ...ANNOTATIONS, ...annotations },
    },
  };
}
