export { deviceRows, handlers, loadDevices } from './devices.ts'
