import { Card } from '#ui/card.tsx'
import type { Tone } from '#ui/tone.ts'

const tones: readonly Tone[] = ['neutral', 'info', 'ochre', 'teal', 'brick']

/** A drawing that stands where a map would: shapes of the five tones. */
export function GalleryMap() {
  return (
    <Card>
      <svg viewBox="0 0 320 230" role="img" aria-label="Carte des étapes">
        {Array.from({ length: 24 }, (_, index) => (
          <path
            data-tone={tones[(index * 7 + (index % 3)) % 5]}
            fill="var(--tone-tint)"
            stroke="var(--tone-solid)"
            d={hexagon(
              32 + (index % 6) * 50 + (Math.floor(index / 6) % 2) * 25,
              40 + Math.floor(index / 6) * 46,
            )}
          />
        ))}
      </svg>
    </Card>
  )
}

function hexagon(x: number, y: number) {
  return `M${x} ${y - 29}l25 14.500v29l-25 14.500l-25-14.500v-29z`
}
