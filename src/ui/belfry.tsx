/** Our belfry, drawn in six shapes: slate spire, brick tower, whitewashed arch, one bell. Decorative: the word beside it says the name. */
export function Belfry({ class: name = 'belfry' }: { class?: string }) {
  return (
    <svg class={name} viewBox="0 0 48 72" width="48" height="72" aria-hidden="true" focusable="false">
      <path
        class="belfry-roof"
        d="M24 6l1 5.500c1 5 6.500 10 11.500 14.500h-25c5-4.500 10.500-9.500 11.500-14.500zM23.300 0h1.400v3h5l-1.400 1.700 1.400 1.700h-5v1h-1.400z"
      />
      <path class="belfry-roof" d="M9 20.500l3 6.500H7zM39 20.500l2 6.500h-5z" />
      <path class="belfry-wall" d="M7 27h34v7h-3v38H10V34H7z" />
      <path class="belfry-stone" d="M7 27h34v2.200H7zM10 52h28v1.800H10zM16 50v-9a8 8 0 0 1 16 0v9z" />
      <path class="belfry-door" d="M21.500 72v-8a2.500 2.500 0 0 1 5 0v8z" />
      <path
        class="belfry-bell"
        d="M24 35.500a5 5 0 0 1 5 5c0 3.400.8 4.700 1.800 5.700H17.200c1-1 1.800-2.300 1.800-5.700a5 5 0 0 1 5-5zM22 47h4a2 2 0 0 1-4 0z"
      />
    </svg>
  )
}

/** The word mark: the belfry and the name, linked to the first page. */
export function WordMark({ href = '/' }: { href?: string }) {
  return (
    <a class="word-mark" href={href}>
      <Belfry />
      Beffroi
    </a>
  )
}
