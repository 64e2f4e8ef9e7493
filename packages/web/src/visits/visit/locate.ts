/** Where the phone is, as an arrival records it. */
export type Position = { latitude: number; longitude: number; accuracyMetres: number }
export type NoPosition = 'denied' | 'unavailable' | 'timeout' | 'missing'

const reasons: Record<number, NoPosition> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

/** The phone's position within 15 seconds, or why there is none; accuracy is capped at what an arrival takes. */
export function locate(geolocation: Geolocation | undefined = navigator.geolocation): Promise<Position | NoPosition> {
  if (!geolocation) return Promise.resolve('missing')
  return new Promise(resolve =>
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ latitude, longitude, accuracyMetres: Math.min(100_000, Math.max(0, Math.round(accuracy))) }),
      ({ code }) => resolve(reasons[code] ?? 'unavailable'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    ),
  )
}
