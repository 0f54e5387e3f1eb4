import type { Scenario } from '../Scenario';
import { configMap, SHOP } from '../things';

/** Workspaces of several namespaces, and of several clusters. */
export const PLACES: readonly Scenario[] = [
  {
    id: 'two-namespaces',
    situation: 'both of its namespaces are backed up',
    places: [
      { suffix: 'a', things: SHOP, backups: ['whole'] },
      { suffix: 'b', things: SHOP, backups: ['whole'] },
    ],
    verdict: 'protected',
    reasons: [],
  },
  {
    id: 'one-of-two',
    situation: 'one of its two namespaces is not backed up',
    places: [
      { suffix: 'a', things: SHOP, backups: ['whole'] },
      { suffix: 'b', things: SHOP, backups: [] },
    ],
    verdict: 'unprotected',
    reasons: ['noPoint', 'enabledButNotProtected'],
  },
  {
    id: 'one-is-empty',
    situation: 'nothing lives in the namespace that is not backed up',
    places: [
      { suffix: 'a', things: SHOP, backups: ['whole'] },
      { suffix: 'b', things: [], backups: [] },
    ],
    verdict: 'protected',
    reasons: ['nothingLives'],
  },
  {
    id: 'one-is-going',
    situation: 'the namespace that is not backed up is being deleted',
    places: [
      { suffix: 'a', things: SHOP, backups: ['whole'] },
      {
        suffix: 'b',
        things: [configMap('held')],
        backups: [],
        afterwards: { stuckInDeletion: true },
      },
    ],
    verdict: 'protected',
    reasons: [],
  },
  {
    id: 'one-is-a-drill',
    situation: 'the namespace that is not backed up is the copy of a drill',
    places: [
      { suffix: 'a', things: SHOP, backups: ['whole'] },
      {
        suffix: 'b',
        labels: { 'appgear.io/dr-drill': 'monday' },
        things: SHOP,
        backups: [],
      },
    ],
    verdict: 'protected',
    reasons: [],
  },
  {
    id: 'on-both',
    situation: 'it lives on two clusters, and each backs its part up',
    places: [
      { side: 'one', things: SHOP, backups: ['whole'] },
      { side: 'two', things: SHOP, backups: ['wholeOfTwo'] },
    ],
    verdict: 'protected',
    reasons: [],
  },
  {
    id: 'on-one-of-both',
    situation:
      'it lives on two clusters, and the second sees only what the first backed up',
    places: [
      { side: 'one', things: SHOP, backups: ['whole'] },
      { side: 'two', things: SHOP, backups: [] },
    ],
    verdict: 'unprotected',
    reasons: ['noPoint', 'enabledButNotProtected'],
  },
  {
    id: 'of-another-cluster',
    situation:
      'the second cluster sees backups of a namespace of its name, made on the first',
    places: [
      { side: 'one', ofNoWorkspace: true, things: SHOP, backups: ['whole'] },
      { side: 'two', things: SHOP, backups: [] },
    ],
    verdict: 'unprotected',
    reasons: ['noPoint', 'enabledButNotProtected'],
  },
  {
    id: 'of-nobody-knows',
    situation:
      'the first cluster is lost: whose the backups are cannot be told',
    places: [
      { side: 'one', ofNoWorkspace: true, things: SHOP, backups: ['whole'] },
      { side: 'two', things: SHOP, backups: [] },
    ],
    asked: 'onlyTwo',
    verdict: 'unknown',
    reasons: ['originUnknown'],
  },
];
