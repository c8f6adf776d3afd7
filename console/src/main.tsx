/** The console: starts the application. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { finishSignIn, isSigningIn } from './sign-in.ts';
import { chooseDemo } from './token.ts';
import './console.css';

// A refusal stays one, and an outage is asked again by the view's own clock.
const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });

const root = createRoot(document.getElementById('root') as HTMLElement);
if (isSigningIn())
  root.render(
    <p className="loading" role="status">
      Signing in…
    </p>,
  );
await finishSignIn();
chooseDemo('service');
root.render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
