import { Distiller, malformed } from './Distiller';
import { Scalar } from './JsonTokenizer';
import { JsonVisitor } from './JsonGrammar';
import { VolumeEntry } from './VolumeEntry';

/** Reads `{"apps/v1/Deployment": ["namespace/name"]}`. */
export function resourceList(distiller: Distiller): JsonVisitor {
  return {
    value(path, value) {
      const [kind, place] = path;
      const isNull = value === null && path.length <= 1;
      if (isNull) {
        return;
      }
      if (
        path.length !== 2 ||
        typeof kind !== 'string' ||
        typeof place !== 'number' ||
        typeof value !== 'string'
      ) {
        throw malformed('file.otherForm', { part: 'resource-list' });
      }
      distiller.addObject(kind, value);
    },
  };
}

/** Reads `{"errors": {"velero": [], "cluster": [], "namespaces": {"name": []}}, "warnings": …}`. */
export function results(distiller: Distiller): JsonVisitor {
  return {
    value(path, value) {
      const [severity, about, namespace] = path;
      if (severity !== 'errors' && severity !== 'warnings') {
        throw malformed('file.otherForm', { part: 'results' });
      }
      if (typeof value !== 'string') {
        if (value === null) {
          return;
        }
        throw malformed('file.otherForm', { part: 'results' });
      }
      if (about === 'velero' && path.length === 3) {
        distiller.addMessage(severity, undefined, value);
      } else if (about === 'cluster' && path.length === 3) {
        distiller.addMessage(severity, '', value);
      } else if (
        about === 'namespaces' &&
        path.length === 4 &&
        typeof namespace === 'string'
      ) {
        distiller.addMessage(severity, namespace, value);
      } else {
        throw malformed('file.otherForm', { part: 'results' });
      }
    },
  };
}

/** Reads `[{"pvcName": …, "backupMethod": …}]`; fields of other versions are passed over. */
export function volumeInfos(distiller: Distiller): JsonVisitor {
  let fields = new Map<string, Scalar>();
  return {
    value(path, value) {
      if (path.length === 0 && value === null) {
        return;
      }
      if (typeof path[0] !== 'number' || path.length === 1) {
        throw malformed('file.otherForm', { part: 'volumeinfo' });
      }
      if (path.length <= 3) {
        fields.set(path.slice(1).join('.'), value);
      }
    },
    leave(path) {
      if (path.length !== 1) {
        return;
      }
      const entry = new VolumeEntry(fields);
      fields = new Map();
      distiller.addVolume(entry.namespace, entry.volume());
    },
  };
}
