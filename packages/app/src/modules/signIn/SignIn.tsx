import { SignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { oidcAuthApiRef } from './oidcAuthApi';

/** One provider, so one button; its name is the organisation's to choose. */
export function SignIn(props: SignInPageProps) {
  const title = useApi(configApiRef).getOptionalString('app.signIn.title');
  return (
    <SignInPage
      {...props}
      provider={{
        id: 'oidc',
        title: title ?? 'OpenID Connect',
        message: title ?? 'OpenID Connect',
        apiRef: oidcAuthApiRef,
      }}
    />
  );
}
