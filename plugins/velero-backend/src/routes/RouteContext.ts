import { Router } from 'express';
import { ReadModel } from '../answers';
import { Answerer } from './Answerer';

/** What each of the routes is made with. */
export interface RouteContext {
  router: Router;
  answerer: Answerer;
  model: ReadModel;
}
