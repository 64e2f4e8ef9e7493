/** The address as the phone's own map takes it: Apple's by its link, all others by a geo URI (RFC 5870). */
export const mapLink = (address: string, userAgent: string): string =>
  /iPhone|iPad|Macintosh/.test(userAgent)
    ? `https://maps.apple.com/?q=${encodeURIComponent(address)}`
    : `geo:0,0?q=${encodeURIComponent(address)}`
