import { ComponentType } from 'react';
import { OverviewPage } from '../pages/overview/OverviewPage';
import type { SubPagePath } from './subPages';
import { WorkspacesRouter } from './WorkspacesRouter';

/**
 * The first two come along with this, and with them nearly all that pages have
 * in common; bundlers repeat it in each of the others unless it is there before
 * they are loaded.
 */
export const PAGES: Record<SubPagePath, () => Promise<ComponentType>> = {
  overview: async () => OverviewPage,
  workspaces: async () => WorkspacesRouter,
  restores: async () => (await import('./RestoresRouter')).RestoresRouter,
  backups: async () => (await import('./BackupsRouter')).BackupsRouter,
  schedules: async () => (await import('./SchedulesRouter')).SchedulesRouter,
  storage: async () => (await import('./StorageRouter')).StorageRouter,
  compliance: async () =>
    (await import('../pages/compliance/CompliancePage')).CompliancePage,
  audit: async () => (await import('../pages/audit/AuditPage')).AuditPage,
};
