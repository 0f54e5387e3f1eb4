/**
 * Hooks to begin with, each with the fields that matter most. Their shape is
 * that of Velero's RestoreResourceHookSpec (restore_types.go).
 */
export const EXEC_EXAMPLE = `- name: warm-up
  labelSelector:
    matchLabels:
      app: web
  postHooks:
    - exec:
        container: web
        command: [/bin/sh, -c, echo restored]
        onError: Continue
        execTimeout: 30s
        waitTimeout: 5m
        waitForReady: true
`;

export const INIT_EXAMPLE = `- name: wait-for-data
  labelSelector:
    matchLabels:
      app: db
  postHooks:
    - init:
        timeout: 10m
        initContainers:
          - name: wait
            image: busybox
            command: [/bin/sh, -c, sleep 5]
`;
