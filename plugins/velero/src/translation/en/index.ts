import backups from './backups';
import clusters from './clusters';
import frame from './frame';
import overview from './overview';
import protection from './protection';
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
  ...schedules,
  ...storage,
  ...timeline,
} as const;
