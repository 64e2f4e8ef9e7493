import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { EmbeddedService } from '../embedded/service.ts'
import type { Host, HostOptions, ServiceContext } from './api.ts'
import { startBackstage } from './backstage/client.ts'
import { BusinessClock } from './clock.ts'
import { makeDataFolder } from './data-folder.ts'
import { dueReader } from './due.ts'
import { startTable } from './emulator.ts'
import { HostFault } from './fault.ts'
import { createGateway } from './front/gateway.ts'
import { createLocalDoors } from './front/local.ts'
import { openFront } from './front/server.ts'
import { createStatic } from './front/static.ts'
import { startGuard } from './guard/guard.ts'
import { Sessions } from './guard/sessions.ts'
import { releaseLeases } from './leases.ts'
import { watchParent } from './lifeline.ts'
import { lockDataFolder } from './lock.ts'
import { fileLog } from './log.ts'
import { functionEnvironment } from './runtime/environment.ts'
import { FunctionPool } from './runtime/pool.ts'
import { hostKey, openState } from './state.ts'
import { type HostModel, readModel } from './template/model.ts'

const project = resolve(import.meta.dirname, '..', '..')

/**
 * Runs the synthesized template on this machine: lock and port first, then the table, guard, backstage and the HTTP front.
 * Throws `HostFault` with what to do when it can't start; nothing it began is left running then. Ends the process when the one
 * that started it is gone; SIGTERM and SIGINT are the caller's, who calls `stop`.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const data = resolve(options.data)
  const undo: (() => unknown)[] = []
  const stopAll = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  undo.push(watchParent(() => void stopAll().finally(() => process.exit(0))))
  try {
    return await start(options, data, undo, stopAll)
  } catch (error) {
    await stopAll()
    throw error
  }
}

async function start(options: HostOptions, data: string, undo: (() => unknown)[], stopAll: () => Promise<void>): Promise<Host> {
  const cdkOut = resolve(options.cdkOut ?? join(project, 'cdk.out'))
  const model = readModel(cdkOut)
  const web = webApp(options.web)
  makeDataFolder(data)
  undo.push(lockDataFolder(data))
  const log = options.log ?? fileLog(data)
  const front = await openFront(options.port, log)
  undo.push(front.stop)
  const baseUrl = `http://localhost:${front.port}`
  const state = openState(data)
  undo.push(() => state.close())
  const key = hostKey(state)
  const sessions = new Sessions(key, model.roles)
  const failed = (error: Error) => {
    log(error.message)
    if (options.failed) return options.failed(error)
    console.error(`pactdesk: ${error.message}`)
    void stopAll().finally(() => process.exit(1))
  }

  const table = await startTable(data, model.table, failed)
  undo.push(table.stop)
  if (table.embedded) await releaseLeases(table.call, model.table.name)
  const guard = await startGuard(
    { roles: model.roles, table: model.table, hostKey: key, endpoint: table.endpoint, embedded: table.embedded },
    failed,
  )
  undo.push(guard.stop)

  let clock: BusinessClock | undefined
  const context = serviceContext(baseUrl, state, data, model, sessions, () => clock!.now())
  const services = (await options.services?.(context)) ?? []
  undo.push(() => closeAll(services))
  const added = options.environment?.({ baseUrl, model }) ?? {}
  const endpoints = { guard: guard.url, files: `${baseUrl}/_local/s3`, mail: baseUrl }

  const fresh = new BusinessClock(
    {
      state,
      nextDue: dueReader(table.call, model.table.name),
      spread: offset => backstage.setOffset(offset),
      tick: () => backstage.tick(),
      drain: () => backstage.drain(),
      pause: () => backstage.pauseSchedules(),
      resume: () => backstage.resumeSchedules(),
    },
    options.at,
  )
  clock = fresh
  const backstage = await startBackstage(
    {
      cdkOut,
      data,
      hostKey: key,
      table: {
        endpoint: table.endpoint,
        embedded: table.embedded,
        ...(table.databaseFile && { databaseFile: table.databaseFile }),
      },
      endpoints,
      environment: added,
      businessOffsetMs: fresh.offsetMs,
    },
    log,
    failed,
  )
  undo.push(backstage.stop)

  const pool = new FunctionPool({
    functions: model.functions,
    environment: functionEnvironment(sessions, { ...endpoints, bus: backstage.busUrl }, added),
    businessOffsetMs: () => fresh.offsetMs,
    log,
  })
  undo.push(() => pool.stop())

  const remembering = setInterval(() => fresh.remember(), 5_000).unref()
  undo.push(() => clearInterval(remembering))

  let stopped: Promise<void> | undefined
  const host: Host = {
    url: baseUrl,
    port: front.port,
    model,
    state,
    table: { endpoint: table.endpoint, name: model.table.name },
    clock: { now: () => fresh.now(), step: target => fresh.step(target) },
    drain: () => backstage.drain(),
    invoke: async (name, event) => JSON.parse(await backstage.invoke(name, JSON.stringify(event))) as unknown,
    redrive: () => backstage.redrive(),
    snapshot: async () => ({ businessNow: fresh.now(), ...(await backstage.state()) }),
    stop: () => {
      stopped ??= front
        .stop()
        .then(() => fresh.remember())
        .then(stopAll)
      return stopped
    },
  }
  front.serve([
    createLocalDoors(host),
    ...services.map(
      service => (req: Parameters<EmbeddedService['handle']>[0], res: Parameters<EmbeddedService['handle']>[1]) =>
        service.handle(req, res),
    ),
    createGateway({ api: model.api, invoke: (name, event, limit) => pool.invoke(name, event, limit), log }),
    ...web,
  ])
  return host
}

function serviceContext(
  baseUrl: string,
  state: DatabaseSync,
  dataDir: string,
  model: HostModel,
  sessions: Sessions,
  businessNow: () => string,
): ServiceContext {
  return {
    baseUrl,
    state,
    dataDir,
    model,
    businessNow,
    secretOf: (accessKeyId, token) => sessions.find(accessKeyId, token)?.secretAccessKey,
    authorize: (accessKeyId, action, resourceArn, facts = {}) => {
      const request = new Map(Object.entries(facts).map(([name, value]) => [name.toLowerCase(), [value]] as const))
      return sessions.seen(accessKeyId)?.policy(action, resourceArn, request) ?? false
    },
  }
}

function webApp(folder: HostOptions['web']) {
  if (folder === false) return []
  const dist = resolve(folder ?? join(project, 'packages', 'web', 'dist'))
  if (!existsSync(join(dist, 'index.html')))
    throw new HostFault(`The web app is not built: ${dist} has no index.html. Run "npm run web".`)
  const serve = createStatic(dist)
  return [
    (...[req, res]: Parameters<typeof serve>) =>
      /^\/(api|_local)\//.test(req.url ?? '') ? Promise.resolve(false) : serve(req, res),
  ]
}

async function closeAll(services: EmbeddedService[]): Promise<void> {
  for (const service of services) await service.close()
}
