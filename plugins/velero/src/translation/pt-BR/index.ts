import askedProblems from './askedProblems';
import audit from './audit';
import backups from './backups';
import bucketProblems from './bucketProblems';
import buckets from './buckets';
import clusterProblems from './clusterProblems';
import clusters from './clusters';
import compliance from './compliance';
import coverage from './coverage';
import fileProblems from './fileProblems';
import frame from './frame';
import gate from './gate';
import hostProblems from './hostProblems';
import location from './location';
import logs from './logs';
import overview from './overview';
import protection from './protection';
import restore from './restore';
import restoreRequests from './restoreRequests';
import schedule from './schedule';
import schedules from './schedules';
import search from './search';
import storage from './storage';
import templates from './templates';
import timeline from './timeline';
import topologyA from './topologyA';
import wizard from './wizard';
import workspaces from './workspaces';

export default {
  ...frame,
  ...askedProblems,
  ...overview,
  ...clusters,
  ...clusterProblems,
  ...workspaces,
  ...protection,
  ...backups,
  ...buckets,
  ...bucketProblems,
  ...fileProblems,
  ...logs,
  ...restore,
  ...restoreRequests,
  ...audit,
  ...gate,
  ...schedule,
  ...coverage,
  ...compliance,
  ...schedules,
  ...search,
  ...storage,
  ...location,
  ...templates,
  ...timeline,
  ...topologyA,
  ...hostProblems,
  ...wizard,
};
