/** What the authors of handlers import, as `tripoint/handlers`. */
export {
  defineHandlers,
  type Handler,
  type HandlerDefinition,
  type Handlers,
  type InputSchema,
  RunCancelled,
  RunError,
  type RunOf,
  type RunTools,
} from './agents/handler.ts';
