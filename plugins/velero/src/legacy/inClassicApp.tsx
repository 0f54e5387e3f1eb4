import { ComponentType } from 'react';
import { ClassicApp } from './ClassicApp';

/** One of our components, as a classic app may render it anywhere. */
export function inClassicApp<Props extends object>(
  Component: ComponentType<Props>,
) {
  return function InClassicApp(props: Props) {
    return (
      <ClassicApp>
        <Component {...props} />
      </ClassicApp>
    );
  };
}
