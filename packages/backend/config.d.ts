export interface Config {
  permission?: {
    /**
     * Who may do what in this portal. A person holds every role one of whose
     * groups owns something for him in the catalog; what no role allows is
     * denied.
     */
    roles?: Array<{
      /** Shown in logs only. */
      name: string;
      /** Entity references of groups; `*` is everyone who signed in. */
      groups: string[];
      /** Names of permissions; `*` stands for any part, as in `velero.*.read`. */
      allow?: string[];
      /**
       * Permissions on workspaces that hold only for those that the person's
       * own groups own.
       */
      allowOnOwnedWorkspaces?: string[];
      /** Permissions on tasks of templates that hold only for those that the person started. */
      allowOnOwnTasks?: string[];
    }>;
  };
}
