import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { landingModule } from './modules/landing';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { scaffolder } from './scaffolder';

export default createApp({
  features: [catalogPlugin, scaffolder, landingModule, navModule, signInModule],
});
