import { ReactNode, useEffect, useRef } from 'react';

/**
 * The content as the panel of the selected tab in the portal's header. BUI
 * 0.18 names a panel there and renders none, which screen readers trip over;
 * this takes over the name.
 */
export function TabPanel(props: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const header = ref.current?.closest('main')?.previousElementSibling;
    if (!header) {
      return undefined;
    }
    const takeName = () => {
      const tab = header.querySelector('[role="tab"][aria-controls]');
      if (tab && ref.current) {
        ref.current.id = tab.getAttribute('aria-controls') ?? '';
        ref.current.setAttribute('role', 'tabpanel');
        ref.current.setAttribute('aria-labelledby', tab.id);
      }
    };
    takeName();
    const observer = new MutationObserver(takeName);
    observer.observe(header, {
      attributeFilter: ['aria-controls'],
      childList: true,
      subtree: true,
    });
    return () => observer.disconnect();
  }, []);

  return <div ref={ref}>{props.children}</div>;
}
