import { raw } from 'hono/html'

/** Our belfry: slate spire and bulb, brick tower, whitewashed arch, one bell. Decorative: the word beside it says the name. */
export function Belfry({ class: name = 'belfry' }: { class?: string }) {
  return (
    <svg class={name} viewBox="0 0 48 80" width="48" height="80" aria-hidden="true" focusable="false">
      <path class="belfry-roof" d={spire} />
      <path
        class="belfry-roof"
        d="M23.4 1h1.2v2.2H30l-1.6 1.900L30 7h-5.4v4h-1.2zM8 32l2.800-8 2.800 8zM34.4 32l2.800-8 2.800 8z"
      />
      <path class="belfry-wall" d="M9 34h30v4.4h-3V80H12V38.4H9z" />
      <path
        class="belfry-stone"
        d="M7.500 32h33v2.4h-33zM12 60h24v1.800H12zM16.500 57V47a7.500 7.500 0 0 1 15 0v10z"
      />
      <path class="belfry-roof" d="M21 80v-8.500a3 3 0 0 1 6 0V80z" />
      <path class="belfry-bell" d={bell} />
    </svg>
  )
}

/** The word mark: the belfry and the name, linked to the first page. */
export function WordMark({ href = '/' }: { href?: string }) {
  return (
    <a class="word-mark" href={href}>
      {belfry}
      Beffroi
    </a>
  )
}

const spire =
  'M24 9c.6 2.6.9 3.4 2.6 5.2 1.6 1.7 1.4 3.6.2 4.8-.5.5-.6 1-.3 1.8 1.6 4.2 5.5 8 9.5 11.2H12c4-3.2 7.9-7 9.5-11.2.3-.8.2-1.3-.3-1.8-1.2-1.2-1.4-3.1.2-4.8 1.7-1.8 2-2.6 2.6-5.2z'
const bell =
  'M24 42.3a4.8 4.8 0 0 1 4.8 4.8c0 3.3.8 4.6 1.7 5.5h-13c.9-.9 1.7-2.2 1.7-5.5a4.8 4.8 0 0 1 4.8-4.8zM22.1 53.5h3.8a1.9 1.9 0 0 1-3.8 0z'

// On every page, and always the same: written once.
const belfry = raw(String(<Belfry />))
