import { app } from '#platform/http/app.ts'
import { answerRoutes } from './answer.routes.tsx'
import { callRoutes } from './call.routes.tsx'
import { communeSoftwareRoutes } from './commune-software.routes.tsx'
import { declarationRoutes } from './declarations.routes.tsx'
import { declareRoutes } from './declare.routes.tsx'

/** The web surface of usages: the public's addresses come before those of one declaration. */
export const usageRoutes = app()
  .route('/', declareRoutes)
  .route('/', answerRoutes)
  .route('/', callRoutes)
  .route('/', communeSoftwareRoutes)
  .route('/', declarationRoutes)
