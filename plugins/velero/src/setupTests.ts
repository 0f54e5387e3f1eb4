import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load their parts on demand, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
