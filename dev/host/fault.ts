/** A reason not to start, for the person at the terminal: what is wrong, with which value, what to do. */
export class HostFault extends Error {
  override name = 'HostFault'
}
