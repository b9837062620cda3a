import { z } from 'zod'

/** The words of an address that choose a commune; what cannot be read is not said. */
export const AskedPlace = z.object({
  commune: z
    .string()
    .trim()
    .regex(/^[0-9AB]{5}$/)
    .catch(''),
  place: z.string().trim().max(200).catch(''),
})
