import { defineAggregate } from '../../kernel/aggregate.ts'
import type { Device } from './device.ts'
import { type DeviceEvent, deviceEvents } from './events.ts'

export const deviceAggregate = defineAggregate<Device, DeviceEvent>({
  type: 'device',
  module: 'configuration',
  key: 'CI',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: deviceEvents,
  evolve,
  project: ({ id, name, class: kind, site, serial, status, service, antivirus, backup, standby }) => ({
    row: {
      id,
      name: name.slice(0, 60),
      class: kind,
      site,
      ...(serial && { serial: serial.slice(0, 40) }),
      status,
      service: service.slice(-4),
      antivirus,
      backup,
      standby,
    },
    gsi2: { part: 'CI', sort: id },
  }),
})

function evolve(state: Device | undefined, event: DeviceEvent): Device {
  const { client, device: id } = event.data
  switch (event.type) {
    case 'configuration.device-registered.v1': {
      const { inServiceFrom, ...facts } = event.data.facts
      return { ...facts, id, client, status: 'in-service', service: [{ from: inServiceFrom }] }
    }
    case 'configuration.device-changed.v1': {
      const { class: kind, status, service } = state!
      return { ...event.data.facts, id, client, class: kind, status, service }
    }
    case 'configuration.device-retired.v1': {
      const [last] = state!.service.slice(-1)
      return { ...state!, status: 'retired', service: [...state!.service.slice(0, -1), { ...last!, to: event.data.on }] }
    }
    case 'configuration.device-returned.v1':
      return { ...state!, status: 'in-service', service: [...state!.service, { from: event.data.on }] }
  }
}
