/** Ruled lines to write on, once the page is on paper. */
export function WritingLines({ lines }: { lines: number }) {
  return (
    <div class="writing-lines" aria-hidden="true">
      {Array.from({ length: lines }, () => (
        <div />
      ))}
    </div>
  )
}
