import { Fragment } from 'react';

/** Kubernetes' own words, side by side. */
export function Terms(props: { terms: string[]; none: string }) {
  if (props.terms.length === 0) {
    return <>{props.none}</>;
  }
  return (
    <>
      {props.terms.map((term, index) => (
        <Fragment key={term}>
          {index > 0 && ', '}
          <code translate="no">{term}</code>
        </Fragment>
      ))}
    </>
  );
}
