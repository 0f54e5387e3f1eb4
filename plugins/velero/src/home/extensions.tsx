import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import en from '../translation/en';

/** On the portal's home page: what the reader has to decide. */
export const waitsForMeWidget = HomePageWidgetBlueprint.make({
  name: 'waits-for-me',
  params: {
    // The card's heading is its content's own: titles of blueprints are not
    // translated in Backstage 1.55.
    name: en['widget.title'],
    description: en['widget.description'],
    layout: { width: { minColumns: 4 }, height: { minRows: 3 } },
    components: async () => {
      const { WaitsForMeWidget } = await import('./WaitsForMeWidget');
      return { Content: () => <WaitsForMeWidget /> };
    },
  },
});
