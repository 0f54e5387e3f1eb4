import { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLanguage } from '../translation';
import styles from './PluginRoot.module.css';

/**
 * Around all that the plugin shows. Tells the component library the app's
 * language: it would take the browser's for what it says by itself to screen
 * readers.
 */
export function PluginRoot(props: { children: ReactNode }) {
  return (
    <I18nProvider locale={useLanguage()}>
      <div className={styles.root}>{props.children}</div>
    </I18nProvider>
  );
}
