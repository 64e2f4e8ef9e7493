export { Availability, availabilityOf, Outage, OutageShare } from './availability.ts'
