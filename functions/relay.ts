export { relay as handler } from '@pactdesk/platform/events/relay'
