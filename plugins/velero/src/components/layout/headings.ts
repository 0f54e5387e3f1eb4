import { createContext, useContext } from 'react';

/**
 * The level of a section's heading: 2 below the portal's page title, 3 on
 * pages with a title of their own.
 */
export const HeadingLevel = createContext<2 | 3>(2);

/** The tag of a section's heading at this place. */
export function useHeading(): 'h2' | 'h3' {
  return `h${useContext(HeadingLevel)}`;
}
