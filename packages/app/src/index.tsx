import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';

/**
 * What this file imports is evaluated in one piece with the plugins that are
 * discovered, and keeps the browser's thread until all of it is. The portal
 * itself comes in a turn of its own; it is loaded already.
 */
setTimeout(async () => {
  const { default: App } = await import(/* webpackMode: "eager" */ './App');
  const { createRoot } = await import(
    /* webpackMode: "eager" */ 'react-dom/client'
  );
  createRoot(document.getElementById('root')!).render(App.createRoot());
});
