import { clientRoutes } from './routes/clients.ts'
import { fileRoutes } from './routes/files.ts'
import { peopleRoutes } from './routes/people.ts'

export * from './routes/clients.ts'
export * from './routes/files.ts'
export * from './routes/people.ts'

/** All operations of tenancy under `/api/tenancy`. */
export const tenancyRoutes = [...peopleRoutes, ...clientRoutes, ...fileRoutes]
