/** A text as it was written, line by line, wrapped to the column. */
export function PlainText({ children }: { children?: string | null }) {
  return <pre class="plain-text">{children}</pre>
}

/** A foreign HTML document in a frame where nothing of it can run, load or lead anywhere. */
export function HtmlPreview({ title, html }: { title: string; html: string }) {
  return <iframe class="html-preview" title={title} sandbox="" srcdoc={html} />
}
