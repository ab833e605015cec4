import { routesOf } from '../http/route.ts';
import type { Person } from './documents.ts';

/** kChat's route constructors: the caller of every route but the open ones is a person with a token. */
export const { route, openRoute } = routesOf<Person>();
