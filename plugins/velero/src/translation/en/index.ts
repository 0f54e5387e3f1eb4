import backups from './backups';
import clusters from './clusters';
import frame from './frame';
import overview from './overview';
import protection from './protection';
import restore from './restore';
import schedules from './schedules';
import storage from './storage';
import timeline from './timeline';
import workspaces from './workspaces';

export default {
  ...frame,
  ...overview,
  ...clusters,
  ...workspaces,
  ...protection,
  ...backups,
  ...restore,
  ...schedules,
  ...storage,
  ...timeline,
} as const;
